package org.cervimark.dicom.toolkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Fragments;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageOutputStream;
import org.cervimark.testdata.ForkedJvm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each repair beside its defect. On the republished toolkit a defect that is gone fails its test,
 * and the repair can go too; the genuine toolkit must behave well without any.
 */
class ToolkitRepairTest {

  private static final boolean REPUBLISHED = exists("org.aoju.bus.logger.LogFactory");
  private static final boolean IMAGE_IO_SERVICES =
      exists("org.aoju.bus.image.nimble.opencv.NativeJPEGImageReaderSpi");

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    Toolkit.start();
  }

  @Test
  void warningsNeedNoLoggingLibrary() {
    if (REPUBLISHED) {
      String plain = ForkedJvm.run(ToolkitWitness.class, "log", "plain");
      assertTrue(plain.contains("ServiceConfigurationError"), plain);
    }
    String repaired = ForkedJvm.run(ToolkitWitness.class, "log", "repaired");
    if (REPUBLISHED) {
      assertEquals("width -1.0", repaired, "nothing but the result may be printed");
    }
    assertTrue(repaired.endsWith("width -1.0"), repaired);
    assertFalse(repaired.contains("secret"), repaired);
  }

  @Test
  void jpegFilesCanBeReadByTheWholeProgram() {
    if (IMAGE_IO_SERVICES) {
      String plain = ForkedJvm.run(ToolkitWitness.class, "imageio", "plain");
      assertEquals("NoClassDefFoundError", plain);
    }
    assertEquals("1 read it", ForkedJvm.run(ToolkitWitness.class, "imageio", "repaired"));
  }

  @Test
  void otherPeoplesImageServicesStay() {
    IIORegistry registry = IIORegistry.getDefaultInstance();
    ForeignReader foreign = new ForeignReader();
    registry.registerServiceProvider(foreign);
    try {
      ImageIoRepair.apply();
      assertTrue(registry.contains(foreign));
      boolean jdk = false;
      for (Iterator<ImageReaderSpi> it = registry.getServiceProviders(ImageReaderSpi.class, false);
          it.hasNext(); ) {
        String name = it.next().getClass().getName();
        assertFalse(name.startsWith("org.aoju.bus.image."), name);
        jdk |= name.equals("com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi");
      }
      assertTrue(jdk);
    } finally {
      registry.deregisterServiceProvider(foreign);
    }
  }

  @Test
  void undeclaredTextIsAscii() {
    if (REPUBLISHED) {
      // GB18030 for e acute.
      assertEquals("a8a6", ForkedJvm.run(ToolkitWitness.class, "latin", "plain"));
    }
    // A question mark: ISO 646 has no such letter.
    assertEquals("3f", ForkedJvm.run(ToolkitWitness.class, "latin", "repaired"));
  }

  @Test
  void hangulCanFollowTheDefaultRepertoire() {
    if (REPUBLISHED) {
      String plain = ForkedJvm.run(ToolkitWitness.class, "hangul", "plain");
      assertFalse(plain.startsWith("1b242943"), plain);
    }
    // PS3.5 annex I.2: ESC 02/04 02/09 04/03, then KS X 1001 for the family name Kim.
    assertEquals("1b242943b1e8", ForkedJvm.run(ToolkitWitness.class, "hangul", "repaired"));
  }

  @Test
  void emptyFragmentsCanBeWrittenAgain() throws Exception {
    byte[] frame = {1, 2, 3, 4};
    Attributes dataSet = identified();
    Fragments fragments = dataSet.newFragments(Tag.PixelData, VR.OB, 2);
    fragments.add(new byte[0]);
    fragments.add(frame);
    Path first = folder.resolve("first.dcm");
    DataSetWriter.write(first, dataSet, TransferSyntax.RLE);

    Attributes read = DataSetReader.readWhole(first).dataSet();
    if (REPUBLISHED) {
      try (ImageOutputStream out =
          new ImageOutputStream(new ByteArrayOutputStream(), TransferSyntax.RLE.uid())) {
        assertThrows(RuntimeException.class, () -> out.writeDataset(null, read));
      }
    }
    Path second = folder.resolve("second.dcm");
    DataSetWriter.write(second, read, TransferSyntax.RLE);
    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
  }

  @Test
  void overlaysAndCurvesGoAndPixelDataStay() {
    if (REPUBLISHED) {
      Attributes plain = withRepeatingGroups();
      plain.removeOverlayData();
      assertFalse(plain.contains(Tag.PixelData));
    }
    Attributes dataSet = withRepeatingGroups();
    assertEquals(3, RepeatingGroups.removeOverlays(dataSet));
    assertEquals(1, RepeatingGroups.removeCurves(dataSet));
    assertArrayEquals(
        new int[] {Tag.SOPClassUID, Tag.SOPInstanceUID, Tag.Rows, Tag.PixelData}, dataSet.tags());
  }

  @Test
  void deflatedFilesHaveEvenLength() throws Exception {
    boolean oddSeen = false;
    for (int i = 0; i < 8; i++) {
      Attributes dataSet = identified();
      dataSet.setString(Tag.SeriesDescription, VR.LO, "x".repeat(i * i));
      ByteArrayOutputStream plain = new ByteArrayOutputStream();
      try (ImageOutputStream out = new ImageOutputStream(plain, TransferSyntax.DEFLATED.uid())) {
        out.writeDataset(null, dataSet);
      }
      oddSeen |= plain.size() % 2 != 0;
      Path file = folder.resolve("deflated" + i + ".dcm");
      DataSetWriter.write(file, dataSet, TransferSyntax.DEFLATED);
      assertEquals(0, Files.size(file) % 2);
      assertEquals(dataSet, DataSetReader.readWhole(file).dataSet());
    }
    if (REPUBLISHED) {
      assertTrue(oddSeen, "the toolkit pads by itself now");
    }
  }

  private static Attributes identified() {
    Attributes dataSet = new Attributes();
    dataSet.setString(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.1");
    dataSet.setString(Tag.SOPInstanceUID, VR.UI, "2.25.4711");
    return dataSet;
  }

  private static Attributes withRepeatingGroups() {
    Attributes dataSet = identified();
    dataSet.setInt(Tag.Rows, VR.US, 1);
    dataSet.setInt(0x50000005, VR.US, 1);
    dataSet.setInt(0x60000010, VR.US, 1);
    dataSet.setInt(0x60000011, VR.US, 1);
    dataSet.setInt(0x60020010, VR.US, 1);
    dataSet.setBytes(Tag.PixelData, VR.OW, new byte[2]);
    return dataSet;
  }

  private static boolean exists(String name) {
    try {
      Class.forName(name, false, ToolkitRepairTest.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** A service of somebody else's. */
  private static final class ForeignReader extends ImageReaderSpi {

    private ForeignReader() {
      super(
          "Somebody else",
          "1",
          new String[] {"foreign"},
          null,
          null,
          "foreign.Reader",
          new Class<?>[] {ImageInputStream.class},
          null,
          false,
          null,
          null,
          null,
          null,
          false,
          null,
          null,
          null,
          null);
    }

    @Override
    public boolean canDecodeInput(Object source) {
      return false;
    }

    @Override
    public ImageReader createReaderInstance(Object extension) throws IOException {
      throw new IOException("reads nothing");
    }

    @Override
    public String getDescription(java.util.Locale locale) {
      return "somebody else's reader";
    }
  }
}
