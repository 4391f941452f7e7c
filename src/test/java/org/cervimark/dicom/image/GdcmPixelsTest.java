package org.cervimark.dicom.image;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.toolkit.DataSetReader;
import org.cervimark.dicom.toolkit.TransferSyntax;
import org.cervimark.image.PixelFormat;
import org.cervimark.testdata.SharedFiles;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every single-sample file that GDCM could decode, in every transfer syntax that we decode: type,
 * size, extremes, mean and SHA-1 of the stored values of all frames.
 */
class GdcmPixelsTest {

  private static final Set<String> DECODED =
      Set.of(
          TransferSyntax.IMPLICIT_LITTLE.uid(),
          TransferSyntax.EXPLICIT_LITTLE.uid(),
          TransferSyntax.EXPLICIT_BIG.uid(),
          TransferSyntax.DEFLATED.uid(),
          TransferSyntax.RLE.uid(),
          TransferSyntax.JPEG_BASELINE.uid());

  /** One line of the table. */
  private record Line(String file, String type, String size, String samples, String[] fields) {

    static Line of(String line) {
      String[] f = line.split("\t");
      return new Line(f[0], f.length > 2 ? f[1] : "FAIL", f.length > 2 ? f[2] : "", f[3], f);
    }

    /** Grey of 8 or 16 bits, and not one that is truncated and that GDCM fills up. */
    boolean measurable() {
      return (type.endsWith("INT8") || type.endsWith("INT16"))
          && samples.equals("1")
          && !file.contains("MR_truncated")
          && !file.contains("no-pixel-spacing")
          && !file.contains("JPEGLSNearLossless_");
    }
  }

  @TestFactory
  Stream<DynamicTest> storedValuesAreThoseOfGdcm() throws Exception {
    return lines().stream()
        .filter(line -> DECODED.contains(syntax(line)))
        .map(line -> DynamicTest.dynamicTest(line.file(), () -> compare(line)));
  }

  @Test
  void enoughFilesAreCompared() throws Exception {
    assertTrue(lines().stream().filter(line -> DECODED.contains(syntax(line))).count() >= 65);
  }

  private static void compare(Line line) throws Exception {
    Path file = SharedFiles.get(line.file());
    PixelFormat format = DicomImages.readHeader(file).pixelFormat();
    MessageDigest digest = MessageDigest.getInstance("SHA-1");
    IntSummaryStatistics statistics = new IntSummaryStatistics();
    for (int frame = 1; frame <= format.frames(); frame++) {
      int[] values = DicomImages.read(file, frame).pixels().values();
      for (int value : values) {
        statistics.accept(value);
      }
      digest.update(littleEndian(values, format.bitsAllocated() / 8));
    }
    String frames = line.size().split("x").length == 3 ? "x" + format.frames() : "";
    String[] f = line.fields();
    assertAll(
        () -> assertEquals(line.size(), format.columns() + "x" + format.rows() + frames),
        () -> assertEquals(line.type().startsWith("UINT"), !format.signed()),
        () -> assertEquals(Integer.parseInt(f[5]), statistics.getMin()),
        () -> assertEquals(Integer.parseInt(f[6]), statistics.getMax()),
        () -> assertEquals(Double.parseDouble(f[7]), statistics.getAverage(), 1e-3),
        () -> assertEquals(f[8], HexFormat.of().formatHex(digest.digest())));
  }

  private static byte[] littleEndian(int[] values, int bytes) {
    ByteBuffer buffer = ByteBuffer.allocate(values.length * bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      if (bytes == 1) {
        buffer.put((byte) value);
      } else {
        buffer.putShort((short) value);
      }
    }
    return buffer.array();
  }

  private static String syntax(Line line) {
    try {
      return DataSetReader.readHeader(SharedFiles.get(line.file())).transferSyntaxUid();
    } catch (DicomException e) {
      throw new AssertionError(line.file(), e);
    }
  }

  private static List<Line> lines() throws Exception {
    return Files.readAllLines(SharedFiles.get("pixels-gdcm.tsv")).stream()
        .filter(line -> !line.startsWith("#") && !line.startsWith("file\t"))
        .filter(line -> line.split("\t").length > 8)
        .map(Line::of)
        .filter(Line::measurable)
        .toList();
  }
}
