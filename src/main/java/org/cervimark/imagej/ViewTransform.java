package org.cervimark.imagej;

import java.awt.geom.Point2D;
import org.cervimark.image.ImagePoint;

/**
 * The one place where positions on the canvas and positions on the image are converted.
 *
 * <p>ImageJ's canvas shows the outer corner of pixel ({@code x}, {@code y}) in its own corner,
 * enlarged {@code magnification} times; ImageJ's coordinates and those of DICOM both begin at the
 * outer corner of the first pixel, so that the centre of pixel (8, 5) is (8.5, 5.5) in both.
 *
 * <p>A mouse position is a whole screen pixel. What the reader points at is its centre, hence the
 * half that {@link #fromMouse} adds; without it every click would lie up to a pixel too far left
 * and up.
 *
 * @param x first image column shown
 * @param y first image row shown
 * @param magnification screen pixels for each image pixel, positive
 */
record ViewTransform(double x, double y, double magnification) {

  ViewTransform {
    if (!(magnification > 0)) {
      throw new IllegalArgumentException("magnification must be positive: " + magnification);
    }
  }

  /** The image position under the centre of a screen pixel. */
  ImagePoint fromMouse(int column, int row) {
    return fromScreen(column + 0.5, row + 0.5);
  }

  /** The image position at a position on the canvas. */
  ImagePoint fromScreen(double column, double row) {
    return new ImagePoint(x + column / magnification, y + row / magnification);
  }

  /** Where on the canvas an image position is drawn. */
  Point2D.Double toScreen(ImagePoint point) {
    return new Point2D.Double(
        (point.column() - x) * magnification, (point.row() - y) * magnification);
  }
}
