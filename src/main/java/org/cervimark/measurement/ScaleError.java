package org.cervimark.measurement;

import org.cervimark.image.CalibrationObject;
import org.cervimark.image.Scale;

/**
 * How exactly lengths in the patient are known from a scale. Engineering placeholders, like the
 * assumed standard deviations of landmarks:
 *
 * <ul>
 *   <li>5 % where the magnification follows from the exposure geometry: the spread of the
 *       magnification of C5 among patients (SHIGEMATSU2013), since the distance of the spine from
 *       the support is not in the header;
 *   <li>2 % for an object in the image by which the header says it was calibrated, since nothing is
 *       known of it;
 *   <li>for an object that the reader marked, the placing of its two ends and what is stated of its
 *       length;
 *   <li>none for spacings at the detector or on film: the shadow is as long as it is, and how much
 *       longer than the anatomy is said beside the value.
 * </ul>
 */
final class ScaleError {

  private static final double UNKNOWN_OBJECT = 0.02;

  /** Standard deviation with which an end of an object is placed along it, millimetres. */
  private static final double END = 0.3;

  private ScaleError() {}

  private static double ofObject(CalibrationObject object) {
    return Math.hypot(Math.sqrt(2) * END, object.uncertainty().orElse(0.0)) / object.length();
  }

  /** The standard deviation of a scale, relative to it. */
  static double relative(Scale scale) {
    return switch (scale.source()) {
      case GEOMETRY -> 0.05;
      case FIDUCIAL -> UNKNOWN_OBJECT;
      case READER_OBJECT -> scale.object().map(ScaleError::ofObject).orElse(UNKNOWN_OBJECT);
      case HEADER, DETECTOR, FILM, SLICE, NONE -> 0;
    };
  }
}
