package org.cervimark.phantom;

/**
 * The pixel grid and its relation to the patient frame in millimetres.
 *
 * @param columns number of pixel columns
 * @param rows number of pixel rows
 * @param columnSpacing width of a pixel, mm
 * @param rowSpacing height of a pixel, mm
 * @param sign +1 when the first patient axis (anterior or left) points to increasing columns, else
 *     -1
 * @param centre patient-frame point at the centre of the pixel grid, mm
 */
record Film(int columns, int rows, double columnSpacing, double rowSpacing, int sign, Vec centre) {

  /** Landmarks lie on this fraction of a pixel. */
  private static final double GRID = 64;

  /** Patient-frame point of DICOM image coordinates (0, 0 = outer corner of the first pixel). */
  Vec patient(double column, double row) {
    return new Vec(
        centre.x() + sign * (column - columns / 2.0) * columnSpacing,
        centre.y() + (rows / 2.0 - row) * rowSpacing);
  }

  double column(Vec point) {
    return columns / 2.0 + sign * (point.x() - centre.x()) / columnSpacing;
  }

  double row(Vec point) {
    return rows / 2.0 - (point.y() - centre.y()) / rowSpacing;
  }

  /** The column coordinate on the grid nearest to the point. */
  double snappedColumn(Vec point) {
    return StrictMath.rint(column(point) * GRID) / GRID;
  }

  /** The row coordinate on the grid nearest to the point. */
  double snappedRow(Vec point) {
    return StrictMath.rint(row(point) * GRID) / GRID;
  }

  /** The grid point nearest to the given patient-frame point, in the patient frame. */
  Vec snap(Vec point) {
    return patient(snappedColumn(point), snappedRow(point));
  }

  double width() {
    return columns * columnSpacing;
  }

  double height() {
    return rows * rowSpacing;
  }
}
