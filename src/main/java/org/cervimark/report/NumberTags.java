package org.cervimark.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.cervimark.image.ImagePoint;

/** Puts numbers beside drawings so that they cover neither each other nor the landmarks. */
final class NumberTags {

  private static final Color GROUND = new Color(0, 0, 0, 190);
  private static final int TRIES = 24;
  private static final float SHARE = 0.85f;

  private final Graphics2D g;
  private final Font font;
  private final Rectangle2D picture;
  private final List<Rectangle2D> taken = new ArrayList<>();

  NumberTags(Graphics2D g, Font font, int columns, int rows) {
    this.g = g;
    this.font = font.deriveFont(Font.BOLD, font.getSize2D() * SHARE);
    this.picture = new Rectangle2D.Double(0, 0, columns, rows);
  }

  /** Keeps the neighbourhood of a point free of numbers. */
  void keepClear(ImagePoint point, double radius) {
    taken.add(
        new Rectangle2D.Double(
            point.column() - radius, point.row() - radius, 2 * radius, 2 * radius));
  }

  /** Writes a number near the second end of a line, further and further beyond it until free. */
  void paint(String number, Color colour, ImagePoint from, ImagePoint to) {
    g.setFont(font);
    FontMetrics metrics = g.getFontMetrics();
    double width = metrics.stringWidth(number) + metrics.charWidth('0');
    double height = metrics.getAscent() + metrics.getDescent();
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
    g.setColor(GROUND);
    g.fill(place);
    g.setColor(colour);
    g.drawString(
        number,
        (float) (place.getX() + metrics.charWidth('0') / 2.0),
        (float) (place.getY() + metrics.getAscent()));
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
