package org.cervimark.dicom.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.image.GreyCover;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Overlays and shutters that cannot be used are told and not drawn; the image has 3 x 2 pixels. */
class CoverNoticesTest {

  private static final int GROUP_6002 = 1 << 17;

  @TempDir Path folder;

  private int number;
  private final Attributes image = ImageFiles.image();

  @Test
  void whatCanBeUsedIsNotTalkedAbout() throws Exception {
    overlay(2, 3, 1);
    shutter("RECTANGULAR", 1, 3, 1, 2);
    assertEquals(List.of(), notices());
    assertEquals(1, cover().overlays().size());
    assertTrue(cover().shutter().isPresent());
  }

  @Test
  void anOverlayWithTooFewBitsIsTold() throws Exception {
    overlay(20, 30, 1);
    told("Overlay 6002");
  }

  @Test
  void anOverlayWithoutRowsIsTold() throws Exception {
    overlay(0, 3, 1);
    told("Overlay 6002");
  }

  @Test
  void anOverlayInBitsOfThePixelsIsTold() throws Exception {
    image.setInt(Tag.OverlayRows | GROUP_6002, VR.US, 2);
    image.setInt(Tag.OverlayColumns | GROUP_6002, VR.US, 3);
    image.setInt(Tag.OverlayBitsAllocated | GROUP_6002, VR.US, 16);
    image.setInt(Tag.OverlayBitPosition | GROUP_6002, VR.US, 3);
    told("Overlay 6002");
  }

  @Test
  void aShutterThatHidesTheWholeImageIsToldAndLeftAway() throws Exception {
    shutter("RECTANGULAR", 3, 1, 1, 2);
    told("RECTANGULAR");
  }

  @Test
  void aShutterBesideTheImageIsTold() throws Exception {
    image.setString(Tag.ShutterShape, VR.CS, "CIRCULAR");
    image.setInt(Tag.CenterOfCircularShutter, VR.IS, 500, 500);
    image.setInt(Tag.RadiusOfCircularShutter, VR.IS, 20);
    told("CIRCULAR");
  }

  @Test
  void aShutterWithoutItsEdgesIsTold() throws Exception {
    image.setString(Tag.ShutterShape, VR.CS, "POLYGONAL");
    told("POLYGONAL");
  }

  private void told(String what) throws Exception {
    assertEquals(1, notices().size(), notices().toString());
    assertTrue(notices().get(0).contains(what), notices().get(0));
    assertEquals(GreyCover.NONE, cover());
  }

  private Path write() throws Exception {
    return ImageFiles.write(folder, "image" + number++, image);
  }

  private List<String> notices() throws Exception {
    return DicomImages.readHeader(write()).notices();
  }

  private GreyCover cover() throws Exception {
    return DicomImages.read(write(), 1).cover();
  }

  private void overlay(int rows, int columns, int words) {
    image.setInt(Tag.OverlayRows | GROUP_6002, VR.US, rows);
    image.setInt(Tag.OverlayColumns | GROUP_6002, VR.US, columns);
    image.setInt(Tag.OverlayBitsAllocated | GROUP_6002, VR.US, 1);
    image.setInt(Tag.OverlayBitPosition | GROUP_6002, VR.US, 0);
    image.setBytes(Tag.OverlayData | GROUP_6002, VR.OW, new byte[2 * words]);
  }

  private void shutter(String shape, int left, int right, int upper, int lower) {
    image.setString(Tag.ShutterShape, VR.CS, shape);
    image.setInt(Tag.ShutterLeftVerticalEdge, VR.IS, left);
    image.setInt(Tag.ShutterRightVerticalEdge, VR.IS, right);
    image.setInt(Tag.ShutterUpperHorizontalEdge, VR.IS, upper);
    image.setInt(Tag.ShutterLowerHorizontalEdge, VR.IS, lower);
  }
}
