package org.cervimark.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.cervimark.image.ImagePoint;

/**
 * A box with numbered lines of text, in one to three columns, put along the edge of the picture
 * where it hides the least of what is drawn.
 */
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

  private static final Color GROUND = new Color(0, 0, 0, 170);
  private static final Color TEXT = new Color(0xF2F2F2);
  private static final int MOST_COLUMNS = 3;

  private final List<Line> lines;
  private final FontMetrics metrics;
  private final int gap;
  private final int numberWidth;
  private final int nameWidth;
  private final int valueWidth;

  /** A box in a picture. */
  private record Layout(Rectangle box, int columns, long hidden) {}

  Legend(List<Line> lines, Graphics2D g, Font font) {
    this.lines = lines;
    this.metrics = g.getFontMetrics(font);
    this.gap = metrics.charWidth('m');
    this.numberWidth = widest(Line::number);
    this.nameWidth = widest(Line::name);
    this.valueWidth = widest(Line::value);
  }

  /** Draws the box so that it hides as few of the given points as can be. */
  void paint(Graphics2D g, int width, int height, List<ImagePoint> points) {
    if (lines.isEmpty()) {
      return;
    }
    Layout layout = layout(width, height, points);
    Rectangle box = layout.box();
    g.setColor(GROUND);
    g.fillRoundRect(box.x, box.y, box.width, box.height, gap, gap);
    g.setFont(metrics.getFont());
    int perColumn = perColumn(layout.columns());
    for (int i = 0; i < lines.size(); i++) {
      int x = box.x + gap + (i / perColumn) * columnWidth();
      int baseline = box.y + gap / 2 + metrics.getAscent() + (i % perColumn) * metrics.getHeight();
      paint(g, lines.get(i), x, baseline);
    }
  }

  private void paint(Graphics2D g, Line line, int x, int baseline) {
    int right = x + numberWidth;
    g.setColor(line.colour());
    g.drawString(line.number(), right - metrics.stringWidth(line.number()), baseline);
    g.drawString(line.value(), right + nameWidth + 2 * gap, baseline);
    g.setColor(TEXT);
    g.drawString(line.name(), right + gap, baseline);
  }

  private Layout layout(int width, int height, List<ImagePoint> points) {
    List<Layout> layouts = new ArrayList<>();
    for (int columns = 1; columns <= MOST_COLUMNS; columns++) {
      int boxWidth = columns * columnWidth() + gap;
      int boxHeight = perColumn(columns) * metrics.getHeight() + gap;
      for (int x : List.of(gap, (width - boxWidth) / 2, width - boxWidth - gap)) {
        for (int y : List.of(gap, (height - boxHeight) / 2, height - boxHeight - gap)) {
          Rectangle box = new Rectangle(Math.max(0, x), Math.max(0, y), boxWidth, boxHeight);
          layouts.add(new Layout(box, columns, hidden(box, width, height, points)));
        }
      }
    }
    return layouts.stream().min(Comparator.comparingLong(Layout::hidden)).orElseThrow();
  }

  // A box that goes beyond the picture is worse than any that hides points.
  private static long hidden(Rectangle box, int width, int height, List<ImagePoint> points) {
    if (box.getMaxX() > width || box.getMaxY() > height) {
      return Long.MAX_VALUE;
    }
    return points.stream().filter(p -> box.contains(p.column(), p.row())).count();
  }

  private int perColumn(int columns) {
    return (lines.size() + columns - 1) / columns;
  }

  private int columnWidth() {
    return numberWidth + nameWidth + valueWidth + 3 * gap;
  }

  private int widest(Function<Line, String> text) {
    return lines.stream().map(text).mapToInt(metrics::stringWidth).max().orElse(0);
  }
}
