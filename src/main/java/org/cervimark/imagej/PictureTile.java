package org.cervimark.imagej;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;

/** The square in which lists of images show one: its picture, the frame of a choice, and a dot. */
final class PictureTile {

  private static final int ROUNDING = 6;
  private static final int EDGE = 2;
  private static final int DOT = 10;

  private final int left;
  private final int top;
  private final int side;

  /** A tile on the canvas, in its pixels. */
  PictureTile(int left, int top, int side) {
    this.left = left;
    this.top = top;
    this.side = side;
  }

  /** Draws the picture in the middle, as large as it fits; an empty tile until it is made. */
  void paint(Graphics2D g, Optional<BufferedImage> made, boolean chosen) {
    g.setColor(Look.STAGE);
    g.fillRoundRect(left, top, side, side, ROUNDING, ROUNDING);
    if (made.isPresent()) {
      BufferedImage picture = made.get();
      double factor = (side - 2.0 * EDGE) / Math.max(picture.getWidth(), picture.getHeight());
      int width = (int) (picture.getWidth() * factor);
      int height = (int) (picture.getHeight() * factor);
      g.drawImage(
          picture, left + (side - width) / 2, top + (side - height) / 2, width, height, null);
    }
    if (chosen) {
      g.setColor(Look.ACCENT);
      g.setStroke(Look.stroke(3));
      g.drawRoundRect(left - 1, top - 1, side + 2, side + 2, ROUNDING + 2, ROUNDING + 2);
    }
  }

  /** Draws a dot in the upper right corner. */
  void mark(Graphics2D g, Color colour) {
    dot(g, left + side - Look.scaled(DOT + 4), top + Look.scaled(4), colour);
  }

  /** Draws a dot that tells whether measurements are saved. */
  static void dot(Graphics2D g, int x, int y, Color colour) {
    int size = Look.scaled(DOT);
    g.setColor(Look.PAPER);
    g.fillOval(x - 1, y - 1, size + 2, size + 2);
    g.setColor(colour);
    g.fillOval(x, y, size, size);
  }
}
