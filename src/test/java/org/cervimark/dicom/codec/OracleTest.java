package org.cervimark.dicom.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cervimark.dicom.toolkit.TransferSyntax;
import org.cervimark.testdata.SharedFiles;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** Every compressed file of the shared test data against the pixels that GDCM found in it. */
class OracleTest {

  private static final String TABLE = "pixels-gdcm.tsv";

  /**
   * GDCM does not sign extend this one, whose codestream is unsigned though its header says signed.
   */
  private static final String NOT_SIGN_EXTENDED = "pydicom/test_files/J2K_pixelrep_mismatch.dcm";

  /**
   * The size in the codestream is overwritten by a sequence delimiter, to try parsers; GDCM makes
   * it a black image.
   */
  private static final String OVERWRITTEN =
      "pydicom/test_files/JPEG2000-embedded-sequence-delimiter.dcm";

  /** Where GDCM mixes up frames and components, the pixels are those of DCMTK 3.6.7 (dcmdrle). */
  private static final Map<String, String> BY_DCMTK =
      Map.of(
          "pydicom/test_files/SC_rgb_rle_16bit_2frame.dcm",
          "db370b8d3aa2d15b3ca4a1765b3bc2a25456a6c3");

  @TestFactory
  Stream<DynamicTest> samePixelsAsGdcm() throws IOException {
    Path table = SharedFiles.get(TABLE);
    return Files.readAllLines(table).stream()
        .map(line -> line.split("\t", -1))
        .filter(fields -> fields.length == 9 && !fields[0].equals("file"))
        .map(fields -> new Row(fields, EncapsulatedFile.open(table.resolveSibling(fields[0]))))
        .filter(Row::compressed)
        .map(row -> DynamicTest.dynamicTest(row.name(), row.check()));
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Row(String[] fields, EncapsulatedFile file) {

    String name() {
      return fields[0];
    }

    Optional<TransferSyntax> syntax() {
      return TransferSyntax.of(file.format().transferSyntaxUid());
    }

    boolean compressed() {
      return syntax().isPresent() && syntax().get().encapsulated();
    }

    Executable check() {
      if (name().equals(OVERWRITTEN)) {
        return () -> assertThrows(CodecException.class, file::decode);
      }
      if (name().equals(NOT_SIGN_EXTENDED)) {
        return () -> {
          int mask = (1 << file.format().bitsStored()) - 1;
          int[] cells = IntStream.of(file.decode()).map(value -> value & mask).toArray();
          assertEquals(fields[8], sha1(cells));
        };
      }
      if (syntax().orElseThrow() == TransferSyntax.JPEG_2000) {
        return this::checkLossy;
      }
      String expected = BY_DCMTK.getOrDefault(name(), fields[8]);
      return () -> assertEquals(expected, sha1(file.decode()));
    }

    /**
     * The 9/7 wavelet is computed in floating point, and decoders round differently: single pixels
     * may differ by one (pixel by pixel in {@code LossyPeerTest}), the mean by next to nothing.
     */
    private void checkLossy() throws CodecException {
      int[] values = file.decode();
      if (!sha1(values).equals(fields[8])) {
        var found = IntStream.of(values).summaryStatistics();
        assertTrue(Math.abs(found.getMin() - Integer.parseInt(fields[5])) <= 1, found::toString);
        assertTrue(Math.abs(found.getMax() - Integer.parseInt(fields[6])) <= 1, found::toString);
        assertEquals(Double.parseDouble(fields[7]), found.getAverage(), 0.005);
      }
    }

    private String sha1(int[] values) {
      byte[] cells = new TestImage(file.format(), values).cells();
      try {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(cells));
      } catch (NoSuchAlgorithmException e) {
        throw new AssertionError(e);
      }
    }
  }
}
