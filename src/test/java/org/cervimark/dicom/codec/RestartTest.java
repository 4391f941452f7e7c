package org.cervimark.dicom.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Arrays;
import org.cervimark.dicom.codec.TestImage.Content;
import org.cervimark.image.PixelFormat;
import org.cervimark.peer.Peers;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestartTest {

  private static final int TIMES = 11;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "dcmcjpeg,+e1,12,1024",
    "dcmcjpeg,+el,16,1024",
    "dcmcjpeg,+ee,12,16",
    "dcmcjpls,+el,12,16",
    "dcmcjpls,+en,16,16",
  })
  void decoderStartsAfreshAfterEachMarker(String program, String option, int bits, int interval)
      throws CodecException {
    EncapsulatedFile file = compressed(program, option, bits);
    int[] once = file.decode();
    byte[] stripes = Stripes.repeat(file.codestream(1), TIMES, 16, interval);
    int[] all = EncapsulatedFile.unsigned(file.decoder().decode(stripes, format(bits)));
    for (int i = 0; i < TIMES; i++) {
      assertArrayEquals(once, Arrays.copyOfRange(all, i * once.length, (i + 1) * once.length));
    }
  }

  @ParameterizedTest
  @CsvSource({"dcmcjpeg,+e1,12,1024", "dcmcjpeg,+ee,12,16", "dcmcjpls,+el,12,16"})
  void markersInTheWrongOrderAreRefused(String program, String option, int bits, int interval) {
    EncapsulatedFile file = compressed(program, option, bits);
    byte[] stripes = Stripes.repeat(file.codestream(1), TIMES, 16, interval);
    int marker = 20;
    while ((stripes[marker] & 0xFF) != 0xFF || (stripes[marker + 1] & 0xFF) != Marker.RST0 + 3) {
      marker++;
    }
    stripes[marker + 1] = (byte) (Marker.RST0 + 5);
    assertThrows(CodecException.class, () -> file.decoder().decode(stripes, format(bits)));
  }

  @ParameterizedTest
  @CsvSource({"dcmcjpeg,+e1,12,512", "dcmcjpeg,+e1,12,1000", "dcmcjpeg,+ee,12,15"})
  void intervalsThatDoNotFitTheMarkersAreRefused(
      String program, String option, int bits, int interval) {
    EncapsulatedFile file = compressed(program, option, bits);
    byte[] stripes = Stripes.repeat(file.codestream(1), TIMES, 16, interval);
    assertThrows(CodecException.class, () -> file.decoder().decode(stripes, format(bits)));
  }

  private EncapsulatedFile compressed(String program, String option, int bits) {
    TestImage image = TestImage.grey(Content.RADIOGRAPH, 64, 16, bits, false);
    Path plain = image.write(folder.resolve("plain.dcm"));
    Path out = folder.resolve("compressed.dcm");
    Peers.succeed(
        "dcmtk",
        program,
        option,
        program.equals("dcmcjpeg") ? "+un" : "+ud",
        plain.toString(),
        out.toString());
    return EncapsulatedFile.open(out);
  }

  private static PixelFormat format(int bits) {
    return TestImage.format(64, 16 * TIMES, 1, 1, bits, false, "MONOCHROME2");
  }
}
