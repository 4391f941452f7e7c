package org.cervimark.imagej;

import java.util.Optional;
import org.cervimark.image.PersonName;

/** Writes the note of what is open. */
@FunctionalInterface
interface NoteText {

  /** The note of the study of the image shown, unsaved marks included. */
  String of(ViewerModel model, Optional<PersonName> reader);
}
