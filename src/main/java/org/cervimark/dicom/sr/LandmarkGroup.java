package org.cervimark.dicom.sr;

import java.util.List;
import java.util.Optional;
import org.cervimark.image.ImagePoint;
import org.cervimark.landmark.Origin;
import org.cervimark.landmark.Visibility;
import org.cervimark.terminology.Code;

/**
 * The measurement group of a landmark as read (TID 1410).
 *
 * @param image the image it was selected from
 * @param finding the landmark's code
 * @param trackingUid Tracking Unique Identifier, if it has one
 * @param point where it lies
 * @param fiducialUid Fiducial UID of this position, if it has one
 * @param visibility how well it was seen; clear if nothing is said
 * @param origin how it came there; by hand if nothing is said
 * @param replicates where the blinded passes have placed it
 */
record LandmarkGroup(
    ImageKey image,
    Code finding,
    Optional<String> trackingUid,
    ImagePoint point,
    Optional<String> fiducialUid,
    Visibility visibility,
    Origin origin,
    List<ReplicateItems.Replicate> replicates) {

  /** Reads a group; empty if it is not that of a landmark. */
  static Optional<LandmarkGroup> read(ContentItem group) {
    Optional<ContentItem.Coordinates> region = region(group);
    if (region.isEmpty()) {
      return Optional.empty();
    }
    Optional<Code> finding = Groups.finding(group);
    if (finding.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new LandmarkGroup(
            region.get().image().key(),
            finding.get(),
            Groups.trackingUid(group),
            region.get().points().get(0),
            region.get().fiducialUid(),
            Groups.coded(group, Qualifiers.LANDMARK_VISIBILITY)
                .flatMap(Qualifiers::visibility)
                .filter(v -> v != Visibility.NOT_VISIBLE)
                .orElse(Visibility.CLEAR),
            Groups.coded(group, Qualifiers.LANDMARK_ORIGIN)
                .flatMap(Qualifiers::origin)
                .orElse(Origin.MANUAL),
            ReplicateItems.read(group)));
  }

  private static Optional<ContentItem.Coordinates> region(ContentItem group) {
    for (ContentItem child : group.children()) {
      if (child instanceof ContentItem.Coordinates region
          && region.isPoint()
          && region.isNamed(Concepts.IMAGE_REGION)) {
        return Optional.of(region);
      }
    }
    return Optional.empty();
  }
}
