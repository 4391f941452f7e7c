package org.cervimark.report.pdf;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.cervimark.report.ValueSection;

/** Some of the values in a narrow column: number and name, and at the right value and interval. */
final class ValueList {

  private static final double LETTERS = 7.5;
  private static final double LEADING = 9.5;
  private static final double TAG = 20;
  private static final double VALUE = 36;
  private static final double INTERVAL = 38;
  private static final double GAP = 6;
  private static final double BELOW = 3;

  private final PageFlow flow;
  private final double x;
  private final double width;

  ValueList(PageFlow flow, double x, double width) {
    this.flow = flow;
    this.x = x;
    this.width = width;
  }

  /**
   * Draws the values with these numbers.
   *
   * @param colours of all numbers, as in the picture
   */
  void draw(List<ValueSection.Row> rows, List<Color> colours, List<String> numbers)
      throws IOException {
    for (int i = 0; i < rows.size(); i++) {
      if (numbers.contains(rows.get(i).number())) {
        row(rows.get(i), colours.get(i));
      }
    }
  }

  /** How high the values with these numbers are. */
  double height(List<ValueSection.Row> rows, List<String> numbers) {
    return rows.stream()
        .filter(row -> numbers.contains(row.number()))
        .mapToDouble(row -> new Cells(row).height())
        .sum();
  }

  /** A row in lines. */
  private final class Cells {

    private final List<String> name;
    private final List<String> value;

    Cells(ValueSection.Row row) {
      double room = row.interval().isEmpty() ? VALUE + INTERVAL : VALUE;
      this.name = flow.wrapped(row.name(), width - TAG - VALUE - INTERVAL - GAP, LETTERS);
      this.value = flow.wrapped(row.value(), room, LETTERS);
    }

    double height() {
      return Math.max(name.size(), value.size()) * LEADING + BELOW;
    }
  }

  private void row(ValueSection.Row row, Color colour) throws IOException {
    Cells cells = new Cells(row);
    flow.need(cells.height());
    Canvas canvas = flow.canvas();
    double baseline = flow.y() + LETTERS;
    NumberTag.draw(canvas, row.number(), x, baseline, LETTERS, colour);
    double y = baseline;
    for (String line : cells.name) {
      canvas.text(line, x + TAG, y, LETTERS, false, PageFlow.INK);
      y += LEADING;
    }
    double right = x + width;
    canvas.textRight(row.interval(), right, baseline, LETTERS, false, PageFlow.QUIET);
    y = baseline;
    for (String line : cells.value) {
      double end = row.interval().isEmpty() ? right : right - INTERVAL;
      canvas.textRight(line, end, y, LETTERS, true, PageFlow.INK);
      y += LEADING;
    }
    flow.skip(cells.height());
  }
}
