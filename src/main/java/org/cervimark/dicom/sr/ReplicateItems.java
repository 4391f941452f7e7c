package org.cervimark.dicom.sr;

import static org.cervimark.dicom.sr.Relationship.CONTAINS;
import static org.cervimark.dicom.sr.Relationship.HAS_CONCEPT_MOD;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.cervimark.anatomy.Landmark;
import org.cervimark.image.ImagePoint;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Origin;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;

/** Where each blinded pass has placed a landmark: points beside the one that counts. */
final class ReplicateItems {

  /**
   * A placement of one pass.
   *
   * @param pass number of the pass from 1
   * @param point where
   * @param visibility how well seen
   * @param origin how it came there
   */
  record Replicate(int pass, ImagePoint point, Visibility visibility, Origin origin) {}

  private ReplicateItems() {}

  /** The points of all passes that have placed a landmark. */
  static List<ContentItem> of(Landmark landmark, List<LandmarkSet> passes, ObjectCitation image) {
    List<ContentItem> items = new ArrayList<>();
    for (int i = 0; i < passes.size(); i++) {
      Optional<Placement> placement = passes.get(i).find(landmark.id());
      if (placement.isPresent() && placement.get().point().isPresent()) {
        items.add(
            new ContentItem.Coordinates(
                CONTAINS,
                ReadingCodes.REPLICATE,
                List.of(placement.get().point().get()),
                Optional.empty(),
                image,
                List.of(
                    new ContentItem.Text(
                        HAS_CONCEPT_MOD, ReadingCodes.PASS, Integer.toString(i + 1)),
                    new ContentItem.Coded(
                        HAS_CONCEPT_MOD,
                        Qualifiers.LANDMARK_VISIBILITY,
                        Qualifiers.of(placement.get().visibility())),
                    new ContentItem.Coded(
                        HAS_CONCEPT_MOD,
                        Qualifiers.LANDMARK_ORIGIN,
                        Qualifiers.of(placement.get().origin())))));
      }
    }
    return items;
  }

  /** The placements of the passes in a landmark's group. */
  static List<Replicate> read(ContentItem group) {
    List<Replicate> replicates = new ArrayList<>();
    group
        .children(ContentItem.Coordinates.class, ReadingCodes.REPLICATE)
        .filter(ContentItem.Coordinates::isPoint)
        .forEach(
            item -> {
              OptionalInt pass = Groups.pass(item);
              Optional<Visibility> visibility =
                  Groups.coded(item, Qualifiers.LANDMARK_VISIBILITY)
                      .flatMap(Qualifiers::visibility)
                      .filter(v -> v != Visibility.NOT_VISIBLE);
              if (pass.isPresent()) {
                replicates.add(
                    new Replicate(
                        pass.getAsInt(),
                        item.points().get(0),
                        visibility.orElse(Visibility.CLEAR),
                        Groups.coded(item, Qualifiers.LANDMARK_ORIGIN)
                            .flatMap(Qualifiers::origin)
                            .orElse(Origin.MANUAL)));
              }
            });
    return replicates;
  }
}
