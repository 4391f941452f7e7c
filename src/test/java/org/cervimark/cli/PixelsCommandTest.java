package org.cervimark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.cervimark.report.Phantoms;
import org.cervimark.testdata.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PixelsCommandTest {

  @TempDir Path folder;

  /** The oracle is GDCM, whose SHA-1 of the native little-endian buffer lies beside the files. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "highdicom/dx_image.dcm",
        "nema-wg04-compsamples/IMAGES/REF/RG3_UNC",
        "nema-wg04-compsamples/IMAGES/RLE/RG3_RLE",
        "clunie-pixelspacing/DISCIMG/IMAGES/CRIMAGEA",
        "cornerstone-wado/CTImage.dcm_LittleEndianImplicitTransferSyntax_1.2.840.10008.1.2.dcm",
        "cornerstone-wado/CTImage.dcm_BigEndianExplicitTransferSyntax_1.2.840.10008.1.2.2.dcm",
        "cornerstone-wado/CTImage.dcm_DeflatedExplicitVRLittleEndianTransferSyntax_1.2.840.10008.1.2.1.99.dcm",
        "cornerstone-wado/CTImage.dcm_RLELosslessTransferSyntax_1.2.840.10008.1.2.5.dcm",
        "pydicom/test_files/MR_small_RLE.dcm",
        "pydicom/test_files/dicomdirtests/77654033/CR1/6154",
        "pydicom/test_files/dicomdirtests/77654033/CR2/6247",
        "pydicom/test_files/dicomdirtests/77654033/CR3/6278",
      })
  void writesWhatGdcmDecodes(String file) throws Exception {
    Path raw = folder.resolve("pixels.raw");
    CommandRun run =
        CommandRun.of("pixels", SharedFiles.get(file), "--out", raw).ends(ExitCode.DONE);
    assertEquals("", run.out());
    assertEquals(gdcm(file), sha1(raw));
  }

  @Test
  void writesTheFrameAskedFor() throws Exception {
    Path file = SharedFiles.get("pydicom/test_files/MR_small.dcm");
    Path raw = folder.resolve("pixels.raw");
    CommandRun.of("pixels", file, "--out", raw, "--frame", 1).ends(ExitCode.DONE);
    CommandRun run =
        CommandRun.of("pixels", file, "--out", folder.resolve("2.raw"), "--frame", 2)
            .ends(ExitCode.INPUT_FAILED);
    assertTrue(run.err().contains("has no frame 2"), run.err());
    assertFalse(Files.exists(folder.resolve("2.raw")));
  }

  @Test
  void anExistingFileIsReplacedOnlyOnRequest() throws Exception {
    Path raw = Files.writeString(folder.resolve("notes.txt"), "mine");
    CommandRun run =
        CommandRun.of("pixels", Phantoms.OPEN_MOUTH, "--out", raw).ends(ExitCode.OUTPUT_FAILED);
    assertTrue(run.err().contains("exists already and is not replaced"), run.err());
    assertEquals("mine", Files.readString(raw));
    CommandRun.of("pixels", Phantoms.OPEN_MOUTH, "--out", raw, "--force").ends(ExitCode.DONE);
    assertEquals(1024 * 1056 * 2, Files.size(raw));
  }

  @Test
  void aDicomFileIsNeverReplaced() throws Exception {
    Path original = Files.copy(Phantoms.OPEN_MOUTH, folder.resolve("original.dcm"));
    String before = sha1(original);
    CommandRun run =
        CommandRun.of("pixels", original, "--out", original, "--force")
            .ends(ExitCode.OUTPUT_FAILED);
    assertTrue(run.err().contains("is never replaced"), run.err());
    assertEquals(before, sha1(original));
  }

  @Test
  void aMissingFolderIsNamedBeforeAnythingIsDone() {
    Path raw = folder.resolve("no").resolve("pixels.raw");
    CommandRun run =
        CommandRun.of("pixels", Phantoms.OPEN_MOUTH, "--out", raw).ends(ExitCode.OUTPUT_FAILED);
    assertEquals(
        raw + " cannot be written because its folder does not exist; create the folder first.\n",
        run.err());
  }

  /** Where even the system's administrator may not write. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void anUnwritableFolderIsNamed() {
    CommandRun run =
        CommandRun.of("pixels", Phantoms.OPEN_MOUTH, "--out", "/sys/pixels.raw")
            .ends(ExitCode.OUTPUT_FAILED);
    assertTrue(run.err().startsWith("/sys/pixels.raw cannot be written"), run.err());
  }

  @Test
  void nothingButTheResultIsLeftInTheFolder() throws Exception {
    CommandRun.of("pixels", Phantoms.OPEN_MOUTH, "--out", folder.resolve("a.raw"))
        .ends(ExitCode.DONE);
    CommandRun.of(
            "pixels",
            SharedFiles.get("pydicom/test_files/MR_truncated.dcm"),
            "--out",
            folder.resolve("b.raw"))
        .ends(ExitCode.INPUT_FAILED);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(folder.resolve("a.raw")), files.toList());
    }
  }

  private static String gdcm(String file) throws IOException {
    return Files.readAllLines(SharedFiles.get("pixels-gdcm.tsv")).stream()
        .map(line -> line.split("\t", -1))
        .filter(row -> row[0].equals(file))
        .map(row -> row[row.length - 1])
        .findFirst()
        .orElseThrow();
  }

  private static String sha1(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-1").digest(Files.readAllBytes(file)));
  }
}
