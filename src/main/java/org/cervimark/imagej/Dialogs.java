package org.cervimark.imagej;

import java.nio.file.Path;
import java.util.Optional;
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

  /** Asks who reads; empty if the question was cancelled. */
  Optional<PersonName> reader();

  /** Tells of a problem in one sentence. */
  void problem(String sentence);

  /** Tells that a note could not be written to a file. */
  void unwritable(Path file);

  /** Shows a note. */
  void note(String text);

  /** Shows the keys and what they do. */
  void help();
}
