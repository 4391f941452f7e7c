package org.cervimark.measurement;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PatientFrame;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.PlumbLine;
import org.cervimark.image.Scale;
import org.cervimark.landmark.LandmarkSet;

/**
 * What is measured: the landmarks of one image, with what turns them into patient coordinates.
 *
 * @param landmarks the placements
 * @param scale the scale in force
 * @param orientation the patient orientation in force, if it is known
 * @param replicates the passes of which the landmarks are the mean; empty if they were placed once
 */
public record Subject(
    LandmarkSet landmarks,
    Scale scale,
    Optional<PatientOrientation> orientation,
    List<LandmarkSet> replicates) {

  /** Copies the list. */
  public Subject {
    replicates = List.copyOf(replicates);
  }

  /** Landmarks placed once. */
  public Subject(LandmarkSet landmarks, Scale scale, Optional<PatientOrientation> orientation) {
    this(landmarks, scale, orientation, List.of());
  }

  /** The upper point of a plumb line seen in the image. */
  public static final LandmarkId PLUMB_TOP = new LandmarkId("plumb-top");

  /** The lower point of a plumb line seen in the image. */
  public static final LandmarkId PLUMB_BOTTOM = new LandmarkId("plumb-bottom");

  /** The patient frame; empty while the orientation is unknown. */
  public Optional<PatientFrame> frame() {
    return frame(landmarks::point);
  }

  /** The plumb line, if both its points are placed and differ. */
  public Optional<PlumbLine> plumbLine() {
    return plumbLine(landmarks::point);
  }

  /** The patient frame as it would be if the landmarks lay elsewhere. */
  Optional<PatientFrame> frame(Function<LandmarkId, Optional<ImagePoint>> positions) {
    return frame(scale, positions);
  }

  /** The patient frame as it would be with another scale and if the landmarks lay elsewhere. */
  Optional<PatientFrame> frame(Scale scale, Function<LandmarkId, Optional<ImagePoint>> positions) {
    return orientation.map(
        o ->
            plumbLine(positions)
                .map(plumb -> PatientFrame.of(scale, o, plumb))
                .orElseGet(() -> PatientFrame.of(scale, o)));
  }

  private static Optional<PlumbLine> plumbLine(
      Function<LandmarkId, Optional<ImagePoint>> positions) {
    return positions
        .apply(PLUMB_TOP)
        .flatMap(
            top ->
                positions
                    .apply(PLUMB_BOTTOM)
                    .filter(bottom -> !bottom.equals(top))
                    .map(bottom -> new PlumbLine(top, bottom)));
  }
}
