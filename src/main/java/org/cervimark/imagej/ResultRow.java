package org.cervimark.imagej;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import javax.swing.JComponent;
import org.cervimark.measurement.Outcome;
import org.cervimark.reading.ReadingSession.Result;
import org.cervimark.report.Deviation;
import org.cervimark.report.PicturePen;

/**
 * One result: name and value, and below them the sign in words or the reason, the evidence tier and
 * where the value lies in a published population.
 */
@SuppressWarnings("serial")
final class ResultRow extends JComponent {

  private static final Font NAME = Look.font(13);
  private static final Font VALUE = Look.bold(13);
  private static final Font REMARK = Look.font(11);

  /** Width of the bar that shows the population. */
  private static final int BAR = 96;

  private static final String WIDEST_TIER = "E4";

  private final ResultText text;
  private Result result;
  private boolean highlighted;
  private boolean drawn;
  private boolean beyondLimit;
  private Optional<Deviation> deviation = Optional.empty();

  ResultRow(Result result, ResultText text) {
    this.result = result;
    this.text = text;
    setName("result-" + result.measurement().id());
    int height =
        getFontMetrics(NAME).getHeight() + getFontMetrics(REMARK).getHeight() + Look.scaled(9);
    setPreferredSize(new Dimension(200, height));
    setMinimumSize(new Dimension(100, height));
    setMaximumSize(new Dimension(Integer.MAX_VALUE, height));
    setAlignmentX(LEFT_ALIGNMENT);
  }

  /** The result shown. */
  Result result() {
    return result;
  }

  /**
   * Shows a result of the same measurement.
   *
   * @param isDrawn whether it is the one whose lines are on the image
   * @param isHighlighted whether the reader chose that
   * @param isBeyondLimit whether a published screening limit is exceeded
   * @param newDeviation where the value lies in a published population
   */
  void show(
      Result newResult,
      boolean isDrawn,
      boolean isHighlighted,
      boolean isBeyondLimit,
      Optional<Deviation> newDeviation) {
    if (newResult.equals(result)
        && isDrawn == drawn
        && isHighlighted == highlighted
        && isBeyondLimit == beyondLimit
        && newDeviation.equals(deviation)) {
      return;
    }
    beyondLimit = isBeyondLimit;
    deviation = newDeviation;
    result = newResult;
    drawn = isDrawn;
    highlighted = isHighlighted;
    repaint();
  }

  /** Name, value and remark, for assistive technology and tests. */
  String spoken() {
    return result.measurement().name(text.locale()) + ": " + text.value(result) + ", " + remark();
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Look.smooth(graphics);
    int pad = Look.scaled(8);
    if (highlighted) {
      g.setColor(Look.ACCENT_TINT);
      g.fillRect(0, 0, getWidth(), getHeight());
    }
    if (drawn) {
      g.setColor(highlighted ? Look.ACCENT : Look.DRAWN);
      g.fillRect(0, 0, 3, getHeight() - 1);
    }
    boolean measured = result.outcome() instanceof Outcome.Measured;
    FontMetrics values = g.getFontMetrics(VALUE);
    FontMetrics names = g.getFontMetrics(NAME);
    int top = Look.scaled(3);
    String value = text.value(result);
    int valueWidth = values.stringWidth(value);
    g.setFont(VALUE);
    g.setColor(measured ? Look.TEXT : Look.MUTED);
    g.drawString(value, getWidth() - pad - valueWidth, top + values.getAscent());
    g.setFont(NAME);
    g.setColor(measured ? Look.TEXT : Look.MUTED);
    String name = result.measurement().name(text.locale());
    g.drawString(
        WrappedText.clipped(names, name, getWidth() - 3 * pad - valueWidth),
        pad,
        top + names.getAscent());
    paintSecondLine(g, pad, top + names.getHeight());
    g.setColor(Look.RULE);
    g.drawLine(0, getHeight() - 1, getWidth(), getHeight() - 1);
    g.dispose();
  }

  private String remark() {
    return beyondLimit ? "! " + text.beyondLimit() : text.remark(result);
  }

  /** From the right: the tier, the bar, and what room is left for the remark. */
  private void paintSecondLine(Graphics2D g, int pad, int top) {
    g.setFont(REMARK);
    FontMetrics metrics = g.getFontMetrics();
    String tier = result.measurement().tier().name();
    int right = getWidth() - pad - metrics.stringWidth(tier);
    g.setColor(Look.MUTED);
    g.drawString(tier, right, top + metrics.getAscent());
    right = getWidth() - pad - metrics.stringWidth(WIDEST_TIER) - pad;
    if (deviation.isPresent()) {
      right -= Look.scaled(BAR);
      Rectangle2D area =
          new Rectangle2D.Double(right, top + 2.0, Look.scaled(BAR), metrics.getHeight() - 4.0);
      DeviationPanel.BAR.draw(new PicturePen(g), deviation.get(), area);
      right -= pad;
    }
    g.setFont(REMARK);
    g.setColor(Look.MUTED);
    g.drawString(
        WrappedText.clipped(metrics, remark(), right - pad), pad, top + metrics.getAscent());
  }
}
