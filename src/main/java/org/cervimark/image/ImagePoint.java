package org.cervimark.image;

/**
 * A position on the stored pixel matrix, in the convention of DICOM spatial coordinates (PS3.3
 * C.18.6 and C.10.5): the outer corner of the first pixel is (0, 0), its centre (0.5, 0.5), the
 * outer corner of the last pixel (columns, rows). Columns grow to the right, rows downward.
 *
 * @param column horizontal coordinate in pixels, finite
 * @param row vertical coordinate in pixels, finite
 */
public record ImagePoint(double column, double row) {

  /** Refuses NaN and infinity. */
  public ImagePoint {
    if (!Double.isFinite(column) || !Double.isFinite(row)) {
      throw new IllegalArgumentException("coordinates must be finite: " + column + ", " + row);
    }
  }

  /**
   * The nearest point of the grid of 1/64 pixel. A 32-bit float holds such a point exactly up to
   * 262 143 pixels, so that what is measured is what is stored.
   */
  public ImagePoint snapped() {
    return new ImagePoint(Math.rint(column * 64) / 64, Math.rint(row * 64) / 64);
  }

  /** Whether this point lies on the pixel matrix, its outer edge included. */
  public boolean isWithin(int columns, int rows) {
    return column >= 0 && column <= columns && row >= 0 && row <= rows;
  }

  /** The distance to another point in pixels, not negative. */
  public double distanceTo(ImagePoint other) {
    return Math.hypot(column - other.column, row - other.row);
  }

  /** The point half way between two points. */
  public static ImagePoint midpoint(ImagePoint p, ImagePoint q) {
    return new ImagePoint((p.column + q.column) / 2, (p.row + q.row) / 2);
  }
}
