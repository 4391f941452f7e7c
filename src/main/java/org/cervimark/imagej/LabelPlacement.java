package org.cervimark.imagej;

import java.awt.Dimension;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds room for labels, so that none covers a landmark, another label, or leaves the canvas. */
final class LabelPlacement {

  private static final double[][] CAPTION_SIDES = {
    {1, 0}, {0, -1}, {0, 1}, {1, -1}, {1, 1}, {-1, -1}, {-1, 1}, {-1, 0}
  };

  private static final double[][] SIDES = {
    {1, 0}, {-1, 0}, {1, -1}, {-1, -1}, {1, 1}, {-1, 1}, {0, -1}, {0, 1}
  };

  private final Dimension canvas;
  private final double clearance;
  private final Map<Object, Integer> sides;
  private final List<Rectangle2D> taken = new ArrayList<>();

  /**
   * Room on a canvas.
   *
   * @param clearance radius around each landmark that stays free
   * @param sides on which side of its mark each label lay before and lies now
   */
  LabelPlacement(
      Dimension canvas,
      double clearance,
      List<? extends Point2D> landmarks,
      Map<Object, Integer> sides) {
    this.canvas = canvas;
    this.sides = sides;
    this.clearance = clearance;
    for (Point2D p : landmarks) {
      reserve(
          new Rectangle2D.Double(
              p.getX() - clearance, p.getY() - clearance, 2 * clearance, 2 * clearance));
    }
  }

  /** Keeps an area free. */
  void reserve(Rectangle2D area) {
    taken.add(area);
  }

  /** Room for a label beside its landmark; empty if there is none. */
  Optional<Rectangle2D> beside(Object label, Point2D landmark, double width, double height) {
    return beside(label, landmark, width, height, SIDES);
  }

  /** Room for a caption at the end of a line, preferably not on the line. */
  Optional<Rectangle2D> atEnd(Object label, Point2D end, double width, double height) {
    return beside(label, end, width, height, CAPTION_SIDES);
  }

  private Optional<Rectangle2D> beside(
      Object label, Point2D landmark, double width, double height, double[][] choice) {
    int before = sides.getOrDefault(label, 0);
    for (int i = 0; i < choice.length; i++) {
      // The side of before comes first; the others follow in their order.
      int at = i == 0 ? before : i <= before ? i - 1 : i;
      double[] side = choice[at];
      double x = landmark.getX() + side[0] * (clearance + 2) + (side[0] - 1) * width / 2;
      double y = landmark.getY() + side[1] * (clearance + 2) + (side[1] - 1) * height / 2;
      Rectangle2D room = new Rectangle2D.Double(x, y, width, height);
      if (isFree(room)) {
        reserve(room);
        sides.put(label, at);
        return Optional.of(room);
      }
    }
    return Optional.empty();
  }

  /** Room for a label centred on a position; empty if there is none. */
  Optional<Rectangle2D> centred(Point2D centre, double width, double height) {
    Rectangle2D room =
        new Rectangle2D.Double(
            centre.getX() - width / 2, centre.getY() - height / 2, width, height);
    if (!isFree(room)) {
      return Optional.empty();
    }
    reserve(room);
    return Optional.of(room);
  }

  private boolean isFree(Rectangle2D room) {
    if (room.getMinX() < 0
        || room.getMinY() < 0
        || room.getMaxX() > canvas.width
        || room.getMaxY() > canvas.height) {
      return false;
    }
    for (Rectangle2D area : taken) {
      if (room.intersects(area)) {
        return false;
      }
    }
    return true;
  }
}
