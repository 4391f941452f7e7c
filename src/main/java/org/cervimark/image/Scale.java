package org.cervimark.image;

import java.util.Optional;
import org.cervimark.terminology.Unit;

/**
 * How long a pixel is, and how we know. Without a source the unit is the column spacing itself and
 * only the ratio of both spacings means something.
 *
 * @param columnSpacing distance between the centres of neighbouring columns (horizontal), positive
 * @param rowSpacing distance between the centres of neighbouring rows (vertical), positive
 * @param source where the scale comes from; {@link ScaleSource#NONE} if there is none
 * @param note what the header or the reader says of the calibration, without patient data; empty if
 *     there is an object, which has a description of its own
 * @param object the object that the reader marked, if the scale comes from one
 */
public record Scale(
    double columnSpacing,
    double rowSpacing,
    ScaleSource source,
    Optional<String> note,
    Optional<CalibrationObject> object) {

  /** Refuses spacings that are not positive and finite, and objects of another source. */
  public Scale {
    if (!(columnSpacing > 0 && rowSpacing > 0)
        || !Double.isFinite(columnSpacing)
        || !Double.isFinite(rowSpacing)) {
      throw new IllegalArgumentException(
          "spacings must be positive and finite: " + columnSpacing + ", " + rowSpacing);
    }
    if (object.isPresent() && (source != ScaleSource.READER_OBJECT || note.isPresent())) {
      throw new IllegalArgumentException("an object belongs to a scale of the reader's: " + source);
    }
  }

  /** A scale that does not come from an object which the reader marked. */
  public Scale(double columnSpacing, double rowSpacing, ScaleSource source, Optional<String> note) {
    this(columnSpacing, rowSpacing, source, note, Optional.empty());
  }

  /** A scale in millimetres without a remark. */
  public static Scale millimetres(double columnSpacing, double rowSpacing, ScaleSource source) {
    if (source == ScaleSource.NONE) {
      throw new IllegalArgumentException("millimetres need a source");
    }
    return new Scale(columnSpacing, rowSpacing, source, Optional.empty());
  }

  /**
   * No scale in millimetres.
   *
   * @param aspect row spacing divided by column spacing; 1 for square pixels
   */
  public static Scale unknown(double aspect) {
    return new Scale(1, aspect, ScaleSource.NONE, Optional.empty());
  }

  /** Row spacing divided by column spacing. */
  public double aspect() {
    return rowSpacing / columnSpacing;
  }

  /** Whether lengths are in millimetres. */
  public boolean isCalibrated() {
    return source != ScaleSource.NONE;
  }

  /** The unit of lengths in the patient frame. */
  public Unit lengthUnit() {
    return isCalibrated() ? Unit.MILLIMETRE : Unit.PIXEL;
  }
}
