package org.cervimark.reading;

import java.util.List;
import java.util.Optional;
import org.cervimark.anatomy.View;
import org.cervimark.image.ImageReference;
import org.cervimark.image.OrientationSource;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.Scale;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Replicates;
import org.cervimark.measurement.Subject;

/**
 * One image as read: its landmarks, what was needed to measure them, and the values. The landmarks
 * are authoritative; the values can always be computed again from them.
 *
 * @param image which image and frame
 * @param modality its Modality (0008,0060)
 * @param columns columns of its pixel matrix
 * @param rows rows of its pixel matrix
 * @param view the view as which it was read
 * @param protocol id of the protocol
 * @param scale the scale in force
 * @param orientation the patient orientation in force, if it is known
 * @param orientationSource where the orientation comes from; present if it is known
 * @param landmarks the placements that count; of several passes their {@link Replicates#mean mean}
 * @param values the measured values, in the order of the protocol
 * @param replicates the passes of which the landmarks are the mean, each made without seeing the
 *     others; none, or two or more
 * @param marks what was drawn without a record in the catalogue, each mark once
 */
public record Reading(
    ImageReference image,
    String modality,
    int columns,
    int rows,
    View view,
    String protocol,
    Scale scale,
    Optional<PatientOrientation> orientation,
    Optional<OrientationSource> orientationSource,
    LandmarkSet landmarks,
    List<MeasuredValue> values,
    List<LandmarkSet> replicates,
    List<FreeMark> marks) {

  /** Copies the lists and refuses parts that contradict each other. */
  public Reading {
    values = List.copyOf(values);
    replicates = List.copyOf(replicates);
    marks = List.copyOf(marks);
    if (orientation.isPresent() != orientationSource.isPresent()) {
      throw new IllegalArgumentException("an orientation has a source");
    }
    if (replicates.size() == 1
        || (!replicates.isEmpty() && !Replicates.mean(replicates).equals(landmarks))) {
      throw new IllegalArgumentException("landmarks are the mean of two or more replicates");
    }
    if (marks.stream().map(FreeMark::uid).distinct().count() != marks.size()) {
      throw new IllegalArgumentException("a mark occurs once");
    }
  }

  /** A reading in one pass, without anything drawn freely. */
  public Reading(
      ImageReference image,
      String modality,
      int columns,
      int rows,
      View view,
      String protocol,
      Scale scale,
      Optional<PatientOrientation> orientation,
      Optional<OrientationSource> orientationSource,
      LandmarkSet landmarks,
      List<MeasuredValue> values) {
    this(
        image,
        modality,
        columns,
        rows,
        view,
        protocol,
        scale,
        orientation,
        orientationSource,
        landmarks,
        values,
        List.of(),
        List.of());
  }

  /** The same reading with a scale of other provenance or wording; its values stay. */
  public Reading withScale(Scale other) {
    return new Reading(
        image,
        modality,
        columns,
        rows,
        view,
        protocol,
        other,
        orientation,
        orientationSource,
        landmarks,
        values,
        replicates,
        marks);
  }

  /** The same reading with other values. */
  public Reading withValues(List<MeasuredValue> others) {
    return new Reading(
        image,
        modality,
        columns,
        rows,
        view,
        protocol,
        scale,
        orientation,
        orientationSource,
        landmarks,
        others,
        replicates,
        marks);
  }

  /** The same reading with other landmarks, read in one pass, and the values that they give. */
  public Reading withLandmarks(LandmarkSet otherLandmarks, List<MeasuredValue> otherValues) {
    return new Reading(
        image,
        modality,
        columns,
        rows,
        view,
        protocol,
        scale,
        orientation,
        orientationSource,
        otherLandmarks,
        otherValues,
        List.of(),
        marks);
  }

  /** What the measurements of this reading are computed from. */
  public Subject subject() {
    return new Subject(landmarks, scale, orientation, replicates);
  }
}
