package org.cervimark.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.cervimark.image.ImagePoint;

/** A box with numbered lines of text, put into the corner where it hides the fewest landmarks. */
final class Legend {

  /**
   * A line of the legend.
   *
   * @param number the number that stands beside the drawing
   * @param colour the colour of the drawing
   * @param name what was measured
   * @param value what came of it
   */
  record Line(String number, Color colour, String name, String value) {}

  private static final Color GROUND = new Color(0, 0, 0, 190);
  private static final Color TEXT = new Color(0xF2F2F2);
  private static final int SMALLEST_FONT = 9;

  private final List<Line> lines;
  private final Font font;
  private final double unit;

  Legend(List<Line> lines, Font font, double unit) {
    this.lines = lines;
    this.font = font;
    this.unit = unit;
  }

  void paint(Graphics2D g, int columns, int rows, List<ImagePoint> landmarks) {
    if (lines.isEmpty()) {
      return;
    }
    g.setFont(fitting(g, rows));
    FontMetrics metrics = g.getFontMetrics();
    int gap = metrics.charWidth('m');
    int numberWidth = widest(metrics, lines.stream().map(Line::number));
    int nameWidth = widest(metrics, lines.stream().map(Line::name));
    int valueWidth = widest(metrics, lines.stream().map(Line::value));
    int width = numberWidth + nameWidth + valueWidth + 4 * gap;
    int height = lines.size() * metrics.getHeight() + gap;
    Rectangle box = corner(width, height, columns, rows, landmarks);
    g.setColor(GROUND);
    g.fillRoundRect(box.x, box.y, box.width, box.height, gap, gap);
    int baseline = box.y + gap / 2 + metrics.getAscent();
    for (Line line : lines) {
      int x = box.x + gap;
      g.setColor(line.colour());
      g.drawString(line.number(), x + numberWidth - metrics.stringWidth(line.number()), baseline);
      x += numberWidth + gap;
      g.setColor(TEXT);
      g.drawString(line.name(), x, baseline);
      g.setColor(line.colour());
      g.drawString(line.value(), x + nameWidth + gap, baseline);
      baseline += metrics.getHeight();
    }
  }

  /** The font, made smaller if the lines would not fit below each other otherwise. */
  private Font fitting(Graphics2D g, int rows) {
    double needed = (double) lines.size() * g.getFontMetrics(font).getHeight();
    double scale = Math.min(1, 0.9 * rows / needed);
    return font.deriveFont((float) Math.max(SMALLEST_FONT, Math.floor(font.getSize() * scale)));
  }

  private Rectangle corner(
      int width, int height, int columns, int rows, List<ImagePoint> landmarks) {
    int margin = (int) Math.round(8 * unit);
    int right = Math.max(margin, columns - width - margin);
    int bottom = Math.max(margin, rows - height - margin);
    return Stream.of(
            new Rectangle(margin, margin, width, height),
            new Rectangle(right, margin, width, height),
            new Rectangle(margin, bottom, width, height),
            new Rectangle(right, bottom, width, height))
        .min(Comparator.comparingLong(box -> hidden(box, landmarks)))
        .orElseThrow();
  }

  private static long hidden(Rectangle box, List<ImagePoint> landmarks) {
    return landmarks.stream().filter(p -> box.contains(p.column(), p.row())).count();
  }

  private static int widest(FontMetrics metrics, Stream<String> texts) {
    return texts.mapToInt(metrics::stringWidth).max().orElse(0);
  }
}
