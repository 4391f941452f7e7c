package org.cervimark.imagej;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.cervimark.image.CalibrationObject;
import org.cervimark.image.PersonName;

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

  /** Tells of a problem in one sentence. */
  void problem(String sentence);

  /** Tells that a note could not be written to a file. */
  void unwritable(Path file);

  /** Shows a note. */
  void note(String text);

  /** Shows the keys and what they do. */
  void help();
}
