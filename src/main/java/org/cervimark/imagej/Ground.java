package org.cervimark.imagej;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;

/** What lies below the marks of a canvas. It can be drawn part by part. */
interface Ground {

  /** Its size in pixels. */
  Dimension size();

  /**
   * Draws a part of it.
   *
   * @param target a picture of type {@link BufferedImage#TYPE_INT_RGB} of the same size
   * @param area which pixels to draw, all of them within the picture
   */
  void draw(BufferedImage target, Rectangle area);

  /** A picture that has been drawn already. */
  static Ground of(BufferedImage drawn) {
    return new Ground() {
      @Override
      public Dimension size() {
        return new Dimension(drawn.getWidth(), drawn.getHeight());
      }

      @Override
      public void draw(BufferedImage target, Rectangle area) {
        Graphics2D g = target.createGraphics();
        g.clip(area);
        g.drawImage(drawn, 0, 0, null);
        g.dispose();
      }
    };
  }
}
