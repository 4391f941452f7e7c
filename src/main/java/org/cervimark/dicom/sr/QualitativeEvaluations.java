package org.cervimark.dicom.sr;

import static org.cervimark.dicom.sr.Relationship.CONTAINS;
import static org.cervimark.dicom.sr.Relationship.HAS_CONCEPT_MOD;
import static org.cervimark.dicom.sr.Relationship.INFERRED_FROM;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
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
   * @param pass in which blinded pass; empty if by all that was looked
   */
  record Unseen(Code landmark, ImageKey image, Origin origin, OptionalInt pass) {}

  private QualitativeEvaluations() {}

  /** All qualitative evaluations of a document. */
  static Stream<ContentItem> items(ContentItem root) {
    return root.children(ContentItem.Container.class, Concepts.QUALITATIVE_EVALUATIONS)
        .flatMap(container -> container.children().stream());
  }

  /** The item of a landmark that was not seen. */
  static ContentItem write(
      Landmark landmark, Origin origin, ObjectCitation image, OptionalInt pass) {
    List<ContentItem> items = new ArrayList<>();
    items.add(
        new ContentItem.Coded(HAS_CONCEPT_MOD, Qualifiers.LANDMARK_ORIGIN, Qualifiers.of(origin)));
    pass.ifPresent(
        number ->
            items.add(
                new ContentItem.Text(
                    HAS_CONCEPT_MOD, ReadingCodes.PASS, Integer.toString(number))));
    items.add(
        new ContentItem.Image(
            INFERRED_FROM, Optional.of(Concepts.SOURCE_OF_MEASUREMENT), image.plain(), List.of()));
    return new ContentItem.Coded(CONTAINS, landmark.code(), Qualifiers.NOT_VISIBLE, items);
  }

  /** The landmark that an item says was not seen. */
  static Optional<Unseen> read(ContentItem item) {
    if (!(item instanceof ContentItem.Coded coded)
        || !coded.concept().scheme().equals(PrivateScheme.DESIGNATOR)
        || !coded.value().sameConceptAs(Qualifiers.NOT_VISIBLE)) {
      return Optional.empty();
    }
    return item.child(ContentItem.Image.class, Concepts.SOURCE_OF_MEASUREMENT)
        .map(
            image ->
                new Unseen(
                    coded.concept(),
                    image.citation().key(),
                    Groups.coded(item, Qualifiers.LANDMARK_ORIGIN)
                        .flatMap(Qualifiers::origin)
                        .orElse(Origin.MANUAL),
                    Groups.pass(item)));
  }
}
