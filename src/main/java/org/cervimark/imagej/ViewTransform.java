package org.cervimark.imagej;

import java.awt.Dimension;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Point2D;
import org.cervimark.image.ImagePoint;

/**
 * The one place where positions on the canvas and positions on the image are converted.
 *
 * <p>ImageJ's canvas shows the outer corner of pixel ({@code x}, {@code y}) in its own corner,
 * enlarged {@code magnification} times; ImageJ's coordinates and those of DICOM both begin at the
 * outer corner of the first pixel, so that the centre of pixel (8, 5) is (8.5, 5.5) in both. Pixels
 * that are not square are stretched vertically; then the canvas is turned as a whole.
 *
 * <p>A mouse position is a whole screen pixel. What the reader points at is its centre, hence the
 * half that {@link #fromMouse} adds; without it every click would lie up to a pixel too far left
 * and up.
 *
 * @param x first image column shown
 * @param y first image row shown
 * @param magnification screen pixels for each image column, positive
 * @param aspect height of an image pixel divided by its width, positive
 * @param turn how the canvas lies on the stage
 * @param canvas size of the canvas before turning
 */
record ViewTransform(
    double x, double y, double magnification, double aspect, Turn turn, Dimension canvas) {

  ViewTransform {
    if (!(magnification > 0 && aspect > 0)) {
      throw new IllegalArgumentException(
          "magnification and aspect must be positive: " + magnification + ", " + aspect);
    }
    canvas = new Dimension(canvas);
  }

  /** Square pixels as stored. */
  ViewTransform(double x, double y, double magnification) {
    this(x, y, magnification, 1, Turn.AS_STORED, new Dimension());
  }

  /** The image position under the centre of a screen pixel. */
  ImagePoint fromMouse(int column, int row) {
    return fromScreen(column + 0.5, row + 0.5);
  }

  /** The image position at a position on the canvas. */
  ImagePoint fromScreen(double column, double row) {
    Point2D p = unturned(column, row);
    return new ImagePoint(x + p.getX() / magnification, y + p.getY() / (magnification * aspect));
  }

  /** Where on the canvas an image position is drawn. */
  Point2D.Double toScreen(ImagePoint point) {
    Point2D.Double p =
        new Point2D.Double(
            (point.column() - x) * magnification, (point.row() - y) * magnification * aspect);
    if (!turn.equals(Turn.AS_STORED)) {
      turn.transform(canvas).transform(p, p);
    }
    return p;
  }

  /** Where a position on the turned canvas lies before turning. */
  Point2D.Double unturned(double column, double row) {
    Point2D.Double p = new Point2D.Double(column, row);
    try {
      turn.transform(canvas).inverseTransform(p, p);
    } catch (NoninvertibleTransformException e) {
      throw new IllegalStateException("turning can always be undone", e);
    }
    return p;
  }

  /** Whether the canvas lies as ImageJ knows it: as stored, in square pixels. */
  boolean isPlain() {
    return aspect == 1 && turn.equals(Turn.AS_STORED);
  }

  /** Where a position lies on the canvas as ImageJ knows it. */
  Point2D.Double toPlain(double column, double row) {
    Point2D.Double p = unturned(column, row);
    return new Point2D.Double(p.x, p.y / aspect);
  }

  /** Where on the canvas a position lies that ImageJ names. */
  Point2D.Double fromPlain(double column, double row) {
    Point2D.Double p = new Point2D.Double(column, row * aspect);
    turn.transform(canvas).transform(p, p);
    return p;
  }

  /** From image positions to the canvas, for drawing the pixels of an image. */
  AffineTransform affine() {
    AffineTransform result = turn.transform(canvas);
    result.scale(magnification, magnification * aspect);
    result.translate(-x, -y);
    return result;
  }

  /**
   * The same view enlarged, in a square area with an image position in its middle.
   *
   * @param factor how much larger than here
   * @param side width and height of the area in screen pixels
   */
  ViewTransform enlarged(ImagePoint middle, double factor, int side) {
    double larger = magnification * factor;
    return new ViewTransform(
        middle.column() - side / 2.0 / larger,
        middle.row() - side / 2.0 / (larger * aspect),
        larger,
        aspect,
        turn,
        new Dimension(side, side));
  }
}
