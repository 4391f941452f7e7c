package org.cervimark.dicom.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.toolkit.TransferSyntax;
import org.cervimark.image.PixelFormat;
import org.cervimark.image.StoredSamples;
import org.cervimark.testdata.SharedFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every file that GDCM could decode, all frames and samples, against the SHA-1 of the stored values
 * that GDCM found. Each row that is not equal has its reason here, and what is checked instead. The
 * table goes to {@code target/pixels-oracle.tsv}.
 */
class GdcmPixelsTest {

  private static final String REFUSED = "refused: ";

  private static final String CUT_SIGN = "pydicom/test_files/J2K_pixelrep_mismatch.dcm";

  private static final String MIXED = "pydicom/test_files/SC_rgb_rle_16bit_2frame.dcm";

  private static final String PLANES = "pydicom/test_files/ExplVR_BigEnd.dcm";

  /** Why a file is not equal. Those whose reason begins with "refused" must be refused. */
  private static final Map<String, String> REASONS =
      Map.of(
          "pydicom/test_files/JPEG2000-embedded-sequence-delimiter.dcm",
          REFUSED + "its size segment is overwritten; GDCM makes a black image of it",
          "pydicom/test_files/MR_truncated.dcm",
          REFUSED + "its Pixel Data is cut short; GDCM fills it up with zeros",
          "pydicom/test_files/badVR.dcm",
          REFUSED + "32 bits, a dose grid and no radiograph",
          CUT_SIGN,
          "the header says signed, the codestream unsigned; GDCM does not extend the sign",
          MIXED,
          "GDCM mixes up frames and components; the pixels are those of DCMTK's dcmdrle",
          PLANES,
          "the same samples; GDCM leaves them plane by plane");

  /** SHA-1 of MIXED as dcmdrle of DCMTK 3.6.7 decodes it. */
  private static final String BY_DCMDRLE = "db370b8d3aa2d15b3ca4a1765b3bc2a25456a6c3";

  private static final Map<String, String> ROWS = new ConcurrentSkipListMap<>();

  /** One line of the table. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Line(String[] fields) {

    String file() {
      return fields[0];
    }
  }

  @AfterAll
  static void writeTable() throws IOException {
    StringBuilder table = new StringBuilder("file\ttransfer syntax\tresult\n");
    ROWS.forEach((file, row) -> table.append(file).append('\t').append(row).append('\n'));
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target", "pixels-oracle.tsv"), table);
  }

  @TestFactory
  Stream<DynamicTest> storedValuesAreThoseOfGdcm() throws IOException {
    List<Line> lines =
        Files.readAllLines(SharedFiles.get("pixels-gdcm.tsv")).stream()
            .filter(line -> !line.startsWith("#") && !line.startsWith("file\t"))
            .map(line -> new Line(line.split("\t", -1)))
            .filter(line -> line.fields().length == 9)
            .toList();
    assertTrue(lines.size() >= 110, "only " + lines.size());
    return lines.stream().map(line -> DynamicTest.dynamicTest(line.file(), () -> compare(line)));
  }

  private static void compare(Line line) throws Exception {
    Path file = SharedFiles.get(line.file());
    Optional<String> reason = Optional.ofNullable(REASONS.get(line.file()));
    if (reason.isPresent() && reason.get().startsWith(REFUSED)) {
      String sentence =
          assertThrows(DicomException.class, () -> DicomImages.readSamples(file, 1)).getMessage();
      ROWS.put(
          line.file(),
          "-\t" + reason.get() + " (" + sentence.substring(sentence.indexOf(' ')).strip() + ")");
      return;
    }
    PixelFormat format = DicomImages.readSamples(file, 1).format();
    IntSummaryStatistics statistics = new IntSummaryStatistics();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int frame = 1; frame <= format.frames(); frame++) {
      StoredSamples samples = DicomImages.readSamples(file, frame);
      add(samples, statistics, bytes);
    }
    String found = sha1(pack(bytes.toByteArray(), format));
    String syntax = TransferSyntax.describe(format.transferSyntaxUid());
    String[] f = line.fields();
    boolean equal = found.equals(f[8]);
    boolean wavelet = format.transferSyntaxUid().equals(TransferSyntax.JPEG_2000.uid());
    boolean near =
        wavelet
            && Math.abs(statistics.getMin() - Integer.parseInt(f[5])) <= 1
            && Math.abs(statistics.getMax() - Integer.parseInt(f[6])) <= 1
            && Math.abs(statistics.getAverage() - Double.parseDouble(f[7])) < 0.005;
    String result =
        equal
            ? "equal"
            : near
                ? "within 1: the 9/7 wavelet is rounded differently"
                : "explained: " + reason.orElse("?");
    ROWS.put(line.file(), syntax + "\t" + result);
    if (!equal && !near) {
      assertTrue(reason.isPresent(), line.file());
      explain(line, bytes.toByteArray(), format);
    }
  }

  /** What is so of the files whose samples are not those that GDCM found. */
  private static void explain(Line line, byte[] bytes, PixelFormat format) throws Exception {
    String gdcm = line.fields()[8];
    switch (line.file()) {
      case PLANES -> assertEquals(gdcm, sha1(planes(bytes, format.samplesPerPixel())));
      case CUT_SIGN -> {
        byte[] cut = bytes.clone();
        for (int i = 1; i < cut.length; i += 2) {
          cut[i] &= (byte) ((1 << (format.bitsStored() - 8)) - 1);
        }
        assertEquals(gdcm, sha1(cut));
      }
      default -> assertEquals(BY_DCMDRLE, sha1(bytes));
    }
  }

  private static byte[] planes(byte[] interleaved, int samples) {
    byte[] planes = new byte[interleaved.length];
    for (int i = 0; i < planes.length; i++) {
      planes[i % samples * (planes.length / samples) + i / samples] = interleaved[i];
    }
    return planes;
  }

  private static void add(
      StoredSamples samples, IntSummaryStatistics statistics, ByteArrayOutputStream bytes) {
    PixelFormat format = samples.format();
    for (short word : samples.words()) {
      statistics.accept(format.signed() ? word : word & 0xFFFF);
      bytes.write(word);
      if (format.bitsAllocated() == 16) {
        bytes.write(word >> 8);
      }
    }
  }

  /** Single bits as GDCM leaves them: eight in a byte, the first one lowest. */
  private static byte[] pack(byte[] bytes, PixelFormat format) {
    if (format.bitsAllocated() != 1) {
      return bytes;
    }
    byte[] packed = new byte[(bytes.length + 7) / 8];
    for (int i = 0; i < bytes.length; i++) {
      packed[i / 8] |= (byte) (bytes[i] << (i % 8));
    }
    return packed;
  }

  private static String sha1(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
  }
}
