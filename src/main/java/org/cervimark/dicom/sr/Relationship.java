package org.cervimark.dicom.sr;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a content item relates to its parent: Relationship Type (0040,A010), PS3.3 C.17.3.2.4. */
enum Relationship {
  /** The parent contains the item. */
  CONTAINS("CONTAINS"),
  /** The item says who observed the parent. */
  HAS_OBS_CONTEXT("HAS OBS CONTEXT"),
  /** The item says how the parent was acquired. */
  HAS_ACQ_CONTEXT("HAS ACQ CONTEXT"),
  /** The item qualifies the concept name of the parent. */
  HAS_CONCEPT_MOD("HAS CONCEPT MOD"),
  /** The item describes the parent. */
  HAS_PROPERTIES("HAS PROPERTIES"),
  /** The parent was derived from the item. */
  INFERRED_FROM("INFERRED FROM"),
  /** The parent's coordinates were selected from the item. */
  SELECTED_FROM("SELECTED FROM");

  private static final Map<String, Optional<Relationship>> BY_TERM =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(r -> r.term, Optional::of));

  private final String term;

  Relationship(String term) {
    this.term = term;
  }

  /** The defined term. */
  String term() {
    return term;
  }

  /** The relationship of a defined term, if we use it. */
  static Optional<Relationship> of(String term) {
    return BY_TERM.getOrDefault(term, Optional.empty());
  }
}
