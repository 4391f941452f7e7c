package org.cervimark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.cervimark.image.PatientOrientation;
import org.cervimark.measurement.Catalogue;
import org.cervimark.report.Identification;
import org.cervimark.report.Phantoms;
import org.cervimark.report.SavedPhantom;
import org.cervimark.report.TemplateReader;
import org.cervimark.report.Wording;
import org.cervimark.report.pdf.PageSize;
import org.cervimark.report.table.CsvText;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole exports, and what may come between. */
final class ExportCommandTest {

  @TempDir private static Path study;
  private static SavedPhantom first;
  private static SavedPhantom second;

  @TempDir private Path scratch;

  @BeforeAll
  static void save() throws Exception {
    first =
        SavedPhantom.in(study, Phantoms.OPEN_MOUTH, Optional.of(PatientOrientation.frontal(false)));
    second = SavedPhantom.in(study, Phantoms.LATERAL, Optional.empty());
  }

  @Test
  void writesEveryFormatOfASavedStudy() throws Exception {
    Path out = scratch.resolve("new/folder");
    CommandRun run =
        CommandRun.of(
            "export", study, "--out", out, "--format", "text,csv,json,pdf,fhir,roi,png,tiff");
    run.ends(ExitCode.DONE);
    List<String> names = names(out);
    String stem = "20260114-" + end(second.report().lineage()) + "-r2";
    assertEquals(
        List.of(
            stem + "-image1-RoiSet.zip",
            stem + "-image1.png",
            stem + "-image1.tif",
            stem + "-image2-RoiSet.zip",
            stem + "-image2.png",
            stem + "-image2.tif",
            stem + ".fhir.json",
            stem + ".pdf",
            stem + ".txt",
            "images.csv",
            "landmarks.csv",
            "passes.csv",
            "readings.jsonl",
            "values.csv"),
        names);
    List<Map<String, String>> images = CsvText.parse(Files.readString(out.resolve("images.csv")));
    assertEquals(3, images.size(), "one image of revision 1, two of revision 2");
    assertEquals(1664, ImageIO.read(out.resolve(stem + "-image2.png").toFile()).getWidth());
    assertEquals(1984, ImageIO.read(out.resolve(stem + "-image2.tif").toFile()).getHeight());
    assertEquals(2, Files.readAllLines(out.resolve("readings.jsonl")).size());
    assertTrue(run.err().contains("4 files read, 2 reports") || run.err().contains("2 reports"));
  }

  @Test
  void anImageStandsForItsStudyAndAReportForItself() throws Exception {
    CommandRun.of("export", second.film(), "--out", scratch.resolve("a"), "--format", "csv")
        .ends(ExitCode.DONE);
    assertEquals(3, rows(scratch.resolve("a/images.csv")));
    CommandRun.of("export", first.sr(), "--out", scratch.resolve("b"), "--format", "csv,png")
        .ends(ExitCode.DONE);
    assertEquals(1, rows(scratch.resolve("b/images.csv")));
    assertTrue(names(scratch.resolve("b")).stream().anyMatch(n -> n.endsWith("-image1.png")));
  }

  /** Whoever waits for thousands of files is told how far it is. */
  @Test
  void tellsHowFarItIs() throws Exception {
    Path many = Files.createDirectories(scratch.resolve("many"));
    for (int i = 0; i < 2 * ExportRun.FILES_PER_REPORT; i++) {
      Files.writeString(many.resolve(i + ".txt"), "no DICOM");
    }
    CommandRun run =
        CommandRun.of("export", many, study, "--out", scratch.resolve("out"), "--format", "csv");
    String half = ExportRun.FILES_PER_REPORT + " files read, ";
    String all = 2 * ExportRun.FILES_PER_REPORT + " files read, ";
    assertTrue(run.err().indexOf(half) >= 0, run.err());
    assertTrue(run.err().indexOf(all) > run.err().indexOf(half), run.err());
  }

  @Test
  void badFilesAreNamedAndSkipped() throws Exception {
    Path folder = Files.createDirectories(scratch.resolve("mixed/deep"));
    Files.copy(first.sr(), folder.resolve("good.dcm"));
    byte[] whole = Files.readAllBytes(second.sr());
    Files.write(folder.resolve("cut.dcm"), Arrays.copyOf(whole, whole.length / 2));
    Files.writeString(folder.resolve("letter.txt"), "no DICOM");
    CommandRun run =
        CommandRun.of(
            "export",
            scratch.resolve("mixed"),
            "--out",
            scratch.resolve("o"),
            "--format",
            "csv,json");
    run.ends(ExitCode.INPUT_FAILED);
    assertTrue(run.err().contains("cut.dcm"), run.err());
    assertEquals(1, rows(scratch.resolve("o/images.csv")));
  }

  @Test
  void whatExistsIsReplacedOnlyOnRequest() throws Exception {
    Path out = scratch.resolve("o");
    export(out, "csv,text").ends(ExitCode.DONE);
    Path note = out.resolve(names(out).get(0));
    Files.writeString(note, "mine");
    Files.writeString(out.resolve("values.csv"), "mine");
    CommandRun refused = export(out, "csv,text");
    refused.ends(ExitCode.OUTPUT_FAILED);
    assertTrue(refused.err().contains("values.csv exists already"), refused.err());
    CommandRun notes = export(out, "text");
    notes.ends(ExitCode.OUTPUT_FAILED);
    assertEquals("mine", Files.readString(note));
    assertEquals("mine", Files.readString(out.resolve("values.csv")));
    CommandRun.of("export", study, "--out", out, "--format", "csv,text", "--force")
        .ends(ExitCode.DONE);
    assertTrue(Files.readString(note).contains("MEASUREMENTS"));
  }

  @Test
  void anExportThatWasKilledGoesOn() throws Exception {
    Path whole = scratch.resolve("whole");
    export(whole, "csv,json").ends(ExitCode.DONE);
    Path out = Files.createDirectories(scratch.resolve("o"));
    ExportOrders orders = orders(out);
    ExportPiece.Maker maker = new ExportPiece.Maker(Catalogue.builtIn(), orders);
    try (ExportTables tables =
        new ExportTables(out, maker.names(), maker.headers(), orders.fingerprint())) {
      // The first file in the order of names is a report; then the machine stops in a line.
      Path earliest = files(study).get(0);
      assertTrue(earliest.toString().contains("CerviMark-PR"), earliest.toString());
      for (Path file : files(study).subList(0, 3)) {
        tables.add(file, maker.of(file).rows());
      }
      tables.checkpoint();
    }
    Files.writeString(out.resolve("values.csv.part"), "half a li", StandardOpenOption.APPEND);
    Files.writeString(out.resolve(ExportTables.PROGRESS), "F /x\nC 1", StandardOpenOption.APPEND);
    CommandRun run = export(out, "csv,json");
    run.ends(ExitCode.DONE);
    assertTrue(run.err().contains("it goes on after 3 files"), run.err());
    assertEquals(names(whole), names(out));
    for (String name : names(whole)) {
      assertEquals(
          Files.readString(whole.resolve(name)), Files.readString(out.resolve(name)), name);
    }
  }

  @Test
  void anotherExportDoesNotGoOnWithTheTablesOfTheFirst() throws Exception {
    Path out = Files.createDirectories(scratch.resolve("o"));
    Files.writeString(out.resolve(ExportTables.PROGRESS), "X something else\nF /a\nC 5 5 5\n");
    CommandRun run = export(out, "csv");
    run.ends(ExitCode.DONE);
    assertFalse(run.err().contains("goes on"), run.err());
    assertEquals(3, rows(out.resolve("images.csv")));
  }

  @Test
  void aFullDiskAndAFileInTheWayAreSaid() throws Exception {
    Path file = Files.writeString(scratch.resolve("file"), "x");
    export(file, "csv").ends(ExitCode.OUTPUT_FAILED);
    assertEquals("x", Files.readString(file));
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "a device without space");
    Path out = Files.createDirectories(scratch.resolve("o"));
    Files.createSymbolicLink(out.resolve("values.csv.part"), full);
    CommandRun run = export(out, "csv");
    run.ends(ExitCode.OUTPUT_FAILED);
    assertTrue(run.err().contains("space left"), run.err());
    assertFalse(Files.exists(out.resolve("values.csv")), "nothing half-written has the name");
  }

  @Test
  void mistakesOnTheCommandLineAreSaid() {
    CommandRun.of("export", study, "--out", scratch, "--format", "csv,doc").ends(ExitCode.USAGE);
    CommandRun.of("export", study, "--out", scratch, "--identify", "nam").ends(ExitCode.USAGE);
    CommandRun.of("export", study).ends(ExitCode.USAGE);
    CommandRun.of(
            "export", scratch.resolve("none"), "--out", scratch.resolve("o"), "--format", "csv")
        .ends(ExitCode.INPUT_FAILED);
    CommandRun.of(
            "export",
            study,
            "--out",
            scratch,
            "--template",
            scratch.resolve("t"),
            "--format",
            "text")
        .ends(ExitCode.INPUT_FAILED);
  }

  /** No name of a file comes from a header unchanged. */
  @Test
  void pathCharactersInUidsStayInTheFolder() {
    assertEquals("etcpasswd", ExportDocuments.last("../../etc/passwd"));
    assertEquals("", ExportDocuments.last("../.."));
    assertEquals("112223334444", ExportDocuments.last("2.25.5550000.112.223.334.444"));
  }

  private CommandRun export(Path out, String formats) {
    return CommandRun.of("export", study, "--out", out, "--format", formats);
  }

  private static ExportOrders orders(Path out) {
    EnumSet<ExportOrders.Format> formats =
        EnumSet.of(ExportOrders.Format.CSV, ExportOrders.Format.JSON);
    return new ExportOrders(
        List.of(study),
        Optional.empty(),
        out,
        formats,
        Identification.FULL,
        Identification.READER_ONLY,
        Wording.of(Main.class, Locale.getDefault()).locale(),
        PageSize.A4,
        TemplateReader.standard(),
        false);
  }

  private static String end(String uid) {
    String digits = uid.replace(".", "");
    return digits.substring(digits.length() - 12);
  }

  private static long rows(Path csv) throws Exception {
    return CsvText.parse(Files.readString(csv)).size();
  }

  private static List<String> names(Path folder) throws Exception {
    return files(folder).stream().map(f -> f.getFileName().toString()).toList();
  }

  private static List<Path> files(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
