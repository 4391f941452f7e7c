package org.cervimark.imagej;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import javax.swing.JComponent;
import org.cervimark.report.Deviation;
import org.cervimark.report.DeviationBar;
import org.cervimark.report.PicturePen;

/**
 * A value beside each published population that there is for it: mean, standard deviation and
 * source, the bar, and below it an axis in the unit of the value. Grey and blue; nothing says good
 * or bad.
 */
@SuppressWarnings("serial")
final class DeviationPanel extends JComponent {

  static final DeviationBar BAR =
      new DeviationBar(Look.BAR_ENDS, Look.BAR_MIDDLE, Look.MUTED, Look.ACCENT, Look.PAPER);

  private static final Font SMALL = Look.font(10);

  private List<Deviation> deviations;

  DeviationPanel(String id, List<Deviation> deviations) {
    this.deviations = deviations;
    setName("deviation-" + id);
    setAlignmentX(LEFT_ALIGNMENT);
    setOpaque(true);
    fit();
  }

  /** Takes room for each population, and none where there is no value to plot. */
  private void fit() {
    int height = deviations.size() * height() + Look.scaled(4);
    setPreferredSize(new Dimension(200, height));
    setMaximumSize(new Dimension(Integer.MAX_VALUE, height));
    setVisible(!deviations.isEmpty());
  }

  /** Shows another value beside the same populations. */
  void show(List<Deviation> changed) {
    if (deviations.size() != changed.size()) {
      deviations = changed;
      fit();
      revalidate();
    }
    deviations = changed;
    repaint();
  }

  /** What is drawn, in words: the label of each population. */
  List<String> spoken() {
    return deviations.stream().map(Deviation::label).toList();
  }

  private int height() {
    return 2 * getFontMetrics(SMALL).getHeight() + Look.scaled(26);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Look.smooth(graphics);
    g.setColor(Look.ACCENT_TINT);
    g.fillRect(0, 0, getWidth(), getHeight());
    g.setColor(Look.ACCENT);
    g.fillRect(0, 0, 3, getHeight());
    for (int i = 0; i < deviations.size(); i++) {
      paint(g, deviations.get(i), i * height() + Look.scaled(4));
    }
    g.dispose();
  }

  private void paint(Graphics2D g, Deviation deviation, int top) {
    FontMetrics metrics = g.getFontMetrics(SMALL);
    int pad = Look.scaled(11);
    g.setFont(SMALL);
    g.setColor(Look.TEXT);
    g.drawString(deviation.label(), pad, top + metrics.getAscent());
    double barTop = top + metrics.getHeight() + Look.scaled(3);
    Rectangle2D area = new Rectangle2D.Double(pad, barTop, getWidth() - 2.0 * pad, Look.scaled(14));
    BAR.draw(new PicturePen(g), deviation, area);
    g.setFont(SMALL);
    g.setColor(Look.MUTED);
    for (int sd = -3; sd <= 3; sd++) {
      String tick = deviation.tick(sd);
      double x = DeviationBar.x(area, sd);
      g.fill(new Rectangle2D.Double(x - 0.5, area.getMaxY(), 1, Look.scaled(3)));
      g.drawString(
          tick,
          (float) (x - metrics.stringWidth(tick) / 2.0),
          (float) (area.getMaxY() + Look.scaled(3) + metrics.getAscent()));
    }
  }
}
