package org.cervimark.reading;

import java.util.Optional;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.anatomy.Projection;
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
 * a wrong side is a wrong-side listing; there the landmarks can only object. Contradictions are
 * never resolved silently.
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
  private static final String LEFT = "-left";
  private static final String RIGHT = "-right";

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
    Optional<PatientOrientation> vote = vote(projection, landmarks);
    if (confirmed.isPresent() && confirmed.get().projection() == projection) {
      return contradicts(confirmed.get(), vote)
          ? contradicted(projection, vote)
          : new Known(confirmed.get(), OrientationSource.READER);
    }
    if (header.isPresent() && contradicts(header.get(), vote)) {
      return contradicted(projection, vote);
    }
    if (projection != Projection.LATERAL) {
      return new Unconfirmed(header, Reason.SIDE_MUST_BE_CONFIRMED);
    }
    if (header.isPresent()) {
      return new Known(header.get(), OrientationSource.HEADER);
    }
    if (vote.isPresent()) {
      return new Known(vote.get(), OrientationSource.LANDMARKS);
    }
    return new Unconfirmed(
        Optional.empty(),
        radiograph.orientation().isPresent() ? Reason.HEADER_DOES_NOT_FIT_VIEW : Reason.UNKNOWN);
  }

  /**
   * On a lateral film the endplates show which way the patient faces, whoever placed them. Which
   * side is which the reader has decided when placing, so that nothing is proposed there.
   */
  private static Unconfirmed contradicted(
      Projection projection, Optional<PatientOrientation> vote) {
    return new Unconfirmed(
        projection == Projection.LATERAL ? vote : Optional.empty(), Reason.LANDMARKS_CONTRADICT);
  }

  /**
   * How the patient lies by the landmarks: at least two endplates, or on frontal and transverse
   * films two pairs of a left and a right landmark, with both ends placed, which must all agree.
   * Columns are compared, so that it speaks for films stored upright only.
   */
  static Optional<PatientOrientation> vote(Projection projection, LandmarkSet landmarks) {
    return switch (projection) {
      case LATERAL ->
          towardRight(landmarks, ANTERIOR, POSTERIOR, "endplate")
              .map(right -> PatientOrientation.lateral(right ? Facing.RIGHT : Facing.LEFT));
      case FRONTAL ->
          towardRight(landmarks, LEFT, RIGHT, "").map(right -> PatientOrientation.frontal(!right));
      case TRANSVERSE ->
          towardRight(landmarks, LEFT, RIGHT, "")
              .map(right -> PatientOrientation.transverse(!right));
    };
  }

  /** Whether landmarks of one ending lie to the right of their partners of another ending. */
  private static Optional<Boolean> towardRight(
      LandmarkSet landmarks, String ending, String partner, String containing) {
    int right = 0;
    int left = 0;
    for (Placement placement : landmarks.all()) {
      String id = placement.landmark().value();
      if (!id.endsWith(ending) || !id.contains(containing) || placement.point().isEmpty()) {
        continue;
      }
      String stem = id.substring(0, id.length() - ending.length());
      Optional<ImagePoint> other = landmarks.point(new LandmarkId(stem + partner));
      if (other.isPresent()) {
        double difference = placement.point().get().column() - other.get().column();
        if (difference > 0) {
          right++;
        } else if (difference < 0) {
          left++;
        }
      }
    }
    return right + left >= 2 && (right == 0 || left == 0)
        ? Optional.of(left == 0)
        : Optional.empty();
  }

  private static boolean contradicts(
      PatientOrientation orientation, Optional<PatientOrientation> vote) {
    return vote.isPresent() && orientation.row() == vote.get().row().opposite();
  }
}
