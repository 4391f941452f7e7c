package org.cervimark.imagej;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.ReadingPictures;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.StudyReport;
import org.cervimark.report.NoteTemplate;
import org.cervimark.report.SiteTemplate;
import org.cervimark.report.TemplateException;
import org.cervimark.report.TemplateReader;
import org.cervimark.report.TextNote;
import org.cervimark.report.pdf.PdfNote;

/**
 * The note of the study: of its saved revision, or of the image shown while that has changed. It is
 * laid out by the site's template; if that makes no sense, the note says so and has our layout.
 */
final class StudyNote {

  private final Supplier<NoteChoice> choice;
  private final Supplier<Optional<Path>> site;

  /**
   * Notes in the layout of the site, if it has one.
   *
   * @param choice how notes are written, asked for each
   */
  StudyNote(Supplier<NoteChoice> choice) {
    this(choice, SiteTemplate::place);
  }

  /**
   * With a template.
   *
   * @param site where the site's template belongs, whether it has one or not
   */
  StudyNote(Supplier<NoteChoice> choice, Supplier<Optional<Path>> site) {
    this.choice = choice;
    this.site = site;
  }

  /** How notes are written now. */
  NoteChoice choice() {
    return choice.get();
  }

  /** How the site lays notes out, where a site can. */
  Optional<NoteLayout> layout(Catalogue catalogue) {
    return site.get().map(place -> new NoteLayout(place, catalogue, choice().locale()));
  }

  /** The note of the study of the image shown, unsaved marks included. */
  String of(ViewerModel model) {
    Catalogue catalogue = model.study().catalogue();
    try {
      Optional<Path> file = site.get().filter(Files::isRegularFile);
      return of(
          model,
          file.isPresent()
              ? new TemplateReader(catalogue, choice().locale()).read(file.get())
              : TemplateReader.standard());
    } catch (TemplateException e) {
      return e.getMessage() + "\n\n" + of(model, TemplateReader.standard());
    }
  }

  private String of(ViewerModel model, NoteTemplate template) {
    TextNote note =
        new TextNote(model.study().catalogue(), choice().locale(), choice().shown(), template);
    Optional<StudyReport> saved =
        model.session().isModified() ? Optional.empty() : model.study().newest(model.radiograph());
    return saved
        .filter(report -> report.reading(model.radiograph().reference()).isPresent())
        .map(note::of)
        .orElseGet(() -> note.of(model.radiograph(), model.session().toReading()));
  }

  /**
   * The note of a saved revision on paper, with the pictures of the images that are open.
   *
   * @param missing told why a picture is missing
   */
  static byte[] pdf(
      StudySessions study,
      StudyReport report,
      NoteChoice choice,
      Consumer<DicomException> missing) {
    Map<String, Path> files = new HashMap<>();
    study.images().forEach(e -> files.put(e.radiograph().reference().sopInstanceUid(), e.file()));
    return new PdfNote(study.catalogue(), choice.locale(), choice.shown(), choice.paper())
        .of(report, new ReadingPictures(files, missing)::of);
  }
}
