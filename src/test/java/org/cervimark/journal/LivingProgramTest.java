package org.cervimark.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cervimark.dicom.SampleCr;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.media.FolderStore;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.image.Radiograph;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.SmallCatalogue;
import org.cervimark.reading.Draft;
import org.cervimark.reading.Journal;
import org.cervimark.reading.ReadingSession;
import org.cervimark.reading.RevisionHistory;
import org.cervimark.reading.SessionDraft;
import org.cervimark.reading.StudyReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other programs that run while this one looks at the journal and at the studies. */
class LivingProgramTest {

  private static final int STEPS = 14;

  @TempDir private Path folder;
  private final Catalogue catalogue = SmallCatalogue.get();
  private KilledProgram program;

  @BeforeEach
  void gather() throws Exception {
    program = KilledProgram.in(folder.resolve("program"));
  }

  /** What a living program has open is its own; once it is dead, it is offered. */
  @Test
  void theLockOfAnotherProgramHoldsUntilItDies() throws Exception {
    Path film = new SampleCr().writeTo(Files.createDirectories(study()).resolve("film.dcm"));
    Process other = start(8, Integer.MAX_VALUE, film);
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(other.getInputStream(), StandardCharsets.US_ASCII))) {
      int looks = 0;
      for (int lines = 0; lines < 60; lines++) {
        assertTrue(said.readLine() != null, "the other program ended");
        assertEquals(List.of(), kept(film));
        looks += journals() > 0 ? 1 : 0;
      }
      assertTrue(looks > 0, "there was nothing to be locked");
      other.toHandle().destroyForcibly();
      other.waitFor();
      // Nobody knows whether it died between a save and the end of its journal.
      assertEquals(journals(), kept(film).size());
    } finally {
      other.destroyForcibly();
    }
  }

  /** Two programs read two films of one study, in one folder, and save whenever they like. */
  @Test
  void twoProgramsOnOneFolderLoseNothingToEachOther() throws Exception {
    SampleCr first = new SampleCr();
    Files.createDirectories(study());
    List<Path> films =
        List.of(
            first.writeTo(study().resolve("one.dcm")),
            SampleCr.ofSameStudy(first).writeTo(study().resolve("other.dcm")));
    List<Process> programs = new ArrayList<>();
    for (Path film : films) {
      programs.add(start(40 + films.indexOf(film), STEPS, film));
    }
    int saves = 0;
    for (Process each : programs) {
      String said = new String(each.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertEquals(0, each.waitFor());
      saves += (int) said.lines().filter(l -> l.contains(ScriptedReader.SAVED)).count();
    }

    StudyFolder found = StudyFolder.scan(study(), catalogue);
    assertEquals(List.of(), found.problems());
    assertEquals(saves, found.reports().size());
    assertTrue(saves >= 4, "only " + saves + " saves");
    FolderStore store = store(films.get(0));
    String uid = first.reference(1).studyInstanceUid();
    List<StudyReport> heads = RevisionHistory.of(store.revisions(uid)).heads();
    for (Path film : films) {
      Draft expected = expected(film, 40 + films.indexOf(film));
      boolean there = false;
      for (StudyReport head : heads) {
        there |= recovered(film, head).equals(expected);
      }
      assertTrue(there, "what was read of " + film.getFileName() + " is in no newest revision");
    }
    assertFalse(heads.isEmpty());
  }

  private Draft expected(Path film, long seed) throws Exception {
    ReadingSession session =
        new ReadingSession(DicomImages.readHeader(film), catalogue, catalogue.protocols().get(0));
    Random script = ScriptedReader.script(seed, 0);
    for (int i = 0; i < STEPS; i++) {
      ScriptedReader.step(session, script);
      script.nextInt(ScriptedReader.SAVE_EVERY);
    }
    return SessionDraft.of(session);
  }

  /** What a reader finds who opens a film on top of a revision and takes over what was left. */
  private Draft recovered(Path film, StudyReport head) throws Exception {
    Radiograph radiograph = DicomImages.readHeader(film);
    ReadingSession session =
        head.reading(radiograph.reference())
            .map(
                saved ->
                    ReadingSession.resume(
                        radiograph, catalogue, catalogue.protocols().get(0), saved))
            .orElseGet(
                () -> new ReadingSession(radiograph, catalogue, catalogue.protocols().get(0)));
    for (Journal.Kept kept : kept(film)) {
      if (kept.image().equals(radiograph.reference())) {
        SessionDraft.restore(kept.changes(), session);
      }
    }
    return SessionDraft.of(session);
  }

  private Process start(long seed, int steps, Path film) throws Exception {
    return program.start(
        List.of(
            journal().toString(),
            folder.resolve("installation.properties").toString(),
            Long.toString(seed),
            Integer.toString(steps),
            film.toString()));
  }

  private FolderStore store(Path film) {
    return new FolderStore(
        film.getParent(),
        film.getParent(),
        catalogue,
        folder.resolve("installation.properties"),
        Clock.systemUTC());
  }

  private List<Journal.Kept> kept(Path film) throws Exception {
    return new FolderJournal(journal(), Clock.systemUTC())
        .kept(DicomImages.readHeader(film).reference().studyInstanceUid());
  }

  private int journals() {
    String[] names = journal().toFile().list();
    return names == null ? 0 : names.length;
  }

  private Path study() {
    return folder.resolve("study");
  }

  private Path journal() {
    return folder.resolve("journal");
  }
}
