package org.cervimark.reading;

import java.util.List;
import java.util.Optional;
import org.cervimark.anatomy.View;
import org.cervimark.image.ImageReference;
import org.cervimark.image.OrientationSource;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.Scale;
import org.cervimark.landmark.LandmarkSet;
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
 * @param landmarks the placements
 * @param values the measured values, in the order of the protocol
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
    List<MeasuredValue> values) {

  /** Copies the list. */
  public Reading {
    values = List.copyOf(values);
    if (orientation.isPresent() != orientationSource.isPresent()) {
      throw new IllegalArgumentException("an orientation has a source");
    }
  }

  /** What the measurements of this reading are computed from. */
  public Subject subject() {
    return new Subject(landmarks, scale, orientation);
  }
}
