package org.cervimark.phantom;

/**
 * What the header says about the size of a pixel; DICOM decimal strings, row spacing first.
 *
 * @param imager Imager Pixel Spacing at the detector
 * @param patient Pixel Spacing in the patient, empty when uncalibrated
 * @param type Pixel Spacing Calibration Type, FIDUCIAL or GEOMETRY
 * @param description Pixel Spacing Calibration Description
 * @param magnification Estimated Radiographic Magnification Factor, empty when not stated
 * @param sourceToDetector distance, mm
 * @param sourceToPatient distance, mm
 */
record Calibration(
    String imager,
    String patient,
    String type,
    String description,
    String magnification,
    String sourceToDetector,
    String sourceToPatient) {

  /** Only the detector's own spacing is known. */
  static Calibration detector(String spacing) {
    return new Calibration(spacing + "\\" + spacing, "", "", "", "", "", "");
  }
}
