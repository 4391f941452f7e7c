package org.cervimark.image;

/**
 * The stored pixel values of one frame of a single-sample image, before any rescale.
 *
 * @param format size and coding; at most 16 bits stored
 * @param words {@code rows * columns} values, row by row, sign extended to 16 bits if the format is
 *     signed and zero extended otherwise; the array is shared, not copied, and must not be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record StoredPixels(PixelFormat format, short[] words) {

  /** Refuses an array of another size than the format says, and what has more than 16 bits. */
  public StoredPixels {
    if (words.length != (long) format.columns() * format.rows()) {
      throw new IllegalArgumentException(
          words.length + " values for " + format.columns() + " x " + format.rows() + " pixels");
    }
    if (format.bitsStored() > Short.SIZE) {
      throw new IllegalArgumentException(format.bitsStored() + " bits stored");
    }
  }

  /** Of values that are within the range of the format. */
  public StoredPixels(PixelFormat format, int[] values) {
    this(format, narrow(values));
  }

  /** The stored value at a pixel, both indices from 0. */
  public int value(int column, int row) {
    return value(row * format.columns() + column);
  }

  /** The stored value at an index, row by row. */
  public int value(int index) {
    return format.signed() ? words[index] : words[index] & 0xFFFF;
  }

  /** A copy of all values. */
  public int[] values() {
    int[] values = new int[words.length];
    int mask = format.signed() ? -1 : 0xFFFF;
    for (int i = 0; i < values.length; i++) {
      values[i] = words[i] & mask;
    }
    return values;
  }

  private static short[] narrow(int[] values) {
    short[] words = new short[values.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = (short) values[i];
    }
    return words;
  }
}
