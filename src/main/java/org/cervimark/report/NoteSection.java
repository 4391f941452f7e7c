package org.cervimark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cervimark.measurement.Catalogue;

/**
 * A part of a note: what it tells of one image, or of films that are measured together. The words
 * do not depend on the layout.
 */
public interface NoteSection {

  /** The sections of a revision: one for each image, then those of films measured together. */
  static List<NoteSection> of(ReportedStudy study, Catalogue catalogue, Locale locale) {
    Wording wording = Wording.of(NoteSection.class, locale);
    List<NoteSection> sections = new ArrayList<>();
    for (ReportedStudy.Image image : study.images()) {
      sections.add(new ImageSection(catalogue, wording, image.reading(), image.values()));
    }
    for (ComparedFilms films : study.compared()) {
      sections.add(new FilmsSection(catalogue, wording, films));
    }
    return sections;
  }

  /** What it is about. */
  String heading();

  /** What is stated of the image or the films, each with its label. */
  TextTable facts();

  /** What must be known beforehand. */
  Optional<String> preface();

  /** The values and refusals. */
  ValueSection values();

  /** What the reader drew without a record in the catalogue, with what the points say. */
  List<String> marks();

  /** Landmarks that were not clear, those of one kind together. */
  List<String> uncertainLandmarks();
}
