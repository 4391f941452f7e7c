package org.cervimark.dicom.sr;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.cervimark.image.ImagePoint;
import org.cervimark.terminology.Code;

/**
 * The UIDs by which revisions of a report recognise the same thing: a tracking UID for each
 * landmark and measurement of an image, kept for ever; a fiducial UID for each position of a
 * landmark, kept only while the point does not move.
 */
final class Identities {

  /**
   * A landmark or measurement on an image.
   *
   * @param image the image
   * @param code value of its private code
   */
  private record Subject(ImageKey image, String code) {}

  /**
   * A position with its UID.
   *
   * @param point the position
   * @param uid Fiducial UID
   */
  private record Fiducial(ImagePoint point, String uid) {}

  private final Supplier<String> uids;
  private final Map<Subject, String> trackingUids = new HashMap<>();
  private final Map<Subject, Fiducial> fiducials = new HashMap<>();

  /** Nothing is known yet; new UIDs come from a source. */
  Identities(Supplier<String> uids) {
    this.uids = uids;
  }

  /** Notes what an earlier revision says; what was noted before counts more. */
  void recall(ImageKey image, Code code, Optional<String> trackingUid) {
    Subject subject = new Subject(image, code.value());
    // A tracking UID that occurs twice makes viewers merge two groups.
    trackingUid
        .filter(uid -> !trackingUids.containsValue(uid))
        .ifPresent(uid -> trackingUids.putIfAbsent(subject, uid));
  }

  /** Notes where a landmark was in an earlier revision; what was noted before counts more. */
  void recall(ImageKey image, Code code, ImagePoint point, Optional<String> fiducialUid) {
    fiducialUid.ifPresent(
        uid -> fiducials.putIfAbsent(new Subject(image, code.value()), new Fiducial(point, uid)));
  }

  /** The tracking UID of a landmark or measurement. */
  String tracking(ImageKey image, Code code) {
    return trackingUids.computeIfAbsent(new Subject(image, code.value()), s -> uids.get());
  }

  /** The fiducial UID of a landmark at a position. */
  String fiducial(ImageKey image, Code code, ImagePoint point) {
    Subject subject = new Subject(image, code.value());
    Fiducial known = fiducials.get(subject);
    if (known == null || !known.point().equals(point)) {
      known = new Fiducial(point, uids.get());
      fiducials.put(subject, known);
    }
    return known.uid();
  }

  /** Notes all of an earlier revision's groups. */
  void recall(Collection<LandmarkGroup> landmarks, Collection<MeasurementGroup> measurements) {
    for (LandmarkGroup group : landmarks) {
      recall(group.image(), group.finding(), group.trackingUid());
      recall(group.image(), group.finding(), group.point(), group.fiducialUid());
    }
    for (MeasurementGroup group : measurements) {
      recall(group.image(), group.finding(), group.trackingUid());
    }
  }
}
