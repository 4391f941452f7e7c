package org.cervimark.followup;

import java.util.List;
import java.util.Optional;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.geometry.Point2;
import org.cervimark.geometry.Similarity2;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PatientFrame;
import org.cervimark.image.Scale;
import org.cervimark.measurement.Subject;

/** One film laid over another so that a bone coincides, or the reason why that cannot be done. */
public sealed interface Superimposition {

  /** By what the sizes of the two films were brought together. */
  enum Sizing {
    /** Both films are in millimetres of the same kind; the movement is rigid. */
    MILLIMETRES,
    /**
     * At least one film has no scale, or one is magnified and the other is not: the bone itself was
     * made equally large on both, so that distances between the films mean nothing.
     */
    BONE
  }

  /** Why films cannot be laid over each other. */
  enum Reason {
    /** The orientation of a film is not known. */
    NOT_ORIENTED,
    /** The films show different planes. */
    OTHER_PLANE,
    /** Fewer than two landmarks of the bone are placed on both films. */
    NO_COMMON_LANDMARKS
  }

  /**
   * The movement that lays the other film over the base.
   *
   * @param bone the bone that coincides
   * @param sizing by what sizes were brought together
   * @param landmarks of how many landmarks of the bone
   * @param residual root of the mean squared distance that is left between them, in the length unit
   *     of the base; 0 for two landmarks of the same distance
   * @param movement from the patient frame of the other film to that of the base
   * @param base the frame of the base
   * @param other the frame of the other film
   */
  record Registered(
      Bone bone,
      Sizing sizing,
      int landmarks,
      double residual,
      Similarity2 movement,
      PatientFrame base,
      PatientFrame other)
      implements Superimposition {

    /** Where a position of the other film lies on the base. */
    public ImagePoint toBase(ImagePoint onOther) {
      return base.toImage(movement.apply(other.toPatient(onOther)));
    }

    /** Where a position of the base lies on the other film. */
    public ImagePoint toOther(ImagePoint onBase) {
      return other.toImage(movement.inverse().apply(base.toPatient(onBase)));
    }
  }

  /**
   * They cannot be laid over each other.
   *
   * @param reason why
   */
  record Refused(Reason reason) implements Superimposition {}

  /** Lays a film over another by a bone. */
  static Superimposition of(Subject base, Subject other, Bone bone) {
    Optional<PatientFrame> baseFrame = base.frame();
    Optional<PatientFrame> otherFrame = other.frame();
    if (baseFrame.isEmpty() || otherFrame.isEmpty()) {
      return new Refused(Reason.NOT_ORIENTED);
    }
    if (baseFrame.get().projection() != otherFrame.get().projection()) {
      return new Refused(Reason.OTHER_PLANE);
    }
    List<LandmarkId> landmarks = bone.landmarks(base.landmarks(), other.landmarks());
    if (landmarks.size() < 2) {
      return new Refused(Reason.NO_COMMON_LANDMARKS);
    }
    List<Point2> from = points(landmarks, other, otherFrame.get());
    List<Point2> to = points(landmarks, base, baseFrame.get());
    Sizing sizing = sizing(base.scale(), other.scale());
    return Similarity2.fit(from, to, sizing == Sizing.MILLIMETRES)
        .<Superimposition>map(
            movement ->
                new Registered(
                    bone,
                    sizing,
                    landmarks.size(),
                    residual(movement, from, to),
                    movement,
                    baseFrame.get(),
                    otherFrame.get()))
        .orElseGet(() -> new Refused(Reason.NO_COMMON_LANDMARKS));
  }

  private static Sizing sizing(Scale base, Scale other) {
    return base.isCalibrated()
            && other.isCalibrated()
            && base.source().magnified() == other.source().magnified()
        ? Sizing.MILLIMETRES
        : Sizing.BONE;
  }

  private static List<Point2> points(
      List<LandmarkId> landmarks, Subject subject, PatientFrame frame) {
    return landmarks.stream()
        .map(l -> frame.toPatient(subject.landmarks().point(l).orElseThrow()))
        .toList();
  }

  private static double residual(Similarity2 movement, List<Point2> from, List<Point2> to) {
    double sum = 0;
    for (int i = 0; i < from.size(); i++) {
      double distance = movement.apply(from.get(i)).distanceTo(to.get(i));
      sum += distance * distance;
    }
    return Math.sqrt(sum / from.size());
  }
}
