package org.cervimark.report;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.cervimark.image.ImagePoint;

/** Puts numbers beside drawings so that they cover neither each other nor the landmarks. */
final class NumberTags {

  private static final Color GROUND = new Color(0, 0, 0, 190);
  private static final int TRIES = 24;
  private static final double SHARE = 0.85;

  private final Pen pen;
  private final double size;
  private final Rectangle2D picture;
  private final List<Rectangle2D> taken = new ArrayList<>();

  NumberTags(Pen pen, double letters, Rectangle2D picture) {
    this.pen = pen;
    this.size = letters * SHARE;
    this.picture = picture;
  }

  /** Keeps the neighbourhood of a point free of numbers. */
  void keepClear(ImagePoint point, double radius) {
    taken.add(
        new Rectangle2D.Double(
            point.column() - radius, point.row() - radius, 2 * radius, 2 * radius));
  }

  /** Writes a number near the second end of a line, further and further beyond it until free. */
  void paint(String number, Color colour, ImagePoint from, ImagePoint to) {
    double digit = pen.width("0", size, true);
    double width = pen.width(number, size, true) + digit;
    double height = pen.ascent(size) + pen.descent(size);
    double angle = Math.atan2(to.row() - from.row(), to.column() - from.column());
    Rectangle2D place = place(to, angle, width, height);
    for (int i = 0; i < TRIES && !isFree(place); i++) {
      // Alternately to both sides of the line's direction, in growing circles.
      double turn = (i % 2 == 0 ? 1 : -1) * Math.PI / 4 * ((i / 2) % 4 + 1);
      double reach = height * (1 + i / 8);
      place =
          place(
              new ImagePoint(
                  to.column() + reach * Math.cos(angle + turn),
                  to.row() + reach * Math.sin(angle + turn)),
              angle + turn,
              width,
              height);
    }
    taken.add(place);
    pen.fill(place, GROUND);
    pen.text(number, place.getX() + digit / 2, place.getY() + pen.ascent(size), size, true, colour);
  }

  private static Rectangle2D place(ImagePoint at, double angle, double width, double height) {
    double column = at.column() + Math.cos(angle) * width;
    double row = at.row() + Math.sin(angle) * height;
    return new Rectangle2D.Double(column - width / 2, row - height / 2, width, height);
  }

  private boolean isFree(Rectangle2D place) {
    return picture.contains(place) && taken.stream().noneMatch(t -> t.intersects(place));
  }
}
