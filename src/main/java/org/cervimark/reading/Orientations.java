package org.cervimark.reading;

import java.util.Optional;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.anatomy.Projection;
import org.cervimark.image.Direction;
import org.cervimark.image.Facing;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.OrientationSource;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.Radiograph;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;

/**
 * Decides how the patient lies on the image, and whether that may be relied on: first the header,
 * then the landmarks, then the reader, who is always asked on frontal and transverse films because
 * a wrong side is a wrong-side listing. Contradictions are never resolved silently.
 */
public final class Orientations {

  /** What is known of the orientation. */
  public sealed interface Finding {}

  /**
   * It is known.
   *
   * @param orientation the orientation
   * @param source how we know
   */
  public record Known(PatientOrientation orientation, OrientationSource source)
      implements Finding {}

  /**
   * The reader must say.
   *
   * @param proposal what the header or the landmarks suggest, if anything
   * @param reason why it must be confirmed
   */
  public record Unconfirmed(Optional<PatientOrientation> proposal, Reason reason)
      implements Finding {}

  /** Why the reader must say. */
  public enum Reason {
    /** Nothing tells how the patient lies. */
    UNKNOWN,
    /** The header's orientation belongs to another view. */
    HEADER_DOES_NOT_FIT_VIEW,
    /** The header, or the reader's own statement, and the landmarks contradict each other. */
    LANDMARKS_CONTRADICT,
    /** Sides are always confirmed against the side marker. */
    SIDE_MUST_BE_CONFIRMED
  }

  private static final String ANTERIOR = "-anterior";
  private static final String POSTERIOR = "-posterior";

  private Orientations() {}

  /**
   * What is known for an image that is read as a view of the given plane.
   *
   * @param confirmed what the reader has stated, if anything
   */
  public static Finding find(
      Radiograph radiograph,
      Projection projection,
      LandmarkSet landmarks,
      Optional<PatientOrientation> confirmed) {
    Optional<PatientOrientation> header =
        radiograph.orientation().filter(o -> o.projection() == projection);
    Optional<Facing> vote = projection == Projection.LATERAL ? vote(landmarks) : Optional.empty();
    if (confirmed.isPresent() && confirmed.get().projection() == projection) {
      return contradicts(confirmed.get(), vote)
          ? new Unconfirmed(vote.map(PatientOrientation::lateral), Reason.LANDMARKS_CONTRADICT)
          : new Known(confirmed.get(), OrientationSource.READER);
    }
    if (projection != Projection.LATERAL) {
      return new Unconfirmed(header, Reason.SIDE_MUST_BE_CONFIRMED);
    }
    if (header.isPresent()) {
      return contradicts(header.get(), vote)
          ? new Unconfirmed(vote.map(PatientOrientation::lateral), Reason.LANDMARKS_CONTRADICT)
          : new Known(header.get(), OrientationSource.HEADER);
    }
    if (vote.isPresent()) {
      return new Known(PatientOrientation.lateral(vote.get()), OrientationSource.LANDMARKS);
    }
    return new Unconfirmed(
        Optional.empty(),
        radiograph.orientation().isPresent() ? Reason.HEADER_DOES_NOT_FIT_VIEW : Reason.UNKNOWN);
  }

  /**
   * Which edge the endplates point to: at least two endplates or vertebral walls with both ends
   * placed must all agree.
   */
  static Optional<Facing> vote(LandmarkSet landmarks) {
    int right = 0;
    int left = 0;
    for (Placement placement : landmarks.all()) {
      String id = placement.landmark().value();
      if (!id.endsWith(ANTERIOR) || !id.contains("endplate") || placement.point().isEmpty()) {
        continue;
      }
      String stem = id.substring(0, id.length() - ANTERIOR.length());
      Optional<ImagePoint> posterior = landmarks.point(new LandmarkId(stem + POSTERIOR));
      if (posterior.isPresent()) {
        double difference = placement.point().get().column() - posterior.get().column();
        if (difference > 0) {
          right++;
        } else if (difference < 0) {
          left++;
        }
      }
    }
    if (right >= 2 && left == 0) {
      return Optional.of(Facing.RIGHT);
    }
    return left >= 2 && right == 0 ? Optional.of(Facing.LEFT) : Optional.empty();
  }

  // The vote counts columns, so that it can speak for films stored upright only.
  private static boolean contradicts(PatientOrientation orientation, Optional<Facing> vote) {
    return vote.isPresent()
        && (orientation.row() == Direction.ANTERIOR || orientation.row() == Direction.POSTERIOR)
        && (orientation.row() == Direction.ANTERIOR) != (vote.get() == Facing.RIGHT);
  }
}
