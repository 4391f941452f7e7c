package org.cervimark.dicom.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.cervimark.dicom.codec.TestImage.Content;
import org.cervimark.dicom.toolkit.TransferSyntax;
import org.cervimark.peer.Peers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What codestreams may say besides pixels, made by changing those of DCMTK and GDCM. */
class CodestreamCornersTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"dcmcjpeg,+e1", "dcmcjpeg,+ee", "dcmcjpls,+el"})
  void numberOfLinesMayComeLast(String program, String option) throws CodecException {
    EncapsulatedFile file = compressed(12, "dcmtk", program, option);
    byte[] original = file.codestream(1);
    int frame = find(original, program.equals("dcmcjpls") ? 0xFFF7 : sof(original));
    byte[] later = original.clone();
    later[frame + 5] = 0;
    later[frame + 6] = 0;
    assertUnreadable(file, later, "said nowhere");

    int end = lastEnd(later);
    byte[] defined = insert(later, end, 0xFF, 0xDC, 0, 4, original[frame + 5], original[frame + 6]);
    assertArrayEquals(
        file.decoder().decode(original, file.format()),
        file.decoder().decode(defined, file.format()));

    byte[] contradicting = insert(later, end, 0xFF, 0xDC, 0, 4, 0, 1);
    assertUnreadable(file, contradicting, "contradicting");
  }

  @ParameterizedTest
  @CsvSource({"dcmcjpeg,+e1", "dcmcjpeg,+ee", "dcmcjpls,+el"})
  void endMarkerMayBeMissingAndPaddingMayFollow(String program, String option)
      throws CodecException {
    EncapsulatedFile file = compressed(12, "dcmtk", program, option);
    byte[] original = file.codestream(1);
    short[] expected = file.decoder().decode(original, file.format());
    int end = lastEnd(original);
    while (original[end - 1] == (byte) 0xFF) {
      end--;
    }
    byte[] withoutEnd = Arrays.copyOf(original, end);
    assertArrayEquals(expected, file.decoder().decode(withoutEnd, file.format()));
    byte[] padded = Arrays.copyOf(original, original.length + 7);
    assertArrayEquals(expected, file.decoder().decode(padded, file.format()));
  }

  /** Comments and application data are skipped, markers may be preceded by fill bytes. */
  @ParameterizedTest
  @CsvSource({"dcmcjpeg,+e1", "dcmcjpeg,+ee", "dcmcjpls,+el"})
  void segmentsAboutOtherThings(String program, String option) throws CodecException {
    EncapsulatedFile file = compressed(12, "dcmtk", program, option);
    byte[] original = file.codestream(1);
    byte[] more = insert(original, 2, 0xFF, 0xFE, 0, 5, 'a', 0xFF, 'b', 0xFF, 0xFF, 0xEC, 0, 2);
    assertArrayEquals(
        file.decoder().decode(original, file.format()), file.decoder().decode(more, file.format()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
  void otherProcessesAreNotSupported(int process) {
    EncapsulatedFile file = compressed(12, "dcmtk", "dcmcjpeg", "+ee");
    byte[] other = file.codestream(1);
    other[find(other, 0xFFC1) + 1] = (byte) process;
    assertTrue(assertUnreadable(file, other, "process").unsupported());
  }

  @Test
  void mappingTablesOfJpegLsAreNotSupported() {
    EncapsulatedFile file = compressed(8, "dcmtk", "dcmcjpls", "+el");
    byte[] table = insert(file.codestream(1), 2, 0xFF, 0xF8, 0, 6, 2, 1, 1, 9);
    assertTrue(assertUnreadable(file, table, "table").unsupported());
  }

  @Test
  void highThroughputInsideJpeg2000IsNotSupported() {
    EncapsulatedFile file = compressed(12, "libgdcm-tools", "gdcmconv", "--j2k");
    byte[] original = file.codestream(1);
    int siz = 4 + ByteBuffer.wrap(original).getShort(4);
    byte[] capable = insert(original, siz, 0xFF, 0x50, 0, 8, 0, 2, 0, 0, 0, 0);
    assertTrue(assertUnreadable(file, capable, "CAP").unsupported());
  }

  @Test
  void boxesAroundJpeg2000AreOpened() throws CodecException {
    EncapsulatedFile file = compressed(12, "libgdcm-tools", "gdcmconv", "--j2k");
    byte[] original = file.codestream(1);
    byte[] boxed =
        insert(
            original, 0, 0, 0, 0, 12, 0x6A, 0x50, 0x20, 0x20, 0x0D, 0x0A, 0x87, 0x0A, 0, 0, 0, 8,
            'f', 't', 'y', 'p', 0, 0, 0, 0, 'j', 'p', '2', 'c');
    assertArrayEquals(
        file.decoder().decode(original, file.format()),
        file.decoder().decode(boxed, file.format()));
  }

  @Test
  void syntaxesWithoutDecoderAreNamed() {
    for (String uid :
        new String[] {
          "1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.4.202", "1.2.840.10008.1.2.4.203"
        }) {
      assertTrue(Decoders.of(uid).isEmpty());
      assertTrue(TransferSyntax.describe(uid).startsWith("High-Throughput JPEG 2000"));
    }
    assertTrue(TransferSyntax.describe("1.2.840.10008.1.2.4.102").startsWith("MPEG-4"));
    assertTrue(TransferSyntax.describe("1.2.840.10008.1.2.4.107").startsWith("HEVC"));
    assertTrue(TransferSyntax.describe("1.2.840.10008.1.2.4.94").startsWith("JPIP"));
  }

  private static CodecException assertUnreadable(
      EncapsulatedFile file, byte[] codestream, String why) {
    CodecException thrown =
        assertThrows(
            CodecException.class, () -> file.decoder().decode(codestream, file.format()), why);
    assertFalse(thrown.getMessage().isBlank());
    return thrown;
  }

  private EncapsulatedFile compressed(int bits, String packageName, String program, String option) {
    Path plain =
        TestImage.grey(Content.RADIOGRAPH, 70, 50, bits, false).write(folder.resolve("plain.dcm"));
    Path out = folder.resolve("compressed.dcm");
    Peers.succeed(packageName, program, option, plain.toString(), out.toString());
    return EncapsulatedFile.open(out);
  }

  private static int sof(byte[] codestream) {
    return Arrays.stream(new int[] {0xFFC1, 0xFFC3})
        .filter(marker -> find(codestream, marker) >= 0)
        .findFirst()
        .orElseThrow();
  }

  private static int find(byte[] bytes, int marker) {
    for (int i = 0; i + 1 < bytes.length; i++) {
      if ((ByteBuffer.wrap(bytes).getShort(i) & 0xFFFF) == marker) {
        return i;
      }
    }
    return -1;
  }

  private static int lastEnd(byte[] bytes) {
    int end = bytes.length - 2;
    while ((ByteBuffer.wrap(bytes).getShort(end) & 0xFFFF) != 0xFFD9) {
      end--;
    }
    return end;
  }

  private static byte[] insert(byte[] bytes, int at, int... inserted) {
    ByteBuffer out = ByteBuffer.wrap(new byte[bytes.length + inserted.length]);
    out.put(bytes, 0, at);
    for (int each : inserted) {
      out.put((byte) each);
    }
    out.put(bytes, at, bytes.length - at);
    return out.array();
  }
}
