package org.cervimark.image;

/**
 * The stored samples of one frame, of grey or of colour as it is coded.
 *
 * @param format size and coding; at most 16 bits stored
 * @param words {@code rows * columns * samplesPerPixel} values, row by row, the samples of a pixel
 *     side by side, sign extended to 16 bits if the format is signed and zero extended otherwise;
 *     the array is shared, not copied, and must not be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record StoredSamples(PixelFormat format, short[] words) {

  /** Refuses an array of another size than the format says. */
  public StoredSamples {
    if (words.length != (long) format.columns() * format.rows() * format.samplesPerPixel()) {
      throw new IllegalArgumentException(
          words.length + " samples for " + format.columns() + " x " + format.rows() + " pixels");
    }
  }
}
