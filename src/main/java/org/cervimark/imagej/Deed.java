package org.cervimark.imagej;

import java.nio.file.Path;
import java.util.OptionalDouble;
import org.cervimark.anatomy.Projection;
import org.cervimark.image.ImageReference;
import org.cervimark.image.PersonName;
import org.cervimark.reading.StudyRemarks;

/**
 * Something a reader has done that cannot be told from how things stand before and after; macros
 * record it.
 */
sealed interface Deed {

  /** An image was saved. */
  record Saved(ImageReference image, PersonName reader) implements Deed {}

  /** The newest revision was signed. */
  record Signed(Signature signature) implements Deed {}

  /** Something was said of the study in free words. */
  record Remarked(StudyRemarks remarks, PersonName reader) implements Deed {}

  /** Two revisions were joined. */
  record Merged(MergeChoice choice, PersonName reader) implements Deed {}

  /** The note was kept with the study. */
  record NoteKept(NoteChoice choice) implements Deed {}

  /** The note was shown. */
  record NoteShown() implements Deed {}

  /** The note was written to a file. */
  record NoteWritten(Path file) implements Deed {}

  /** The note was written to a file as PDF. */
  record PdfWritten(Path file, NoteChoice choice) implements Deed {}

  /** The slices of the series of a file were opened as a stack. */
  record StackOpened(Path file) implements Deed {}

  /**
   * A plane through the slices of the series of a file was opened.
   *
   * @param position where it cuts the patient's axis, millimetres; the middle if empty
   */
  record PlaneOpened(Path file, Projection projection, OptionalDouble position) implements Deed {}
}
