package org.cervimark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.image.ImagePoint;
import org.cervimark.journal.FolderJournal;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.JournalledSession;
import org.cervimark.reading.ReadingSession;
import org.cervimark.report.Phantoms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoverCommandTest {

  private static final LandmarkId C2A = new LandmarkId("c2-inferior-endplate-anterior");

  @TempDir private Path folder;
  private Path film;
  private Path journal;

  @BeforeEach
  void aViewerEndsWithoutSaving() throws Exception {
    Path study = Files.createDirectory(folder.resolve("study"));
    film = Files.copy(Phantoms.LATERAL, study.resolve("film.dcm"));
    journal = folder.resolve("journal");
    ReadingSession session =
        new ReadingSession(
            DicomImages.readHeader(film),
            Catalogue.builtIn(),
            Catalogue.builtIn().protocols().get(0));
    new JournalledSession(session, new FolderJournal(journal, Clock.systemUTC()), e -> {});
    session.place(C2A, new ImagePoint(300.5, 400.25));
    endProgram();
  }

  @Test
  void whatWasNotSavedIsListedAndStays() {
    for (int i = 0; i < 2; i++) {
      CommandRun run = CommandRun.of("recover", film, "--journal", journal).ends(ExitCode.DONE);
      assertTrue(run.out().contains(C2A + "  300.5 400.25 clear manual"), run.out());
    }
  }

  @Test
  void whatIsSavedIsInTheStudyAndNoLongerInTheJournal() {
    CommandRun saved =
        CommandRun.of(
                "recover", film.getParent(), "--journal", journal, "--save", "--reader", "Lee^Y")
            .ends(ExitCode.DONE);
    assertTrue(saved.err().contains("revision 1"), saved.err());
    String shown = CommandRun.of("show", film).ends(ExitCode.DONE).out();
    assertTrue(shown.contains(C2A.value()) && shown.contains("300.5"), shown);
    CommandRun again = CommandRun.of("recover", film, "--journal", journal).ends(ExitCode.DONE);
    assertEquals("", again.out());
  }

  @Test
  void whatIsGivenUpIsGone() {
    CommandRun.of("recover", film, "--journal", journal, "--discard").ends(ExitCode.DONE);
    CommandRun again = CommandRun.of("recover", film, "--journal", journal).ends(ExitCode.DONE);
    assertEquals("", again.out());
    CommandRun.of("recover", film, "--discard", "--save").ends(ExitCode.USAGE);
  }

  @Test
  void aSaveThatFailsKeepsTheJournal() throws Exception {
    CommandRun.of("recover", film, "--journal", journal, "--save", folder.resolve("nowhere"))
        .ends(ExitCode.OUTPUT_FAILED);
    endProgram();
    assertEquals(1, marks());
  }

  private void endProgram() throws Exception {
    try (Stream<Path> files = Files.list(journal)) {
      Path file = files.findFirst().orElseThrow();
      Files.copy(file, file.resolveSibling("0-" + file.getFileName()));
      Files.delete(file);
    }
  }

  private long marks() {
    return CommandRun.of("recover", film, "--journal", journal)
        .out()
        .lines()
        .filter(l -> l.startsWith("  landmark/"))
        .count();
  }
}
