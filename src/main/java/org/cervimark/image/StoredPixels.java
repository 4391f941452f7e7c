package org.cervimark.image;

/**
 * The stored pixel values of one frame of a single-sample image, before any rescale.
 *
 * @param format size and coding
 * @param values {@code rows * columns} values, row by row, sign extended if the format is signed
 *     and zero extended otherwise; the array is shared, not copied, and must not be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record StoredPixels(PixelFormat format, int[] values) {

  /** Refuses an array of another size than the format says. */
  public StoredPixels {
    if (values.length != (long) format.columns() * format.rows()) {
      throw new IllegalArgumentException(
          values.length + " values for " + format.columns() + " x " + format.rows() + " pixels");
    }
  }

  /** The stored value at a pixel, both indices from 0. */
  public int value(int column, int row) {
    return values[row * format.columns() + column];
  }
}
