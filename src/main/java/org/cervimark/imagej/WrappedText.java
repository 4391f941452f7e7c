package org.cervimark.imagej;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Insets;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.border.Border;

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

  /** A text in as many lines as it takes at a width. */
  static WrappedText whole(Font font, Color colour, String text, int width) {
    WrappedText result = new WrappedText(font, colour, 1);
    FontMetrics metrics = result.getFontMetrics(font);
    int lines = wrapped(metrics, text, width, Integer.MAX_VALUE).size();
    result = new WrappedText(font, colour, Math.max(1, lines));
    result.setPreferredSize(new Dimension(width, result.getPreferredSize().height));
    result.text = text;
    return result;
  }

  /** Keeps the text at the bottom of its lines, close to what stands below. */
  WrappedText atBottom() {
    atBottom = true;
    return this;
  }

  @Override
  public void setBorder(Border border) {
    super.setBorder(border);
    Insets free = getInsets();
    int height = getFontMetrics(getFont()).getHeight() * lines + free.top + free.bottom;
    setPreferredSize(new Dimension(100, height));
    setMinimumSize(new Dimension(50, height));
    setMaximumSize(new Dimension(Integer.MAX_VALUE, height));
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
    Insets free = getInsets();
    List<String> shown = wrapped(metrics, text, getWidth() - free.left - free.right, lines);
    int y =
        free.top
            + metrics.getAscent()
            + (atBottom ? lines - shown.size() : 0) * metrics.getHeight();
    for (String line : shown) {
      g.drawString(line, free.left, y);
      y += metrics.getHeight();
    }
    g.dispose();
  }

  /**
   * The lines of a text, at most so many; the last one ends in an ellipsis if there are more. Words
   * stay whole, those of Hangul too.
   */
  static List<String> wrapped(FontMetrics metrics, String text, int width, int lines) {
    List<String> result = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int start = 0;
    for (String word : words(text)) {
      if (line.length() > 0
          && (line.charAt(line.length() - 1) == '\n'
              || metrics.stringWidth((line + word).stripTrailing()) > width)) {
        if (result.size() == lines - 1) {
          String rest = line + text.substring(start);
          result.add(clipped(metrics, rest.replace('\n', ' '), width));
          return result;
        }
        result.add(line.toString().stripTrailing());
        line.setLength(0);
      }
      line.append(word);
      start += word.length();
    }
    if (line.length() > 0) {
      result.add(clipped(metrics, line.toString().stripTrailing(), width));
    }
    return result;
  }

  /** What a line can end behind. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    BreakIterator breaks = BreakIterator.getLineInstance();
    breaks.setText(text);
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      if (end == text.length() || !joins(text.charAt(end - 1), text.charAt(end))) {
        words.add(text.substring(start, end));
        start = end;
      }
    }
    return words;
  }

  /** Whether two characters belong to the same word although one of them is Hangul. */
  private static boolean joins(char before, char after) {
    return !Character.isWhitespace(before)
        && (Character.UnicodeScript.of(before) == Character.UnicodeScript.HANGUL
            || Character.UnicodeScript.of(after) == Character.UnicodeScript.HANGUL);
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
