package org.cervimark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cervimark.report.Phantoms;
import org.cervimark.testdata.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command, every kind of bad input: one sentence with file, cause and remedy, no more. */
final class BadInputTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"info", "pixels", "render", "measure", "show", "note"})
  void aFileThatIsMissing(String command) throws IOException {
    assertRefused(command, folder.resolve("missing.dcm"), "does not exist");
  }

  @ParameterizedTest
  @ValueSource(strings = {"info", "pixels", "render", "measure", "show", "note"})
  void aFileThatIsNotDicom(String command) throws IOException {
    Path letter = Files.writeString(folder.resolve("letter.dcm"), "Dear colleague, ".repeat(99));
    assertRefused(command, letter, "is not a DICOM file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"info", "pixels", "render", "measure", "show", "note"})
  void aFileThatIsEmpty(String command) throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.dcm"));
    boolean scans = List.of("show", "note").contains(command);
    assertRefused(command, empty, scans ? "is not a DICOM file" : "is empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"info", "pixels", "render", "measure"})
  void aHeaderThatBreaksOff(String command) throws IOException {
    byte[] bytes = Files.readAllBytes(Phantoms.OPEN_MOUTH);
    Path file = Files.write(folder.resolve("cut.dcm"), Arrays.copyOf(bytes, 700));
    assertRefused(command, file, "copy it again from its source");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pixels", "render"})
  void pixelsThatBreakOff(String command) throws IOException {
    byte[] bytes = Files.readAllBytes(Phantoms.OPEN_MOUTH);
    Path file = Files.write(folder.resolve("cut.dcm"), Arrays.copyOf(bytes, 500_000));
    assertRefused(command, file, "copy it again from its source");
  }

  @ParameterizedTest
  @ValueSource(strings = {"info", "pixels", "render", "measure"})
  void anImageWithoutPixels(String command) throws IOException {
    String text = new String(Files.readAllBytes(Phantoms.OPEN_MOUTH), StandardCharsets.ISO_8859_1);
    String header = text.substring(0, text.indexOf("\u00e0\u007f\u0010\u0000"));
    Path file =
        Files.write(folder.resolve("header.dcm"), header.getBytes(StandardCharsets.ISO_8859_1));
    assertRefused(command, file, "holds the header of an image but no pixel data");
  }

  /** A made-up transfer syntax: no decoder of any version will know it. */
  @ParameterizedTest
  @ValueSource(strings = {"pixels", "render"})
  void aCompressionThatIsNotSupported(String command) throws IOException {
    byte[] bytes = Files.readAllBytes(Phantoms.LATERAL);
    String known = "1.2.840.10008.1.2.5";
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String unknown = text.replaceFirst(known.replace(".", "\\."), "1.2.840.10008.1.9.9");
    Path file =
        Files.write(folder.resolve("strange.dcm"), unknown.getBytes(StandardCharsets.ISO_8859_1));
    assertRefused(command, file, "export it uncompressed");
  }

  @Test
  void anObjectThatIsNoImage() throws IOException {
    Path report = SharedFiles.get("highdicom/sr_document.dcm");
    assertRefused("info", report, "holds no image");
    assertRefused("measure", report, "holds no image");
  }

  @ParameterizedTest
  @ValueSource(strings = {"show", "note"})
  void aStudyOrReportInWhichNothingOfOursIsSaved(String command) throws IOException {
    assertRefused(command, folder, "has no saved measurements");
    Path film = Files.copy(Phantoms.OPEN_MOUTH, folder.resolve("film.dcm"));
    assertRefused(command, film, "has no saved measurements");
  }

  @Test
  void aReportOfAnotherProgramIsShownAndGivesNoNote() throws IOException {
    Path report = SharedFiles.get("highdicom/sr_document.dcm");
    CommandRun shown = CommandRun.of("show", report).ends(ExitCode.DONE);
    // The region and its area as dsrdump prints them.
    assertTrue(shown.out().contains("circle 58.0,52.0 58.0,41.0"), shown.out());
    assertTrue(shown.out().contains("1.7 square centimeter"), shown.out());
    assertRefused("note", report, "has no saved measurements");
  }

  @Test
  void aBadFileInAFolderDoesNotHideTheOthers() throws IOException {
    Files.copy(Phantoms.OPEN_MOUTH, folder.resolve("good.dcm"));
    byte[] bytes = Files.readAllBytes(Phantoms.OPEN_MOUTH);
    Path cut = Files.write(folder.resolve("cut.dcm"), Arrays.copyOf(bytes, 700));
    Files.writeString(folder.resolve("readme.txt"), "not DICOM and nobody's business");
    CommandRun run = CommandRun.of("info", folder, "--json").ends(ExitCode.INPUT_FAILED);
    assertEquals(1, run.json().size());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().startsWith(cut.toString()), run.err());
  }

  @Test
  void aSentenceHoldsNoPatientData() throws IOException {
    byte[] bytes = Files.readAllBytes(Phantoms.OPEN_MOUTH);
    for (int length : List.of(700, 900, 1200, 500_000)) {
      Path cut = Files.write(folder.resolve("cut.dcm"), Arrays.copyOf(bytes, length));
      String err = run("pixels", cut).err();
      assertTrue(!err.contains("Hong") && !err.contains("PHANTOM-A"), err);
    }
  }

  private CommandRun run(String command, Path input) {
    Path out = folder.resolve("result");
    return switch (command) {
      case "pixels", "render" -> CommandRun.of(command, input, "--out", out);
      case "measure" ->
          CommandRun.of(
              command,
              input,
              "--landmarks",
              Phantoms.table(Phantoms.OPEN_MOUTH),
              "--save",
              "--reader",
              "A^B");
      default -> CommandRun.of(command, input);
    };
  }

  private void assertRefused(String command, Path input, String cause) throws IOException {
    List<Path> before = files();
    CommandRun run = run(command, input).ends(ExitCode.INPUT_FAILED);
    assertEquals("", run.out());
    List<String> sentences = run.err().lines().filter(l -> !l.contains("the table")).toList();
    assertTrue(sentences.get(0).startsWith(input.toString()), run.err());
    assertTrue(sentences.get(0).contains(cause), run.err());
    assertTrue(sentences.get(0).contains("; ") && sentences.get(0).endsWith("."), run.err());
    assertEquals(before, files(), "something was left behind");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
