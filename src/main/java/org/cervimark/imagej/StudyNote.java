package org.cervimark.imagej;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.cervimark.image.PersonName;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.StudyReport;
import org.cervimark.report.Identification;
import org.cervimark.report.NoteTemplate;
import org.cervimark.report.SiteTemplate;
import org.cervimark.report.TemplateException;
import org.cervimark.report.TemplateReader;
import org.cervimark.report.TextNote;

/**
 * The note of the study: of its saved revision, or of the image shown while that has changed. It is
 * laid out by the site's template; if that makes no sense, the note says so and has our layout.
 */
final class StudyNote implements NoteText {

  private final Supplier<Locale> locale;
  private final Supplier<Optional<Path>> site;

  StudyNote(Supplier<Locale> locale) {
    this(locale, SiteTemplate::file);
  }

  /**
   * With a template.
   *
   * @param site where the site's template lies, if it has one
   */
  StudyNote(Supplier<Locale> locale, Supplier<Optional<Path>> site) {
    this.locale = locale;
    this.site = site;
  }

  @Override
  public String of(ViewerModel model, Optional<PersonName> reader) {
    Catalogue catalogue = model.study().catalogue();
    try {
      Optional<Path> file = site.get();
      return of(
          model,
          file.isPresent()
              ? new TemplateReader(catalogue, locale.get()).read(file.get())
              : TemplateReader.standard());
    } catch (TemplateException e) {
      return e.getMessage() + "\n\n" + of(model, TemplateReader.standard());
    }
  }

  private String of(ViewerModel model, NoteTemplate template) {
    TextNote note =
        new TextNote(model.study().catalogue(), locale.get(), Identification.FULL, template);
    Optional<StudyReport> saved =
        model.session().isModified() ? Optional.empty() : model.study().newest(model.radiograph());
    return saved
        .filter(report -> report.reading(model.radiograph().reference()).isPresent())
        .map(note::of)
        .orElseGet(() -> note.of(model.radiograph(), model.session().toReading()));
  }
}
