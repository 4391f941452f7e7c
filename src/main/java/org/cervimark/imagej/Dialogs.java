package org.cervimark.imagej;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.cervimark.image.CalibrationObject;
import org.cervimark.image.PersonName;
import org.cervimark.reading.StudyRemarks;
import org.cervimark.reading.StudyReport;

/** What the viewer asks and tells people; a port, so that what follows can be tested. */
interface Dialogs {

  /** What to do with marks that are not saved. */
  enum Unsaved {
    /** Save them, then close. */
    SAVE,
    /** Close without them. */
    DISCARD,
    /** Do not close. */
    CANCEL
  }

  /**
   * Asks what to do with unsaved marks.
   *
   * @param images on how many images, 1 or more
   */
  Unsaved unsaved(int images);

  /** What to do with marks that an ended program left behind. */
  enum LeftBehind {
    /** Put them back. */
    RESTORE,
    /** Keep them for another day. */
    LATER,
    /** Remove them. */
    DISCARD
  }

  /**
   * Offers marks that an ended program left behind; whoever cannot ask leaves them for later.
   *
   * @param marks how many
   * @param images on how many images, 1 or more
   * @param changedAt when the newest of them was placed
   */
  default LeftBehind leftBehind(int marks, int images, Instant changedAt) {
    return LeftBehind.LATER;
  }

  /** Asks who reads; empty if the question was cancelled. */
  Optional<PersonName> reader();

  /** Asks for the text of a note on the image; empty if the question was cancelled. */
  Optional<String> words();

  /** Asks how long an object is; empty if the question was cancelled. */
  Optional<CalibrationObject> object();

  /** What to do with what is saved of a study. */
  enum HistoryAnswer {
    /** Sign the newest revision. */
    SIGN,
    /** Join two revisions that stand side by side. */
    MERGE,
    /** Nothing more. */
    CLOSE
  }

  /** Shows what is saved of a study, and asks what to do with it. */
  default HistoryAnswer history(StudyHistory history) {
    return HistoryAnswer.CLOSE;
  }

  /**
   * Says what signing means and asks who signs; whoever cannot ask signs nothing.
   *
   * @param revision what is signed
   * @param reader who reads, if that is known
   * @param organization for which organisation that person signed last, else empty
   */
  default Optional<Signature> signature(
      StudyReport revision, Optional<PersonName> reader, String organization) {
    return Optional.empty();
  }

  /**
   * Asks what the reader says of the study in free words; whoever cannot ask says nothing.
   *
   * @param remarks what is said so far
   * @return what is to be said from now on; empty if the question was cancelled
   */
  default Optional<StudyRemarks> remarks(StudyRemarks remarks) {
    return Optional.empty();
  }

  /**
   * Asks for each conflict of two revisions which side counts; whoever cannot ask joins nothing.
   *
   * @param choice takes the answers
   * @return whether to join them
   */
  default boolean merge(MergeChoice choice) {
    return false;
  }

  /** Tells of a problem in one sentence. */
  void problem(String sentence);

  /** Tells that a note could not be written to a file. */
  void unwritable(Path file);

  /** Shows a note. */
  void note(OpenNote note);

  /** Shows the keys and what they do. */
  void help();
}
