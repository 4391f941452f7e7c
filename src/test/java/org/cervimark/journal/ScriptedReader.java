package org.cervimark.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.media.FolderStore;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PersonName;
import org.cervimark.image.Radiograph;
import org.cervimark.landmark.Visibility;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.SmallCatalogue;
import org.cervimark.reading.Journal;
import org.cervimark.reading.JournalException;
import org.cervimark.reading.JournalledSession;
import org.cervimark.reading.Reading;
import org.cervimark.reading.ReadingSession;
import org.cervimark.reading.StoreException;
import org.cervimark.reading.StudyReport;

/**
 * A program that reads one film without end, as the viewer does: takes over what an earlier run
 * left behind, places, moves and removes landmarks, saves now and then. It says on standard output
 * what it has done after it was done, and waits for somebody to kill it.
 */
public final class ScriptedReader {

  static final String BEGUN = "begun ";
  static final String DONE = "done ";
  static final String SAVED = "saved ";

  /** On average. */
  static final int SAVE_EVERY = 5;

  static final PersonName READER = PersonName.parse("Lee^Younghee");

  private ScriptedReader() {}

  /** Film, folder for results, folder of the journal, file of the installation, seed, steps. */
  public static void main(String[] words) throws Exception {
    Path film = Path.of(words[0]);
    Path results = Path.of(words[1]);
    Random lot = new Random(Long.parseLong(words[4]));
    Catalogue catalogue = SmallCatalogue.get();
    FolderStore store =
        new FolderStore(film, results, catalogue, Path.of(words[3]), Clock.systemUTC());
    ReadingSession session = begin(DicomImages.readHeader(film), store, catalogue);
    JournalledSession journalled =
        new JournalledSession(
            session,
            new FolderJournal(Path.of(words[2]), Clock.systemUTC()),
            ScriptedReader::trouble);
    List<Journal.Kept> leftBehind = journalled.leftBehind();
    journalled.takeOver(leftBehind);
    say(BEGUN + leftBehind.size());
    int steps = Integer.parseInt(words[5]);
    for (int step = 1; step <= steps; step++) {
      step(session, lot);
      say(DONE + step);
      if (lot.nextInt(SAVE_EVERY) == 0) {
        store.save(session.toReading(), READER);
        session.markSaved();
        journalled.clear();
        say(SAVED + step);
      }
    }
  }

  /** A session as the viewer begins one. */
  static ReadingSession begin(Radiograph film, FolderStore store, Catalogue catalogue)
      throws StoreException, DicomException {
    List<StudyReport> revisions = store.revisions(film.reference().studyInstanceUid());
    Optional<Reading> saved =
        revisions.isEmpty() ? Optional.empty() : revisions.get(0).reading(film.reference());
    return saved.isPresent()
        ? ReadingSession.resume(film, catalogue, catalogue.protocols().get(0), saved.get())
        : new ReadingSession(film, catalogue, catalogue.protocols().get(0));
  }

  /** One thing a reader does. */
  static void step(ReadingSession session, Random lot) {
    List<LandmarkId> landmarks = session.protocol().landmarks();
    LandmarkId landmark = landmarks.get(lot.nextInt(landmarks.size()));
    Radiograph film = session.radiograph();
    ImagePoint point =
        new ImagePoint(lot.nextDouble() * film.columns(), lot.nextDouble() * film.rows());
    switch (lot.nextInt(8)) {
      case 0 -> session.markNotVisible(landmark);
      case 1 -> session.remove(landmark);
      case 2 -> session.setVisibility(landmark, Visibility.ESTIMATED);
      case 3 -> {
        session.place(landmark, point);
        session.undo();
      }
      case 4 -> {
        for (int i = 1; i <= 5; i++) {
          session.drag(landmark, new ImagePoint(point.column() * i / 5, point.row() * i / 5));
        }
        session.endDrag();
      }
      default -> session.place(landmark, point);
    }
  }

  private static void say(String line) {
    try {
      OutputStream out = System.out;
      out.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void trouble(JournalException e) {
    throw new IllegalStateException(e);
  }
}
