package org.cervimark.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.image.CalibrationObject;
import org.cervimark.image.Facing;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.Radiographs;
import org.cervimark.landmark.Visibility;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.SmallCatalogue;
import org.cervimark.reading.Draft;
import org.cervimark.reading.FreeMark;
import org.cervimark.reading.Journal;
import org.cervimark.reading.JournalException;
import org.cervimark.reading.JournalledSession;
import org.cervimark.reading.ReadingSession;
import org.cervimark.reading.SessionDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderJournalTest {

  private static final Catalogue CATALOGUE = SmallCatalogue.get();
  private static final Instant NOW = Instant.parse("2026-01-15T01:02:03.456Z");
  private static final String STUDY = "2.25.1";
  private static final LandmarkId C2A = SmallCatalogue.C2A;

  @TempDir private Path root;
  private final List<JournalException> troubles = new ArrayList<>();

  @Test
  void everythingASessionHoldsComesBack() throws Exception {
    ReadingSession session = session();
    journalled(session);
    session.place(C2A, new ImagePoint(100.5, 200.25));
    session.place(SmallCatalogue.C2P, new ImagePoint(10, 20));
    session.setVisibility(SmallCatalogue.C2P, Visibility.ESTIMATED);
    session.markNotVisible(SmallCatalogue.DENS);
    session.place(SmallCatalogue.ARCH, new ImagePoint(1, 1));
    session.remove(SmallCatalogue.ARCH);
    session.confirmOrientation(PatientOrientation.lateral(Facing.LEFT));
    session.put(FreeMark.of(FreeMark.Kind.NOTE, List.of(new ImagePoint(5, 6)), "끝이 안 보임\n둘째 줄"));
    session.put(
        FreeMark.of(
            FreeMark.Kind.DISTANCE, List.of(new ImagePoint(1, 2), new ImagePoint(3, 4)), ""));
    session.calibrate(
        new ImagePoint(10, 10),
        new ImagePoint(110, 10),
        new CalibrationObject(
            25, Optional.of(0.1), "구슬, 정중면", Optional.of("Lee"), Optional.empty()));
    session.beginPass();
    session.place(C2A, new ImagePoint(101, 201));
    session.revealPasses();
    session.beginPass();
    session.place(SmallCatalogue.C2P, new ImagePoint(11, 21));

    programEnds();
    ReadingSession next = session();
    JournalledSession taken = journalled(next);
    List<Journal.Kept> left = taken.leftBehind();
    taken.takeOver(left);

    assertEquals(1, left.size());
    assertEquals(NOW, left.get(0).changedAt());
    assertEquals(SessionDraft.of(session), SessionDraft.of(next));
    assertEquals(session.marks(), next.marks());
    assertEquals(session.calibrationObject(), next.calibrationObject());
    assertTrue(next.isBlinded());
    session.revealPasses();
    next.revealPasses();
    assertEquals(3, next.replicates().size());
    assertEquals(session.toReading(), next.toReading());
    assertTrue(next.isModified());
    next.undo();
    next.undo();
    assertTrue(next.landmarks().isEmpty());
    assertEquals(List.of(), troubles);
  }

  @Test
  void nothingIsWrittenBeforeSomethingChanges() {
    journalled(session());
    assertEquals(List.of(), files());
    assertFalse(Files.exists(folder()));
  }

  @Test
  void afterASaveNothingIsLeftAndTheNextChangeBeginsAnew() throws Exception {
    ReadingSession session = session();
    JournalledSession journalled = journalled(session);
    session.place(C2A, new ImagePoint(100, 200));
    session.markSaved();
    journalled.clear();
    assertEquals(List.of(), files());

    session.place(SmallCatalogue.C2P, new ImagePoint(10, 20));
    programEnds();
    Journal.Kept kept = journal().kept(STUDY).get(0);
    assertEquals(1, SessionDraft.marks(kept.changes()));
  }

  /** Whoever saved something else in between keeps it. */
  @Test
  void onlyWhatWasDoneIsDoneAgain() throws Exception {
    ReadingSession session = session();
    journalled(session);
    session.place(C2A, new ImagePoint(100, 200));
    programEnds();

    ReadingSession other = session();
    other.place(SmallCatalogue.C7A, new ImagePoint(7, 7));
    JournalledSession taken = journalled(other);
    taken.takeOver(taken.leftBehind());
    assertEquals(Optional.of(new ImagePoint(7, 7)), other.landmarks().point(SmallCatalogue.C7A));
    assertEquals(Optional.of(new ImagePoint(100, 200)), other.landmarks().point(C2A));
  }

  @Test
  void whatWasSavedJustBeforeTheEndIsNotOffered() throws Exception {
    ReadingSession session = session();
    journalled(session);
    session.place(C2A, new ImagePoint(100, 200));
    programEnds();

    ReadingSession resumed =
        ReadingSession.resume(
            session.radiograph(), CATALOGUE, session.protocol(), session.toReading());
    assertEquals(List.of(), journalled(resumed).leftBehind());
    assertEquals(List.of(), files());
  }

  /** What is taken over is removed only after it is journalled here. */
  @Test
  void aSecondEndWhileTakingOverLosesNothing() throws Exception {
    ReadingSession session = session();
    journalled(session);
    session.place(C2A, new ImagePoint(100, 200));
    programEnds();
    ReadingSession second = session();
    JournalledSession taken = journalled(second);
    taken.takeOver(taken.leftBehind());
    assertEquals(1, files().size());
    programEnds();
    ReadingSession third = session();
    JournalledSession again = journalled(third);
    again.takeOver(again.leftBehind());
    assertEquals(SessionDraft.of(session), SessionDraft.of(third));
  }

  @Test
  void whatThisProgramWritesIsNotOffered() throws Exception {
    ReadingSession session = session();
    journalled(session);
    session.place(C2A, new ImagePoint(100, 200));
    assertEquals(List.of(), journal().kept(STUDY), "our own");
  }

  @Test
  void aTornRecordCostsNoEarlierOne() throws Exception {
    ReadingSession session = session();
    journalled(session);
    session.place(C2A, new ImagePoint(100, 200));
    byte[] before = Files.readAllBytes(files().get(0));
    session.place(SmallCatalogue.C2P, new ImagePoint(10, 20));
    byte[] after = Files.readAllBytes(files().get(0));
    programEnds();
    for (int length = before.length; length < after.length; length++) {
      Files.write(files().get(0), Arrays.copyOf(after, length));
      Journal.Kept kept = journal().kept(STUDY).get(0);
      assertEquals(1, SessionDraft.marks(kept.changes()));
    }
  }

  /** A full disk is told once, and what it cost is written when there is room again. */
  @Test
  void troubleIsToldOnceAndMadeGood() throws Exception {
    Files.createDirectories(root);
    Files.writeString(folder(), "a file where the folder should be");
    ReadingSession session = session();
    journalled(session);
    session.place(C2A, new ImagePoint(100, 200));
    session.place(SmallCatalogue.C2P, new ImagePoint(10, 20));
    assertEquals(1, troubles.size());

    Files.delete(folder());
    session.place(SmallCatalogue.C7A, new ImagePoint(7, 7));
    programEnds();
    assertEquals(3, SessionDraft.marks(journal().kept(STUDY).get(0).changes()));
  }

  @Test
  void fileNamesSayNothingOfThePatientAndStrangeFilesDoNoHarm() throws Exception {
    ReadingSession session = session();
    journalled(session);
    session.place(C2A, new ImagePoint(100, 200));
    String name = files().get(0).getFileName().toString();
    assertTrue(name.matches("[0-9]+-[0-9a-f-]{36}\\.journal"), name);
    for (String strange : List.of("", "\n\n", "00000000 x\n", "CerviMark journal 1\n")) {
      Files.writeString(folder().resolve("1-" + strange.length() + ".journal"), strange);
    }
    programEnds();
    assertEquals(1, journal().kept(STUDY).size());
  }

  @Test
  void entriesThatMakeNoSenseAreLeftOut() {
    ReadingSession session = session();
    TreeMap<String, String> entries = new TreeMap<>();
    entries.put("landmark/c2-inferior-endplate-anterior", "5.5 6.5 clear manual");
    entries.put("landmark/c2-inferior-endplate-posterior", "NaN 6 clear manual");
    entries.put("landmark/c7-inferior-endplate-anterior", "1e400 6 clear manual");
    entries.put("landmark/c7-inferior-endplate-posterior", "5 999999 clear manual");
    entries.put("landmark/T1", "5 6 clear manual");
    entries.put("landmark/t1-superior-endplate-anterior", "5 6 clear");
    entries.put("landmark/t1-superior-endplate-posterior", "5 6 not-visible manual");
    entries.put("orientation", "A P");
    entries.put("protocol", "unheard-of");
    entries.put("something/new", "of a later version");
    SessionDraft.restore(new Draft.Changes(entries, new TreeSet<>()), session);
    assertEquals(1, session.landmarks().all().size());
    assertNull(SessionDraft.of(session).entries().get("orientation"));
    assertNotEquals("unheard-of", session.protocol().id());
  }

  private static ReadingSession session() {
    return new ReadingSession(
        Radiographs.lateral(Optional.empty()), CATALOGUE, CATALOGUE.protocols().get(0));
  }

  private JournalledSession journalled(ReadingSession session) {
    return new JournalledSession(session, journal(), troubles::add);
  }

  private FolderJournal journal() {
    return new FolderJournal(folder(), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private Path folder() {
    return root.resolve("journal");
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder())) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Gives the files of this process the name that those of an ended one have. */
  private void programEnds() throws IOException {
    for (Path file : files()) {
      String name = file.getFileName().toString();
      if (name.startsWith(ProcessHandle.current().pid() + "-")) {
        Files.copy(file, file.resolveSibling("0-" + name.substring(name.indexOf('-') + 1)));
        Files.delete(file);
      }
    }
  }
}
