package org.cervimark.imagej;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.cervimark.image.PersonName;
import org.cervimark.reading.StudyReport;
import org.cervimark.report.TextNote;

/** The note of the study: of its saved revision, or of the image shown while that has changed. */
final class StudyNote implements NoteText {

  private final Supplier<Locale> locale;

  StudyNote(Supplier<Locale> locale) {
    this.locale = locale;
  }

  @Override
  public String of(ViewerModel model, Optional<PersonName> reader) {
    TextNote note = new TextNote(model.study().catalogue(), locale.get());
    Optional<StudyReport> saved =
        model.session().isModified() ? Optional.empty() : model.study().newest(model.radiograph());
    return saved
        .filter(report -> report.reading(model.radiograph().reference()).isPresent())
        .map(note::of)
        .orElseGet(() -> note.of(model.radiograph(), model.session().toReading()));
  }
}
