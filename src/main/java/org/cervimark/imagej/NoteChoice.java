package org.cervimark.imagej;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.cervimark.report.Identification;
import org.cervimark.report.pdf.PageSize;

/**
 * How a note is written.
 *
 * @param locale Korean, or any other for English
 * @param shown which identifying fields appear
 * @param paper the paper of the note as PDF
 */
record NoteChoice(Locale locale, Identification shown, PageSize paper) {

  /** With all that a note for the patient's record needs, on A4. */
  static NoteChoice in(Locale locale) {
    return new NoteChoice(locale, Identification.FULL, PageSize.A4);
  }

  /** The same in another language. */
  NoteChoice withLocale(Locale other) {
    return new NoteChoice(other, shown, paper);
  }

  /** The same with other identifying fields. */
  NoteChoice withShown(Identification other) {
    return new NoteChoice(locale, other, paper);
  }

  /** The same on other paper. */
  NoteChoice withPaper(PageSize other) {
    return new NoteChoice(locale, shown, other);
  }

  /** The options by which macros say the same. */
  String options() {
    return "language="
        + (locale.getLanguage().equals("ko") ? "ko" : "en")
        + " identify="
        + shown.list()
        + " paper="
        + paper.id();
  }

  /** The paper with a name. */
  static Optional<PageSize> paper(String id) {
    return Arrays.stream(PageSize.values()).filter(p -> p.id().equals(id)).findFirst();
  }
}
