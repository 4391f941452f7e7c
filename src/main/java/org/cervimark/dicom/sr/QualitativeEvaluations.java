package org.cervimark.dicom.sr;

import static org.cervimark.dicom.sr.Relationship.CONTAINS;
import static org.cervimark.dicom.sr.Relationship.HAS_CONCEPT_MOD;
import static org.cervimark.dicom.sr.Relationship.INFERRED_FROM;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cervimark.anatomy.Landmark;
import org.cervimark.landmark.Origin;
import org.cervimark.terminology.Code;
import org.cervimark.terminology.PrivateScheme;

/** The landmarks that were looked for and not seen: they have no coordinates and no group. */
final class QualitativeEvaluations {

  /**
   * A landmark that was not seen.
   *
   * @param landmark its code
   * @param image on which image
   * @param origin who looked for it
   */
  record Unseen(Code landmark, ImageKey image, Origin origin) {}

  private QualitativeEvaluations() {}

  /** The item of a landmark that was not seen. */
  static ContentItem write(Landmark landmark, Origin origin, ObjectCitation image) {
    return new ContentItem.Coded(
        CONTAINS,
        landmark.code(),
        Qualifiers.NOT_VISIBLE,
        List.of(
            new ContentItem.Coded(
                HAS_CONCEPT_MOD, Qualifiers.LANDMARK_ORIGIN, Qualifiers.of(origin)),
            new ContentItem.Image(
                INFERRED_FROM,
                Optional.of(Concepts.SOURCE_OF_MEASUREMENT),
                image.plain(),
                List.of())));
  }

  /** The landmarks of a document that were not seen. */
  static List<Unseen> read(ContentItem root) {
    List<Unseen> unseen = new ArrayList<>();
    root.children(ContentItem.Container.class, Concepts.QUALITATIVE_EVALUATIONS)
        .flatMap(container -> container.children().stream())
        .filter(ContentItem.Coded.class::isInstance)
        .map(ContentItem.Coded.class::cast)
        .filter(item -> item.concept().scheme().equals(PrivateScheme.DESIGNATOR))
        .filter(item -> item.value().sameConceptAs(Qualifiers.NOT_VISIBLE))
        .forEach(
            item ->
                item.children(ContentItem.Image.class, Concepts.SOURCE_OF_MEASUREMENT)
                    .findFirst()
                    .ifPresent(
                        image ->
                            unseen.add(
                                new Unseen(
                                    item.concept(),
                                    image.citation().key(),
                                    Groups.coded(item, Qualifiers.LANDMARK_ORIGIN)
                                        .flatMap(Qualifiers::origin)
                                        .orElse(Origin.MANUAL)))));
    return unseen;
  }
}
