package org.cervimark.image;

/** Where a scale comes from, in the terms of PS3.3 10.7.1. */
public enum ScaleSource {
  /** Pixel Spacing calibrated against an object in the image (Calibration Type FIDUCIAL). */
  FIDUCIAL(false, "calibrated against an object in the image", "영상 내 물체로 보정됨"),
  /**
   * Pixel Spacing calibrated from the geometry (Calibration Type GEOMETRY), or Imager Pixel Spacing
   * divided by the stated magnification factor.
   */
  GEOMETRY(false, "calibrated from the exposure geometry", "촬영 기하로 보정됨"),
  /** An object of known length that the reader marked in the plane of the spine. */
  READER_OBJECT(false, "calibrated by the reader on an object", "판독자가 물체로 보정함"),
  /** Spacing of a reconstructed slice (CT, MR): true lengths in the patient. */
  SLICE(false, "slice spacing, true millimetres", "단면 간격(실제 mm)"),
  /** Pixel Spacing of unstated origin that differs from the detector's. */
  HEADER(true, "Pixel Spacing of unstated origin", "출처 불명의 픽셀 간격"),
  /** Spacing at the detector: the anatomy is shown magnified. */
  DETECTOR(true, "detector spacing, magnified", "검출기 간격(확대됨)"),
  /** Spacing on a digitised film: the anatomy is shown magnified. */
  FILM(true, "film spacing, magnified", "필름 간격(확대됨)"),
  /** No scale; lengths are in column spacings. */
  NONE(false, "no scale", "축척 없음");

  private final boolean magnified;
  private final String english;
  private final String korean;

  ScaleSource(boolean magnified, String english, String korean) {
    this.magnified = magnified;
    this.english = english;
    this.korean = korean;
  }

  /** Whether lengths are, or may be, those of a magnified shadow and not of the anatomy. */
  public boolean magnified() {
    return magnified;
  }

  /** A short statement of the provenance for people. */
  public String description(java.util.Locale locale) {
    return locale.getLanguage().equals("ko") ? korean : english;
  }
}
