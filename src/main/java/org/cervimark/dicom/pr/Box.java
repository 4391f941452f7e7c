package org.cervimark.dicom.pr;

import org.cervimark.image.ImagePoint;

/**
 * A rectangle on the image, in the coordinates of {@link ImagePoint}, its edges on the grid of 1/64
 * pixel, so that it stays what it was when it is written in 32-bit floats.
 *
 * @param left its left edge
 * @param top its upper edge
 * @param width not negative
 * @param height not negative
 */
record Box(double left, double top, double width, double height) {

  Box {
    left = onGrid(left);
    top = onGrid(top);
    width = onGrid(width);
    height = onGrid(height);
  }

  double right() {
    return left + width;
  }

  double bottom() {
    return top + height;
  }

  ImagePoint topLeft() {
    return new ImagePoint(left, top);
  }

  ImagePoint bottomRight() {
    return new ImagePoint(right(), bottom());
  }

  /** Whether both share more than an edge. */
  boolean overlaps(Box other) {
    return left < other.right()
        && other.left < right()
        && top < other.bottom()
        && other.top < bottom();
  }

  /** Whether a point lies in this box, its edge included. */
  boolean contains(ImagePoint point) {
    return point.column() >= left
        && point.column() <= right()
        && point.row() >= top
        && point.row() <= bottom();
  }

  /** Whether this box lies in another. */
  boolean isWithin(Box other) {
    return left >= other.left
        && right() <= other.right()
        && top >= other.top
        && bottom() <= other.bottom();
  }

  /** This box moved into another, as far as its size allows. */
  Box movedInto(Box other) {
    return new Box(
        Math.max(other.left, Math.min(left, other.right() - width)),
        Math.max(other.top, Math.min(top, other.bottom() - height)),
        width,
        height);
  }

  private static double onGrid(double coordinate) {
    return Math.rint(coordinate * 64) / 64;
  }
}
