package org.cervimark.image;

/**
 * A picture in colour, such as a photograph.
 *
 * @param columns width
 * @param rows height
 * @param rgb red, green and blue of each pixel, 0 to 255, row by row; the array is shared, not
 *     copied, and must not be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record ColourPicture(int columns, int rows, byte[] rgb) {

  /** Refuses an array of another size. */
  public ColourPicture {
    if (rgb.length != 3L * columns * rows) {
      throw new IllegalArgumentException(rgb.length + " bytes for " + columns + " x " + rows);
    }
  }

  /** How bright the pixels look, 0 to 255 (luma of ITU-R BT.601), row by row. */
  public short[] brightness() {
    short[] grey = new short[columns * rows];
    for (int i = 0; i < grey.length; i++) {
      int red = rgb[3 * i] & 0xFF;
      int green = rgb[3 * i + 1] & 0xFF;
      int blue = rgb[3 * i + 2] & 0xFF;
      grey[i] = (short) ((299 * red + 587 * green + 114 * blue + 500) / 1000);
    }
    return grey;
  }
}
