package org.cervimark.report;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The names that templates may use, and where. */
final class TemplateNames {

  /** Texts of the whole note. */
  static final List<String> DOCUMENT_TEXTS =
      List.of(
          "title",
          "patient",
          "patient.name",
          "patient.id",
          "patient.birth-date",
          "patient.sex",
          "study",
          "study.date",
          "study.description",
          "saved",
          "reader",
          "verified",
          "program");

  /** Lines of the whole note. */
  static final List<String> DOCUMENT_BLOCKS =
      List.of("heading", "findings", "plan", "explanation", "sources", "disclaimer");

  /** Texts of one image. */
  static final List<String> IMAGE_TEXTS = List.of("number", "view");

  /** Lines of one image. */
  static final List<String> IMAGE_BLOCKS =
      List.of(
          "facts",
          "protocol-note",
          "values",
          "marks",
          "screening",
          "unmeasured",
          "uncertain",
          "remarks",
          "warnings",
          "references");

  /** Before the id of a measurement: its value or the reason why there is none. */
  static final String VALUE = "value:";

  private TemplateNames() {}

  static boolean isBlock(String name) {
    return DOCUMENT_BLOCKS.contains(name) || IMAGE_BLOCKS.contains(name);
  }

  /** All names that a place knows. */
  static Set<String> known(boolean inImages) {
    Set<String> names = new TreeSet<>(inImages ? IMAGE_TEXTS : DOCUMENT_TEXTS);
    names.addAll(inImages ? IMAGE_BLOCKS : DOCUMENT_BLOCKS);
    return names;
  }
}
