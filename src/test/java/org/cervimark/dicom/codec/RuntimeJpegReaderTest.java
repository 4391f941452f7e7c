package org.cervimark.dicom.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.cervimark.dicom.codec.TestImage.Content;
import org.cervimark.testdata.ForkedJvm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other programs do to the registry of ImageIO does not keep JPEG from being read. */
class RuntimeJpegReaderTest {

  @TempDir Path folder;

  private Path file;
  private int expected;

  @BeforeEach
  void compress() throws IOException, CodecException {
    BufferedImage picture = new BufferedImage(70, 50, BufferedImage.TYPE_BYTE_GRAY);
    picture
        .getRaster()
        .setPixels(0, 0, 70, 50, TestImage.grey(Content.RADIOGRAPH, 70, 50, 8, false).values());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertTrue(ImageIO.write(picture, "jpeg", out));
    file = Files.write(folder.resolve("picture.jpg"), out.toByteArray());
    expected = JpegWitness.hash(out.toByteArray(), new JpegDecoder(RuntimeJpegReader::find));
  }

  @Test
  void javasReaderIsUsed() {
    assertEquals("true " + expected, ForkedJvm.run(JpegWitness.class, file.toString()));
  }

  @Test
  void brokenServiceOfAnotherProgram() throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve("javax.imageio.spi.ImageReaderSpi"), "no.such.Reader\n");
    String classPath = folder + File.pathSeparator + System.getProperty("java.class.path");
    assertEquals(
        "false " + expected,
        ForkedJvm.run(classPath, JpegWitness.class.getName(), java.util.List.of(file.toString())));
  }
}
