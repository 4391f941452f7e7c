package org.cervimark.dicom.sr;

import static org.cervimark.dicom.sr.Relationship.CONTAINS;
import static org.cervimark.dicom.sr.Relationship.HAS_CONCEPT_MOD;
import static org.cervimark.dicom.sr.Relationship.HAS_OBS_CONTEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cervimark.anatomy.Landmark;
import org.cervimark.anatomy.Side;
import org.cervimark.image.ImagePoint;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Origin;
import org.cervimark.landmark.Placement;

/** Writes one measurement group for each landmark (TID 1410). It holds no number. */
final class LandmarkGroupWriter {

  private final Identities identities;
  private final String algorithmName;
  private final String algorithmVersion;

  /** With the UIDs in force and the program that stands for automatic placement. */
  LandmarkGroupWriter(Identities identities, String algorithmName, String algorithmVersion) {
    this.identities = identities;
    this.algorithmName = algorithmName;
    this.algorithmVersion = algorithmVersion;
  }

  /**
   * The group of a landmark.
   *
   * @param landmark what it is
   * @param placement how it was placed, with a point
   * @param point the point
   * @param image the image
   * @param passes the blinded passes, if there are several
   * @param context what the group repeats of the study
   */
  ContentItem write(
      Landmark landmark,
      Placement placement,
      ImagePoint point,
      ObjectCitation image,
      List<LandmarkSet> passes,
      List<ContentItem> context) {
    String name = landmark.code().meaning();
    List<ContentItem> items = new ArrayList<>();
    items.add(
        new ContentItem.Text(
            HAS_OBS_CONTEXT, Concepts.TRACKING_IDENTIFIER, name.replace(':', ' ')));
    items.add(
        new ContentItem.Text(
            HAS_OBS_CONTEXT,
            Concepts.TRACKING_UID,
            ContentItem.Text.Type.UIDREF,
            identities.tracking(image.key(), landmark.code())));
    items.add(new ContentItem.Coded(CONTAINS, Concepts.FINDING, landmark.code()));
    items.addAll(context);
    items.add(
        new ContentItem.Coordinates(
            CONTAINS,
            Concepts.IMAGE_REGION,
            List.of(point),
            Optional.of(identities.fiducial(image.key(), landmark.code(), point)),
            image));
    items.addAll(ReplicateItems.of(landmark, passes, image));
    items.add(site(landmark));
    if (placement.origin() != Origin.MANUAL) {
      items.add(new ContentItem.Text(HAS_CONCEPT_MOD, Concepts.ALGORITHM_NAME, algorithmName));
      items.add(
          new ContentItem.Text(HAS_CONCEPT_MOD, Concepts.ALGORITHM_VERSION, algorithmVersion));
    }
    items.add(
        new ContentItem.Coded(
            CONTAINS, Qualifiers.LANDMARK_VISIBILITY, Qualifiers.of(placement.visibility())));
    items.add(
        new ContentItem.Coded(
            CONTAINS, Qualifiers.LANDMARK_ORIGIN, Qualifiers.of(placement.origin())));
    items.add(new ContentItem.Text(CONTAINS, Concepts.COMMENT, name));
    return new ContentItem.Container(
        CONTAINS, Concepts.MEASUREMENT_GROUP, Optional.of("1410"), items);
  }

  private static ContentItem site(Landmark landmark) {
    return new ContentItem.Coded(
        HAS_CONCEPT_MOD, Concepts.FINDING_SITE, landmark.site(), laterality(landmark.side()));
  }

  /** The laterality below a finding site; none for what is not paired. */
  static List<ContentItem> laterality(Optional<Side> side) {
    return side.<List<ContentItem>>map(
            s ->
                List.of(
                    new ContentItem.Coded(
                        HAS_CONCEPT_MOD,
                        Concepts.LATERALITY,
                        s == Side.RIGHT ? Concepts.RIGHT : Concepts.LEFT)))
        .orElse(List.of());
  }
}
