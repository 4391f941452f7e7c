package org.cervimark.dicom.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Fragments;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.toolkit.TransferSyntax;
import org.cervimark.image.GreyScale;
import org.cervimark.image.Radiograph;
import org.cervimark.image.StoredRange;
import org.cervimark.image.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DicomImagesTest {

  @TempDir Path folder;

  @Test
  void headerBecomesRadiograph() throws Exception {
    Attributes image = ImageFiles.image();
    image.setString(Tag.SpecificCharacterSet, VR.CS, "", "ISO 2022 IR 149");
    image.setString(Tag.PatientName, VR.PN, "Hong^Gildong=洪^吉洞=홍^길동");
    image.setString(Tag.StudyDate, VR.DA, "20260114");
    Radiograph radiograph = DicomImages.readHeader(ImageFiles.write(folder, "a.dcm", image));
    assertEquals("Hong^Gildong=洪^吉洞=홍^길동", radiograph.patient().name().toDicom());
    assertEquals("T1", radiograph.patient().id());
    assertEquals(Optional.of("20260114"), radiograph.study().date());
    assertEquals("CR", radiograph.modality());
    assertEquals("2.25.3", radiograph.reference().sopInstanceUid());
    assertEquals(1, radiograph.reference().frame());
    assertEquals(3, radiograph.columns());
    assertEquals(2, radiograph.rows());
  }

  /** Twelve bits in the middle of the cell, with overlay bits around them. */
  @Test
  void anyHighBitAndSignIsUnpacked() throws Exception {
    Attributes image = ImageFiles.header();
    image.setInt(Tag.HighBit, VR.US, 13);
    image.setInt(Tag.PixelRepresentation, VR.US, 1);
    int[] stored = {0, 1, -1, 2047, -2048, 100};
    ByteBuffer cells = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : stored) {
      cells.putShort((short) ((value & 0xFFF) << 2 | 0xC003));
    }
    image.setBytes(Tag.PixelData, VR.OW, cells.array());
    Path file = ImageFiles.write(folder, "a.dcm", image);
    assertArrayEquals(stored, DicomImages.read(file, 1).pixels().values());
  }

  @Test
  void framesAreCountedFromOne() throws Exception {
    Attributes image = ImageFiles.header();
    image.setInt(Tag.Rows, VR.US, 1);
    image.setString(Tag.NumberOfFrames, VR.IS, "2");
    image.setBytes(Tag.PixelData, VR.OW, new byte[] {1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0});
    Path file = ImageFiles.write(folder, "a.dcm", image);
    assertArrayEquals(new int[] {1, 2, 3}, DicomImages.read(file, 1).pixels().values());
    assertArrayEquals(new int[] {4, 5, 6}, DicomImages.read(file, 2).pixels().values());
    assertEquals(2, DicomImages.read(file, 2).radiograph().reference().frame());
    assertRefused(file, 3, "has no frame 3, it has 2");
  }

  /** PS3.5 G.5: a literal run, then a replicate run, in each of two planes, for each frame. */
  @Test
  void runLengthFramesAreUnpacked() throws Exception {
    Attributes image = ImageFiles.header();
    image.setString(Tag.NumberOfFrames, VR.IS, "2");
    Fragments fragments = image.newFragments(Tag.PixelData, VR.OB, 3);
    fragments.add(new byte[0]);
    fragments.add(rle(new byte[] {-5, 1}, new byte[] {2, 10, 20, 30, -2, 40}));
    fragments.add(rle(new byte[] {-5, 0}, new byte[] {5, 1, 2, 3, 4, 5, 6}));
    Path file = ImageFiles.write(folder, "a.dcm", image, TransferSyntax.RLE);
    assertArrayEquals(
        new int[] {266, 276, 286, 296, 296, 296}, DicomImages.read(file, 1).pixels().values());
    assertArrayEquals(new int[] {1, 2, 3, 4, 5, 6}, DicomImages.read(file, 2).pixels().values());
  }

  @Test
  void whatCannotBeDecodedKeepsItsHeaderAndIsNamed() throws Exception {
    for (TransferSyntax syntax :
        List.of(
            TransferSyntax.HTJ2K_LOSSLESS,
            TransferSyntax.HTJ2K_LOSSLESS_RPCL,
            TransferSyntax.HTJ2K)) {
      Attributes image = ImageFiles.header();
      Fragments fragments = image.newFragments(Tag.PixelData, VR.OB, 2);
      fragments.add(new byte[0]);
      fragments.add(new byte[] {-1, 0x4F, -1, 0x51});
      Path file = ImageFiles.write(folder, syntax.name(), image, syntax);
      assertEquals(3, DicomImages.readHeader(file).columns());
      assertRefused(file, 1, syntax.label());
      assertRefused(file, 1, syntax.uid());
    }
  }

  @Test
  void malformedRunsAreRefused() throws Exception {
    List<byte[]> planes =
        List.of(
            new byte[] {5, 1, 2, 3},
            new byte[] {3, 1, 2, 3, 4, -1},
            new byte[] {-100, 1},
            new byte[] {4, 1, 2, 3, 4, 5},
            new byte[] {-5, 1, 5, 1, 2, 3, 4, 5, 6});
    for (byte[] plane : planes) {
      Attributes image = ImageFiles.header();
      Fragments fragments = image.newFragments(Tag.PixelData, VR.OB, 2);
      fragments.add(new byte[0]);
      fragments.add(rle(new byte[] {-5, 1}, plane));
      Path file =
          ImageFiles.write(folder, Arrays.hashCode(plane) + ".dcm", image, TransferSyntax.RLE);
      assertRefused(file, 1, "has damaged RLE Lossless pixel data");
    }
  }

  @Test
  void greyScaleIsThatOfTheHeader() throws Exception {
    Attributes image = ImageFiles.image();
    image.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME1");
    image.setString(Tag.RescaleSlope, VR.DS, "0.5");
    image.setString(Tag.RescaleIntercept, VR.DS, "-10");
    image.setString(Tag.WindowCenter, VR.DS, "100", "200", "300");
    image.setString(Tag.WindowWidth, VR.DS, "50", "0", "70");
    image.setString(Tag.WindowCenterWidthExplanation, VR.LO, "BONE", "BAD", "SOFT");
    image.setInt(Tag.PixelPaddingValue, VR.US, 5);
    image.setInt(Tag.PixelPaddingRangeLimit, VR.US, 4);
    GreyScale grey = DicomImages.read(ImageFiles.write(folder, "a.dcm", image), 1).greyScale();
    assertEquals(
        new GreyScale(
            0.5,
            -10,
            List.of(new Window(100, 50, "BONE"), new Window(300, 70, "SOFT")),
            true,
            Optional.of(new StoredRange(4, 5))),
        grey);
    Attributes inverse = ImageFiles.image();
    inverse.setString(Tag.PresentationLUTShape, VR.CS, "INVERSE");
    assertTrue(
        DicomImages.read(ImageFiles.write(folder, "b.dcm", inverse), 1).greyScale().inverted());
    assertFalse(
        DicomImages.read(ImageFiles.write(folder, "c.dcm", ImageFiles.image()), 1)
            .greyScale()
            .inverted());
  }

  @Test
  void eachKindOfBadFileHasItsOwnSentence() throws Exception {
    Attributes colour = ImageFiles.image();
    colour.setInt(Tag.SamplesPerPixel, VR.US, 3);
    colour.setString(Tag.PhotometricInterpretation, VR.CS, "HSV");
    Attributes huge = ImageFiles.image();
    huge.setInt(Tag.Rows, VR.US, 65535);
    huge.setInt(Tag.Columns, VR.US, 65535);
    Attributes larger = ImageFiles.image();
    larger.setInt(Tag.Rows, VR.US, 4000);
    Attributes flat = ImageFiles.image();
    flat.setInt(Tag.Columns, VR.US, 0);
    Attributes deep = ImageFiles.image();
    deep.setInt(Tag.BitsAllocated, VR.US, 32);
    Attributes confused = ImageFiles.image();
    confused.setInt(Tag.HighBit, VR.US, 3);
    Attributes nameless = ImageFiles.image();
    nameless.remove(Tag.SeriesInstanceUID);
    Attributes text = ImageFiles.header();
    text.remove(Tag.Rows);
    List<String> sentences =
        List.of(
            assertRefused(ImageFiles.write(folder, "1", ImageFiles.header()), 1, "no pixel data"),
            assertRefused(
                ImageFiles.write(folder, "2", colour), 1, "colours coded as HSV in 3 samples"),
            assertRefused(ImageFiles.write(folder, "3", huge), 1, "65535 × 65535 pixels"),
            assertRefused(ImageFiles.write(folder, "4", larger), 1, "fewer pixel data"),
            assertRefused(ImageFiles.write(folder, "5", flat), 1, "its Columns is missing"),
            assertRefused(ImageFiles.write(folder, "6", deep), 1, "32 bits per pixel"),
            assertRefused(ImageFiles.write(folder, "7", confused), 1, "bits contradict"),
            assertRefused(ImageFiles.write(folder, "8", nameless), 1, "Series Instance UID"),
            assertRefused(ImageFiles.write(folder, "9", text), 1, "holds no image"),
            assertRefused(
                Files.writeString(folder.resolve("10"), "plain text"), 1, "is not a DICOM file"));
    Set<String> kinds = new HashSet<>();
    sentences.forEach(s -> kinds.add(s.substring(s.indexOf(' '))));
    assertEquals(sentences.size(), kinds.size());
  }

  @Test
  void truncatedPixelsAreRefused() throws Exception {
    byte[] whole = Files.readAllBytes(ImageFiles.write(folder, "whole.dcm", ImageFiles.image()));
    Path cut = Files.write(folder.resolve("cut.dcm"), Arrays.copyOf(whole, whole.length - 4));
    assertRefused(cut, 1, "ends in the middle of its data");
  }

  private String assertRefused(Path file, int frame, String part) {
    DicomException e =
        assertThrows(DicomException.class, () -> DicomImages.read(file, frame), part);
    assertTrue(e.getMessage().contains(part), e.getMessage());
    assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
    return e.getMessage().substring(file.toString().length());
  }

  private static byte[] rle(byte[] high, byte[] low) {
    ByteBuffer frame = ByteBuffer.allocate(64 + high.length + low.length);
    frame.order(ByteOrder.LITTLE_ENDIAN).putInt(2).putInt(64).putInt(64 + high.length);
    frame.position(64);
    return frame.put(high).put(low).array();
  }
}
