package org.cervimark.image;

import java.util.List;
import java.util.Optional;
import org.cervimark.anatomy.View;

/** Radiographs for tests, without a file behind them. */
public final class Radiographs {

  private Radiographs() {}

  /** A CR image of 2000 columns and 2400 rows with the given scale and orientation. */
  public static Radiograph with(
      Scale scale, Optional<PatientOrientation> orientation, Optional<View> view) {
    return new Radiograph(
        new ImageReference("2.25.1", "2.25.2", "1.2.840.10008.5.1.4.1.1.1", "2.25.3", 1),
        new Patient(PersonName.parse("Test^Case"), "T-1", Optional.empty(), Optional.empty()),
        new Study(Optional.of("20260114"), Optional.empty(), Optional.empty()),
        "CR",
        new PixelFormat(2000, 2400, 1, 1, 16, 12, 11, false, "MONOCHROME2", "1.2.840.10008.1.2.1"),
        scale,
        orientation,
        view,
        "",
        List.of());
  }

  /** The same at 0.15 mm, patient orientation as given. */
  public static Radiograph lateral(Optional<PatientOrientation> orientation) {
    return with(
        Scale.millimetres(0.15, 0.15, ScaleSource.FIDUCIAL),
        orientation,
        Optional.of(View.LATERAL_NEUTRAL));
  }
}
