package org.cervimark.dicom.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.jaiimageio.jpeg2000.J2KImageWriteParam;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriter;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.cervimark.dicom.codec.TestImage.Content;
import org.cervimark.dicom.toolkit.TransferSyntax;
import org.cervimark.peer.Peers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tiles of JPEG 2000. GDCM does not write them; JJ2000 does, not always without loss, but GDCM
 * tells what should come of it.
 */
class J2kTilesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"64,64", "100,33", "256,16", "31,97", "130,75", "30,33", "100,40"})
  void tilesComeBackWhereTheyBelong(int width, int height) throws IOException, CodecException {
    TestImage image = TestImage.grey(Content.RADIOGRAPH, 130, 75, 16, false);
    BufferedImage picture = new BufferedImage(130, 75, BufferedImage.TYPE_USHORT_GRAY);
    picture.getRaster().setPixels(0, 0, 130, 75, image.values());
    J2KImageWriter writer = new J2KImageWriter(new J2KImageWriterSpi());
    J2KImageWriteParam parameters = (J2KImageWriteParam) writer.getDefaultWriteParam();
    parameters.setLossless(true);
    parameters.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setTiling(width, height, 0, 0);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(picture, null, null), parameters);
    }
    Path file =
        image.writeEncapsulated(
            folder.resolve("tiles.dcm"),
            TransferSyntax.JPEG_2000_LOSSLESS.uid(),
            out.toByteArray());
    Path plain = folder.resolve("by-gdcm.dcm");
    Peers.succeed("libgdcm-tools", "gdcmconv", "--raw", file.toString(), plain.toString());
    assertArrayEquals(PlainPixels.of(plain), EncapsulatedFile.open(file).decode());
  }

  /** Packet headers in a PPM or PPT segment, as a flipped bit makes them of a comment. */
  @ParameterizedTest
  @CsvSource({"90, 60", "93, 61"})
  void packedPacketHeadersAreRefused(String behind, String marker) {
    EncapsulatedFile file = compressed();
    String whole = HexFormat.of().formatHex(file.codestream(1));
    int at = whole.indexOf("ff" + behind);
    String packed = whole.substring(0, at) + "ff" + marker + "000300" + whole.substring(at);
    CodecException e =
        assertThrows(
            CodecException.class,
            () -> file.decoder().decode(HexFormat.of().parseHex(packed), file.format()));
    assertTrue(e.unsupported(), e.getMessage());
  }

  /** JJ2000 would never come back. */
  @Test
  void packetHeadersOfNothingButOnesAreRefused() {
    EncapsulatedFile file = compressed();
    String whole = HexFormat.of().formatHex(file.codestream(1));
    int at = whole.indexOf("ff93") + 4;
    String ones = whole.substring(0, at) + "ff".repeat(64) + whole.substring(at + 128);
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () ->
            assertThrows(
                CodecException.class,
                () -> file.decoder().decode(HexFormat.of().parseHex(ones), file.format())));
  }

  private EncapsulatedFile compressed() {
    Path plain =
        TestImage.grey(Content.RADIOGRAPH, 70, 50, 12, false).write(folder.resolve("plain.dcm"));
    Path compressed = folder.resolve("compressed.dcm");
    Peers.succeed("libgdcm-tools", "gdcmconv", "--j2k", plain.toString(), compressed.toString());
    return EncapsulatedFile.open(compressed);
  }
}
