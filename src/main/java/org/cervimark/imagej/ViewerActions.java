package org.cervimark.imagej;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.DicomImage;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.image.EdgeFinder;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PersonName;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Visibility;
import org.cervimark.reading.Adoption;
import org.cervimark.reading.ForeignLayer;
import org.cervimark.reading.ForeignMark;
import org.cervimark.reading.Journal;
import org.cervimark.reading.ReadingSession;
import org.cervimark.reading.SessionDraft;
import org.cervimark.reading.StoreException;

/** What a reader can do with an open study, besides placing landmarks. Knows no widgets. */
final class ViewerActions {

  private final ViewerModel model;
  private final Dialogs dialogs;
  private final ReaderName readerName;
  private final StudyNote notes;
  private final Executor background;
  private final Executor eventThread;
  private final Executor saver;
  private final RevisionActions revisions;
  private final Comparisons comparisons = new Comparisons();
  private int requested;
  private int reading;

  /**
   * What a reader can do.
   *
   * @param background where images are read; nobody waits for it
   * @param eventThread where widgets live
   * @param saver where files are written; returns when they are
   */
  ViewerActions(
      ViewerModel model,
      Dialogs dialogs,
      ReaderName readerName,
      StudyNote notes,
      Executor background,
      Executor eventThread,
      Executor saver) {
    this.model = model;
    this.dialogs = dialogs;
    this.readerName = readerName;
    this.notes = notes;
    this.background = background;
    this.eventThread = eventThread;
    this.saver = saver;
    this.revisions = new RevisionActions(model, dialogs, readerName, notes, saver);
    model.ask(new ViewerModel.Questions(dialogs::words, dialogs::object));
  }

  /** The model acted upon. */
  ViewerModel model() {
    return model;
  }

  /** The comparisons that are open. */
  Comparisons comparisons() {
    return comparisons;
  }

  /** What can be done with what is saved. */
  RevisionActions revisions() {
    return revisions;
  }

  /** Who reads, if that is known. */
  Optional<PersonName> reader() {
    return readerName.get();
  }

  /** States who reads, as macros do. */
  void setReader(PersonName reader) {
    readerName.set(reader);
  }

  /** Reads another image of the study and shows it; of several requests the last one counts. */
  void show(ImageEntry entry) {
    show(entry, 1);
  }

  /** Reads a frame, from 1, of an image and shows it; of several requests the last one counts. */
  void show(ImageEntry entry, int frame) {
    int request = ++requested;
    reading++;
    background.execute(
        () -> {
          try {
            DicomImage image = DicomImages.read(entry.file(), frame);
            eventThread.execute(() -> shown(request, entry, image));
          } catch (DicomException e) {
            eventThread.execute(
                () -> {
                  reading--;
                  problem(e);
                });
          }
        });
  }

  /** Whether an image is being read that will be shown. */
  boolean isReading() {
    return reading > 0;
  }

  /** Shows the next (1) or previous (-1) image of the study. */
  void step(int direction) {
    int at = model.study().images().indexOf(model.entry()) + direction;
    if (at >= 0 && at < model.study().images().size()) {
      show(model.study().images().get(at));
    }
  }

  /**
   * Saves the image shown, asking who reads if that is not known yet. Without a change there is
   * nothing to save, and no new revision.
   *
   * @return whether it is saved; if not, the marks stay and the reader was told why
   */
  boolean save() {
    model.marking().cancel();
    return !model.session().isModified() || (!model.isSaving() && save(model.session()));
  }

  /** Whether the window may close: asks about unsaved marks and does what is answered. */
  boolean mayClose() {
    if (model.isSaving()) {
      return false;
    }
    model.marking().cancel();
    int modified = model.study().modified().size();
    if (modified == 0) {
      return true;
    }
    return switch (dialogs.unsaved(modified)) {
      case CANCEL -> false;
      case DISCARD -> {
        model.study().discardUnsaved();
        yield true;
      }
      case SAVE -> model.study().modified().stream().allMatch(this::save);
    };
  }

  /** Offers what a program that ended without saving left behind of this study. */
  void offerLeftBehind() {
    List<StudySessions.LeftBehind> left = model.study().leftBehind();
    if (left.isEmpty()) {
      return;
    }
    int marks = 0;
    Instant newest = Instant.EPOCH;
    for (StudySessions.LeftBehind image : left) {
      for (Journal.Kept kept : image.kept()) {
        marks += SessionDraft.marks(kept.changes());
        newest = kept.changedAt().isAfter(newest) ? kept.changedAt() : newest;
      }
    }
    switch (dialogs.leftBehind(marks, left.size(), newest)) {
      case RESTORE -> left.forEach(model.study()::takeOver);
      case DISCARD -> left.forEach(model.study()::discard);
      case LATER -> {
        // It stays in the journal and is offered again another day.
      }
    }
  }

  /** Shows the note of the study as it stands. */
  void note() {
    dialogs.note(new OpenNote(model, notes, revisions));
    model.did(new Deed.NoteShown());
  }

  /** Writes the note of the study as it stands to a file. */
  void writeNote(Path file) {
    try {
      NoteFile.write(file, notes.of(model));
      model.did(new Deed.NoteWritten(file));
    } catch (IOException e) {
      dialogs.unwritable(file);
    }
  }

  /** Takes away what is selected: a mark beside the protocol, else a landmark. */
  void back() {
    if (model.drawing().selected().isPresent()) {
      model.drawing().removeSelected();
    } else {
      model.marking().back();
    }
  }

  /**
   * Begins another reading of the image, blinded to the earlier ones; while one is under way, ends
   * it, so that the mean of all counts.
   */
  void repeat() {
    model.marking().cancel();
    ReadingSession session = model.session();
    if (!session.isBlinded()) {
      session.beginPass();
      model.tell("pass.begun", Integer.toString(session.pass()));
      return;
    }
    session.revealPasses();
    List<LandmarkSet> passes = session.replicates();
    OptionalDouble error = PassError.of(passes, session.scale());
    if (error.isPresent()) {
      model.tell(
          session.scale().isCalibrated() ? "pass.revealed.mm" : "pass.revealed.px",
          Integer.toString(passes.size()),
          String.format(Locale.ROOT, "%.2f", error.getAsDouble()));
    }
  }

  /** Takes the last step back. */
  void undo() {
    model.marking().cancel();
    model.session().undo();
  }

  /** Takes the last undone step again. */
  void redo() {
    model.marking().cancel();
    model.session().redo();
  }

  /** Marks the target as not visible. */
  void markNotVisible() {
    model.marking().markNotVisible();
  }

  /**
   * Moves the selected landmark onto the edge beside it; says so if there is none.
   *
   * @param radius how far to look, in image pixels
   */
  void snap(double radius) {
    model.marking().endNudge();
    Optional<ImagePoint> point =
        model.marking().selected().flatMap(model.session().landmarks()::point);
    if (point.isEmpty()) {
      return;
    }
    Optional<EdgeFinder.Edge> edge =
        new EdgeFinder(model.image().pixels()).near(point.get(), radius);
    if (edge.isPresent()) {
      model.marking().snap(edge.get().point());
      model.tell("snap.done", String.format(Locale.ROOT, "%.1f", edge.get().distance()));
    } else {
      model.tell("snap.none", Long.toString(Math.round(radius)));
    }
  }

  /**
   * Makes the point of another program that lies nearest to the pointer the next landmark.
   *
   * @param pointer where the pointer is, if it is over the image
   */
  void adopt(Optional<ImagePoint> pointer) {
    model.marking().endNudge();
    Optional<LandmarkId> target = model.session().target();
    if (target.isEmpty() || pointer.isEmpty()) {
      return;
    }
    double nearest = Double.POSITIVE_INFINITY;
    Optional<Adoption> adoption = Optional.empty();
    for (ForeignLayer layer : model.study().foreign(model.radiograph())) {
      for (ForeignMark mark : layer.on(model.radiograph().reference())) {
        for (ImagePoint point : mark.points()) {
          double distance = point.distanceTo(pointer.get());
          boolean inside = point.isWithin(model.radiograph().columns(), model.radiograph().rows());
          if (inside && distance < nearest) {
            nearest = distance;
            adoption = Optional.of(Adoption.of(Map.of(target.get(), point), layer));
          }
        }
      }
    }
    adoption.ifPresent(
        a -> {
          a.into(model.session());
          model.tell("adopt.done", a.whose());
        });
  }

  /** States how well the selected landmark is seen. */
  void toggle(Visibility visibility) {
    model.marking().toggle(visibility);
  }

  /** Tells the sentence of a problem. */
  void problem(Exception problem) {
    dialogs.problem(Objects.requireNonNullElse(problem.getMessage(), problem.toString()));
  }

  /** Shows the keys and what they do. */
  void help() {
    dialogs.help();
  }

  private void shown(int request, ImageEntry entry, DicomImage image) {
    reading--;
    if (request == requested) {
      model.show(entry, image);
    }
  }

  private boolean save(ReadingSession session) {
    Optional<PersonName> reader = readerName.get();
    if (reader.isEmpty()) {
      reader = dialogs.reader();
      reader.ifPresent(readerName::set);
    }
    if (reader.isEmpty()) {
      return false;
    }
    model.setSaving(true);
    try {
      model.study().save(session, reader.get(), saver);
      model.did(new Deed.Saved(session.radiograph().reference(), reader.get()));
      return true;
    } catch (StoreException e) {
      problem(e);
      return false;
    } finally {
      model.setSaving(false);
    }
  }
}
