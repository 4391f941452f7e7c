package org.cervimark.image;

import java.util.BitSet;

/**
 * An overlay plane (60xx,eeee) of one frame, PS3.3 C.9.2: a picture of one bit that lies over the
 * image.
 *
 * @param left column of the image, from 0, under the plane's first column; may lie outside
 * @param top row of the image, from 0, under the plane's first row; may lie outside
 * @param columns columns of the plane
 * @param rows rows of the plane
 * @param bits its pixels, row by row; shared, not copied, and must not be changed
 * @param region whether it marks a region of interest, whose outline alone is drawn since an area
 *     would hide what it marks; graphics otherwise
 * @param label Overlay Label (60xx,1500) or Description (60xx,0022), possibly empty
 */
public record OverlayPlane(
    int left, int top, int columns, int rows, BitSet bits, boolean region, String label) {

  /** Sets the pixels of a grey picture that the plane covers. */
  public void draw(byte[] grey, int width, int height, byte colour) {
    for (int at = bits.nextSetBit(0); at >= 0; at = bits.nextSetBit(at + 1)) {
      int column = at % columns;
      int row = at / columns;
      int x = left + column;
      int y = top + row;
      if (x >= 0 && x < width && y >= 0 && y < height && (!region || isEdge(column, row))) {
        grey[y * width + x] = colour;
      }
    }
  }

  private boolean isEdge(int column, int row) {
    return !isSet(column - 1, row)
        || !isSet(column + 1, row)
        || !isSet(column, row - 1)
        || !isSet(column, row + 1);
  }

  /** Whether a pixel of the plane is set; those outside the plane are not. */
  public boolean isSet(int column, int row) {
    return column >= 0
        && column < columns
        && row >= 0
        && row < rows
        && bits.get(row * columns + column);
  }
}
