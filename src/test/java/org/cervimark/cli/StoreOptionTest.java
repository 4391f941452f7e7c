package org.cervimark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cervimark.dicom.media.ReportStore;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.measurement.Catalogue;
import org.cervimark.report.Phantoms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results of a disc that cannot be written, in a folder of the reader's. */
final class StoreOptionTest {

  @TempDir Path disc;
  @TempDir Path store;
  private Path film;

  @BeforeEach
  void insert() throws Exception {
    film = Files.copy(Phantoms.LATERAL, disc.resolve("film.dcm"));
  }

  @Test
  void everyCommandFindsWhatOneSaved() throws Exception {
    measure("--save", "--store", store).ends(ExitCode.DONE);
    CommandRun.of("show", disc).ends(ExitCode.INPUT_FAILED);
    CommandRun note = CommandRun.of("note", film, "--store", store).ends(ExitCode.DONE);
    assertTrue(note.out().contains("C2–C7"), note.out());
    measure("--save", "--store", store).ends(ExitCode.DONE);
    CommandRun.of("sign", disc, "--reader", "Kim^C", "--organization", "Hospital", "--store", store)
        .ends(ExitCode.DONE);
    CommandRun history =
        CommandRun.of("show", disc, "--history", "--store", store).ends(ExitCode.DONE);
    assertEquals(3, history.out().lines().filter(l -> l.startsWith("Revision ")).count());
    CommandRun.of("merge", disc, "--store", store).ends(ExitCode.DONE);
    CommandRun.of("note", disc, "--store", store, "--store-pdf").ends(ExitCode.DONE);

    assertEquals(List.of(film), files(disc));
    // Three reports, two pictures of what the signature did not change, and the note.
    assertEquals(6, files(store).size());
    // As the viewer looks for them when the disc is opened again.
    StudyFolder opened =
        new ReportStore(store)
            .complete(StudyFolder.scan(disc, Catalogue.builtIn()), Catalogue.builtIn());
    assertEquals(3, opened.reports().size());
    assertTrue(opened.reports().get(0).report().verification().isPresent());
  }

  /** The pictures come from the disc, the readings from the store, each of them once. */
  @Test
  void anExportFindsWhatIsKept(@TempDir Path results) throws Exception {
    measure("--save", "--store", store).ends(ExitCode.DONE);
    Path out = results.resolve("out");
    CommandRun.of("export", disc, "--out", out, "--format", "csv,png").ends(ExitCode.INPUT_FAILED);
    for (Path path : List.of(disc, film)) {
      CommandRun.of(
              "export", path, "--store", store, "--out", out, "--format", "csv,png", "--force")
          .ends(ExitCode.DONE);
      assertEquals(2, Files.readAllLines(out.resolve("images.csv")).size());
      assertTrue(files(out).stream().anyMatch(f -> f.toString().endsWith("-image1.png")));
    }
    try (Stream<Path> kept = Files.walk(store)) {
      for (Path file : kept.filter(Files::isRegularFile).toList()) {
        Files.copy(file, disc.resolve(file.getFileName()));
      }
    }
    CommandRun run =
        CommandRun.of("export", disc, "--store", store, "--out", out, "--format", "csv", "--force")
            .ends(ExitCode.DONE);
    assertEquals(2, Files.readAllLines(out.resolve("images.csv")).size(), run.err());
    assertTrue(run.err().contains("1 reports exported"), run.err());
  }

  @Test
  void aStoreIsOnePlaceAndForWhatIsSaved() {
    measure("--store", store).ends(ExitCode.USAGE);
    measure("--save", disc, "--store", store).ends(ExitCode.USAGE);
  }

  private CommandRun measure(Object... more) {
    Path table =
        Phantoms.LATERAL.resolveSibling(
            Phantoms.LATERAL.getFileName().toString().replace(".dcm", ".landmarks.csv"));
    List<Object> words =
        new ArrayList<>(List.of("measure", film, "--landmarks", table, "--reader", "Lee^Younghee"));
    words.addAll(List.of(more));
    return CommandRun.of(words.toArray());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
