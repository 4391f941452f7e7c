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
 * A program in whose windows films are read without end, as in the viewer: each takes over what an
 * earlier run left behind, places, moves and removes landmarks, saves now and then. Each says on
 * standard output what it has done after it was done, its own number first, and waits for somebody
 * to kill the program.
 */
public final class ScriptedReader {

  static final String BEGUN = "begun ";
  static final String DONE = "done ";
  static final String SAVED = "saved ";

  /** On average. */
  static final int SAVE_EVERY = 3;

  static final PersonName READER = PersonName.parse("Lee^Younghee");

  private ScriptedReader() {}

  /** Folder of the journal, file of the installation, seed, steps, and a film for each window. */
  public static void main(String[] words) {
    Journal journal = new FolderJournal(Path.of(words[0]), Clock.systemUTC());
    for (int i = 4; i < words.length; i++) {
      int window = i - 4;
      Path film = Path.of(words[i]);
      Thread thread =
          new Thread(
              () ->
                  read(
                      window,
                      film,
                      Path.of(words[1]),
                      journal,
                      script(Long.parseLong(words[2]), window),
                      Integer.parseInt(words[3])));
      thread.setUncaughtExceptionHandler(
          (failed, e) -> {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
          });
      thread.start();
    }
  }

  /** What decides the steps of a window. */
  static Random script(long seed, int window) {
    return new Random(seed + window);
  }

  private static void read(
      int window, Path film, Path installation, Journal journal, Random lot, int steps) {
    Catalogue catalogue = SmallCatalogue.get();
    FolderStore store =
        new FolderStore(film, film.getParent(), catalogue, installation, Clock.systemUTC());
    try {
      ReadingSession session = begin(DicomImages.readHeader(film), store, catalogue);
      JournalledSession journalled =
          new JournalledSession(session, journal, ScriptedReader::trouble);
      List<Journal.Kept> leftBehind = journalled.leftBehind();
      journalled.takeOver(leftBehind);
      say(window, BEGUN + leftBehind.size());
      for (int step = 1; step <= steps; step++) {
        step(session, lot);
        say(window, DONE + step);
        if (lot.nextInt(SAVE_EVERY) == 0) {
          store.save(session.toReading(), READER);
          session.markSaved();
          journalled.clear();
          say(window, SAVED + step);
        }
      }
    } catch (DicomException | StoreException e) {
      throw new IllegalStateException(e);
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

  private static void say(int window, String line) {
    try {
      OutputStream out = System.out;
      // In one piece, so that the lines of the windows do not mix.
      out.write((window + " " + line + "\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void trouble(JournalException e) {
    throw new IllegalStateException(e);
  }
}
