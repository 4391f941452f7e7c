package org.cervimark.dicom.image;

import java.util.Optional;
import org.cervimark.image.Scale;
import org.cervimark.image.ScaleSource;

/**
 * Two pixel spacings of a header in millimetres, vertical first, as DICOM writes them.
 *
 * @param row distance between neighbouring rows
 * @param column distance between neighbouring columns
 */
record Spacing(double row, double column) {

  /** Spacings are decimal texts, rounded by whoever wrote them. */
  static final double ROUNDING = 0.002;

  /** Whether both are the same but for rounding. */
  boolean agreesWith(Spacing other) {
    return Math.abs(row - other.row) <= ROUNDING * other.row
        && Math.abs(column - other.column) <= ROUNDING * other.column;
  }

  Spacing dividedBy(double factor) {
    return new Spacing(row / factor, column / factor);
  }

  Scale scale(ScaleSource source, Optional<String> note) {
    return new Scale(column, row, source, note);
  }

  @Override
  public String toString() {
    return row == column ? row + " mm" : row + " × " + column + " mm";
  }
}
