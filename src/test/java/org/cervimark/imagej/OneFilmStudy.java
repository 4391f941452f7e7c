package org.cervimark.imagej;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.media.FolderStore;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.image.CalibrationObject;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PersonName;
import org.cervimark.journal.FolderJournal;
import org.cervimark.reading.RevisionDraft;
import org.cervimark.reading.RevisionMerge;
import org.cervimark.reading.StoreException;
import org.cervimark.reading.StudyReport;
import org.cervimark.reading.StudyStore;

/** One film in a folder, opened without a window; questions are answered as the test says. */
final class OneFilmStudy {

  static final PersonName LEE = PersonName.parse("Lee^Younghee");
  private static final Path PHANTOM = Path.of("test-images/hong/2026-01-14/lateral-neutral.dcm");

  final List<String> told = new ArrayList<>();
  Executor saver = Runnable::run;
  Optional<PersonName> answeredReader = Optional.of(LEE);
  Dialogs.LeftBehind answeredLeftBehind = Dialogs.LeftBehind.LATER;
  Dialogs.Unsaved answeredUnsaved = Dialogs.Unsaved.CANCEL;
  final MemoryReaderName readerName = new MemoryReaderName(Optional.empty());
  private final Path folder;
  private final Path elsewhere;

  /** A copy of a phantom, alone in an empty folder. */
  OneFilmStudy(Path folder, Path elsewhere) throws IOException {
    this.folder = folder;
    this.elsewhere = elsewhere;
    Files.copy(PHANTOM, folder.resolve("film.dcm"));
  }

  /** The names of the files in the folder. */
  List<String> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  /** Places the next landmarks of the protocol. */
  static void place(ViewerActions actions, int count) {
    for (int i = 0; i < count; i++) {
      // A spiral: no two landmarks coincide, and lines are long enough to measure.
      double turn = actions.model().session().done() * 0.9;
      actions
          .model()
          .session()
          .placeTarget(
              new ImagePoint(800 + 500 * Math.cos(turn), 900 + 400 * Math.sin(1.3 * turn)));
    }
  }

  /** Opens the folder as the viewer does. */
  ViewerActions open() throws DicomException {
    return open(new FolderStore(folder, folder));
  }

  /** The same with a store of the test. */
  ViewerActions open(StudyStore store) throws DicomException {
    StudyFolder scanned = StudyFolder.scan(folder);
    ImageEntry entry = scanned.images().get(0);
    StudySessions study =
        new StudySessions(
            scanned,
            Readings.CATALOGUE,
            (file, catalogue) -> store,
            new FolderJournal(journal(), Clock.systemUTC()),
            e -> told.add("trouble"),
            ScaleMemory.none());
    ViewerModel model = new ViewerModel(study, entry, DicomImages.read(entry.file(), 1));
    return new ViewerActions(
        model,
        new Told(),
        readerName,
        new StudyNote(() -> NoteChoice.in(Locale.ENGLISH)),
        Runnable::run,
        Runnable::run,
        task -> saver.execute(task));
  }

  private Path journal() {
    return elsewhere.resolve("journal");
  }

  /** Gives the journal's files the names that those of another process have. */
  void endProgram() throws IOException {
    if (Files.isDirectory(journal())) {
      try (Stream<Path> files = Files.list(journal())) {
        for (Path file : files.toList()) {
          String name = file.getFileName().toString();
          Path ended = file.resolveSibling("0" + name.substring(name.indexOf('-')));
          if (!file.equals(ended)) {
            Files.copy(file, ended);
            Files.delete(file);
          }
        }
      }
    }
  }

  /** A store that cannot write. */
  static StudyStore failing() {
    return new StudyStore() {
      @Override
      public List<StudyReport> revisions(String studyInstanceUid) {
        return List.of();
      }

      @Override
      public StudyReport save(RevisionDraft draft, PersonName reader) throws StoreException {
        throw new StoreException("The disk is full; make room.");
      }

      @Override
      public StudyReport sign(String studyInstanceUid, PersonName observer, String organization) {
        throw new AssertionError("nobody signs here");
      }

      @Override
      public StudyReport merge(
          RevisionMerge merge,
          Map<RevisionMerge.Subject, RevisionMerge.Side> choices,
          PersonName reader) {
        throw new AssertionError("nobody merges here");
      }

      @Override
      public String keepNote(StudyReport report, byte[] pdf) {
        throw new AssertionError("nobody keeps notes here");
      }
    };
  }

  /** Answers as the test says and keeps what it was told. */
  private final class Told implements Dialogs {

    @Override
    public Optional<CalibrationObject> object() {
      return Optional.of(CalibrationObject.of(25, "steel ball"));
    }

    @Override
    public Optional<String> words() {
      return Optional.of("noted");
    }

    @Override
    public Unsaved unsaved(int images) {
      told.add("unsaved on " + images);
      return answeredUnsaved;
    }

    @Override
    public LeftBehind leftBehind(int marks, int images, Instant changedAt) {
      told.add(marks + " left on " + images);
      return answeredLeftBehind;
    }

    @Override
    public Optional<PersonName> reader() {
      told.add("who reads?");
      return answeredReader;
    }

    @Override
    public void problem(String sentence) {
      told.add(sentence);
    }

    @Override
    public void unwritable(Path file) {
      told.add("unwritable");
    }

    @Override
    public void note(OpenNote note) {
      told.add(Objects.requireNonNull(note.text()));
    }

    @Override
    public void help() {
      told.add("help");
    }
  }
}
