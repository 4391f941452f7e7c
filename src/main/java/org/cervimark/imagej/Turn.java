package org.cervimark.imagej;

import java.awt.Dimension;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;

/**
 * How an image lies on the stage: mirrored from left to right first, then turned clockwise by
 * quarters. Of the display only; coordinates, orientation and saved marks know nothing of it.
 *
 * @param mirrored whether left and right are exchanged
 * @param quarters quarter turns clockwise, 0 to 3
 */
record Turn(boolean mirrored, int quarters) {

  /** As stored. */
  static final Turn AS_STORED = new Turn(false, 0);

  Turn {
    quarters = Math.floorMod(quarters, 4);
  }

  /** The same with left and right of what is seen now exchanged. */
  Turn mirror() {
    return new Turn(!mirrored, -quarters);
  }

  /** The same turned further by quarters clockwise. */
  Turn turn(int more) {
    return new Turn(mirrored, quarters + more);
  }

  /** The size on the stage of a canvas of this size before turning. */
  Dimension turned(Dimension size) {
    return quarters % 2 == 0 ? new Dimension(size) : new Dimension(size.height, size.width);
  }

  /** The direction on the image as stored that is this one on the stage. */
  Point2D.Double stored(double right, double down) {
    Point2D.Double p = new Point2D.Double(right, down);
    AffineTransform back = new AffineTransform();
    if (mirrored) {
      back.scale(-1, 1);
    }
    back.quadrantRotate(-quarters);
    back.transform(p, p);
    return p;
  }

  /** From a canvas of a size before turning to the stage. */
  AffineTransform transform(Dimension size) {
    AffineTransform result = new AffineTransform();
    switch (quarters) {
      case 1 -> result.translate(size.height, 0);
      case 2 -> result.translate(size.width, size.height);
      case 3 -> result.translate(0, size.width);
      default -> {}
    }
    result.quadrantRotate(quarters);
    if (mirrored) {
      result.translate(size.width, 0);
      result.scale(-1, 1);
    }
    return result;
  }
}
