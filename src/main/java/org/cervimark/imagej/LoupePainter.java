package org.cervimark.imagej;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import org.cervimark.image.ImagePoint;

/** Draws the neighbourhood of the pointer enlarged, marks included, in a corner of the canvas. */
final class LoupePainter {

  /** How much larger than on the canvas things are in the loupe. */
  private static final double FACTOR = 4;

  private static final int MARGIN = 14;

  private final MarksPainter marks;

  /** Makes the picture of a part of the image, marks left out. */
  @FunctionalInterface
  interface Pixels {
    /** The part that a transform shows on so many screen pixels. */
    Image part(ViewTransform part, int width, int height);
  }

  LoupePainter(MarksPainter marks) {
    this.marks = marks;
  }

  /**
   * Adds the loupe to a scene, where the canvas has room for it.
   *
   * @param pixels the image
   * @param pointer the screen pixel under the pointer
   */
  void addTo(Scene scene, Pixels pixels, ViewTransform view, Dimension canvas, Point pointer) {
    int diameter = Math.min(Look.scaled(190), Math.min(canvas.width, canvas.height) / 3);
    if (diameter < 60) {
      return;
    }
    boolean pointerInCorner =
        pointer.x > canvas.width - diameter - 5 * MARGIN && pointer.y < diameter + 5 * MARGIN;
    int left = pointerInCorner ? MARGIN : canvas.width - diameter - MARGIN;
    ImagePoint centre = view.fromMouse(pointer.x, pointer.y);
    // What it shows may have changed in any way: it is never the same as before.
    scene.add(
        new Object(),
        new Rectangle(left, MARGIN, diameter, diameter),
        2,
        g -> paint(g, pixels, view.enlarged(centre, FACTOR, diameter), left, diameter));
  }

  private void paint(Graphics2D g, Pixels pixels, ViewTransform enlarged, int left, int diameter) {
    Graphics2D inside = (Graphics2D) g.create(left, MARGIN, diameter, diameter);
    inside.clip(new Ellipse2D.Double(0, 0, diameter, diameter));
    inside.setColor(Look.STAGE);
    inside.fillRect(0, 0, diameter, diameter);
    Graphics2D turned = (Graphics2D) inside.create();
    turned.transform(enlarged.turn().transform(enlarged.canvas()));
    turned.drawImage(pixels.part(enlarged, diameter, diameter), 0, 0, null);
    turned.dispose();
    marks.plain(enlarged).draw(inside, new Rectangle(diameter, diameter));
    double middle = diameter / 2.0;
    inside.setColor(Look.EXPECTED);
    inside.setStroke(Look.stroke(1));
    inside.draw(new Line2D.Double(0, middle, middle - 6, middle));
    inside.draw(new Line2D.Double(middle + 6, middle, diameter, middle));
    inside.draw(new Line2D.Double(middle, 0, middle, middle - 6));
    inside.draw(new Line2D.Double(middle, middle + 6, middle, diameter));
    inside.dispose();

    g.setColor(Look.SELECTED);
    g.setStroke(Look.stroke(2));
    g.draw(new Ellipse2D.Double(left, MARGIN, diameter, diameter));
    Font font = Look.font(11);
    String label = "×" + (int) FACTOR;
    g.setFont(font);
    g.drawString(
        label, left + diameter / 2 + 6, MARGIN + diameter - g.getFontMetrics().getDescent() - 6);
  }
}
