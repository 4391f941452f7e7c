package org.cervimark.imagej;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;

/**
 * Text in a fixed number of lines, so that the panel does not jump when the text changes; what does
 * not fit ends in an ellipsis and is seen whole in the tooltip.
 */
@SuppressWarnings("serial")
final class WrappedText extends JComponent {

  private static final String ELLIPSIS = "…";

  private final int lines;
  private String text = "";
  private boolean atBottom;

  WrappedText(Font font, Color colour, int lines) {
    this.lines = lines;
    setFont(font);
    setForeground(colour);
    int height = getFontMetrics(font).getHeight() * lines;
    setPreferredSize(new Dimension(100, height));
    setMinimumSize(new Dimension(50, height));
    setMaximumSize(new Dimension(Integer.MAX_VALUE, height));
    setAlignmentX(LEFT_ALIGNMENT);
  }

  /** Keeps the text at the bottom of its lines, close to what stands below. */
  WrappedText atBottom() {
    atBottom = true;
    return this;
  }

  /** Shows another text. */
  void setText(String text) {
    if (!text.equals(this.text)) {
      this.text = text;
      setToolTipText(text.isEmpty() ? null : text);
      repaint();
    }
  }

  /** The whole text. */
  String getText() {
    return text;
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Look.smooth(graphics);
    g.setFont(getFont());
    g.setColor(getForeground());
    FontMetrics metrics = g.getFontMetrics();
    List<String> shown = wrapped(metrics, text, getWidth(), lines);
    int y = metrics.getAscent() + (atBottom ? lines - shown.size() : 0) * metrics.getHeight();
    for (String line : shown) {
      g.drawString(line, 0, y);
      y += metrics.getHeight();
    }
    g.dispose();
  }

  /** The lines of a text, at most so many; the last one ends in an ellipsis if there are more. */
  static List<String> wrapped(FontMetrics metrics, String text, int width, int lines) {
    List<String> result = new ArrayList<>();
    BreakIterator breaks = BreakIterator.getLineInstance();
    breaks.setText(text);
    StringBuilder line = new StringBuilder();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
      String word = text.substring(start, end);
      if (line.length() > 0 && metrics.stringWidth((line + word).stripTrailing()) > width) {
        if (result.size() == lines - 1) {
          result.add(clipped(metrics, line + text.substring(start), width));
          return result;
        }
        result.add(line.toString().stripTrailing());
        line.setLength(0);
      }
      line.append(word);
    }
    if (line.length() > 0) {
      result.add(clipped(metrics, line.toString().stripTrailing(), width));
    }
    return result;
  }

  /** A text that fits a width, with an ellipsis if it had to be cut. */
  static String clipped(FontMetrics metrics, String text, int width) {
    if (metrics.stringWidth(text) <= width) {
      return text;
    }
    int end = text.length();
    while (end > 0 && metrics.stringWidth(text.substring(0, end) + ELLIPSIS) > width) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end).stripTrailing() + ELLIPSIS;
  }
}
