package org.cervimark.reading;

/** What speaks against a calibration by the reader. */
public enum CalibrationDoubt {
  /** It makes pixels larger than those of the detector: an object smaller than its shadow. */
  LARGER_THAN_SHADOW,
  /** It differs by more than 5 % from a scale that the header calls calibrated. */
  DIFFERS_FROM_HEADER
}
