package org.cervimark.image;

/**
 * One slice: a classic image, or a frame of an enhanced one.
 *
 * @param image which image and frame
 * @param plane where its pixels lie in the patient
 * @param columns columns of its pixel matrix
 * @param rows rows of its pixel matrix
 * @param number its place in the order in which it was made: Instance Number, then frame number
 */
public record Slice(ImageReference image, ImagePlane plane, int columns, int rows, long number) {

  /** Whether both can lie in one stack: the same frame of reference, directions and matrix. */
  boolean stacksWith(Slice other) {
    return columns == other.columns
        && rows == other.rows
        && plane.frameOfReferenceUid().equals(other.plane.frameOfReferenceUid())
        && plane.isParallelTo(other.plane)
        && isNear(plane.columnSpacing(), other.plane.columnSpacing())
        && isNear(plane.rowSpacing(), other.plane.rowSpacing());
  }

  private static boolean isNear(double one, double other) {
    return Math.abs(one - other) <= 1e-3 * other;
  }
}
