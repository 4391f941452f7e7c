package org.cervimark.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;

/** A pen for pictures of pixels. */
public final class PicturePen implements Pen {

  private final Graphics2D g;

  /** A pen that draws with these graphics and leaves their colour, stroke and font changed. */
  public PicturePen(Graphics2D g) {
    this.g = g;
  }

  @Override
  public void stroke(Shape shape, BasicStroke stroke, Color colour) {
    g.setColor(colour);
    g.setStroke(stroke);
    g.draw(shape);
  }

  @Override
  public void fill(Shape shape, Color colour) {
    g.setColor(colour);
    g.fill(shape);
  }

  @Override
  public void text(String text, double x, double y, double size, boolean bold, Color colour) {
    g.setFont(font(size, bold));
    g.setColor(colour);
    g.drawString(text, (float) x, (float) y);
  }

  @Override
  public double width(String text, double size, boolean bold) {
    return g.getFontMetrics(font(size, bold)).stringWidth(text);
  }

  @Override
  public double ascent(double size) {
    return g.getFontMetrics(font(size, false)).getAscent();
  }

  @Override
  public double descent(double size) {
    return g.getFontMetrics(font(size, false)).getDescent();
  }

  private static Font font(double size, boolean bold) {
    return new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) size);
  }
}
