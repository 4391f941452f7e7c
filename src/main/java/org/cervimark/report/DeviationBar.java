package org.cervimark.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * Draws a {@link Deviation}: bands of one and two standard deviations, the mean as a line, the
 * value as a dot with its interval, or as an arrow where it lies beyond the axis. On the screen and
 * on paper the same.
 *
 * @param wide the band of two standard deviations
 * @param narrow the band of one
 * @param mean the line of the mean
 * @param value the value and its interval
 * @param ground what lies around the dot
 */
public record DeviationBar(Color wide, Color narrow, Color mean, Color value, Color ground) {

  /** Draws it into a rectangle whose width is the axis. */
  public void draw(Pen pen, Deviation deviation, Rectangle2D area) {
    double middle = area.getCenterY();
    pen.fill(band(area, 2), wide);
    pen.fill(band(area, 1), narrow);
    line(pen, x(area, 0), area.getMinY(), x(area, 0), area.getMaxY(), 0.8, mean);
    double low = x(area, deviation.low());
    double high = x(area, deviation.high());
    double cap = area.getHeight() * 0.2;
    line(pen, low, middle, high, middle, 1.3, value);
    if (deviation.low() > -Deviation.REACH && deviation.low() < Deviation.REACH) {
      line(pen, low, middle - cap, low, middle + cap, 1.3, value);
    }
    if (deviation.high() > -Deviation.REACH && deviation.high() < Deviation.REACH) {
      line(pen, high, middle - cap, high, middle + cap, 1.3, value);
    }
    double radius = Math.min(4.5, area.getHeight() * 0.27);
    if (deviation.isBeyond()) {
      pen.fill(arrow(area, deviation.deviations(), radius), value);
    } else {
      double at = x(area, deviation.deviations());
      pen.fill(dot(at, middle, radius + 1), ground);
      pen.fill(dot(at, middle, radius), value);
    }
  }

  /** Where something lies that is so many standard deviations from the mean. */
  public static double x(Rectangle2D area, double deviations) {
    return area.getMinX() + Deviation.share(deviations) * area.getWidth();
  }

  private static Rectangle2D band(Rectangle2D area, double deviations) {
    double from = x(area, -deviations);
    return new Rectangle2D.Double(
        from, area.getMinY(), x(area, deviations) - from, area.getHeight());
  }

  private static Ellipse2D dot(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  /** Its tip at the end of the axis. */
  private static Path2D arrow(Rectangle2D area, double deviations, double radius) {
    double tip = x(area, deviations);
    double back = tip - Math.copySign(2.6 * radius, deviations);
    Path2D arrow = new Path2D.Double();
    arrow.moveTo(tip, area.getCenterY());
    arrow.lineTo(back, area.getCenterY() - 1.3 * radius);
    arrow.lineTo(back, area.getCenterY() + 1.3 * radius);
    arrow.closePath();
    return arrow;
  }

  private static void line(
      Pen pen, double x1, double y1, double x2, double y2, double width, Color colour) {
    pen.stroke(
        new Line2D.Double(x1, y1, x2, y2),
        new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER),
        colour);
  }
}
