package org.cervimark.report.pdf;

import java.awt.Color;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cervimark.report.ValueSection;
import org.cervimark.report.Wording;

/** The table of values, its header repeated on each page that it reaches. */
final class ValueGrid {

  private static final double LETTERS = 8.5;
  private static final double LEADING = 11.5;
  private static final double PADDING = 4.5;
  private static final int WORDS = 8;
  private static final Color BAND = new Color(0xEEF2F6);

  /** Column: where it begins as a share of the width, and whether its cells stand at its right. */
  private enum Column {
    NUMBER("", 0, 0.05, false),
    NAME("note.column.measurement", 0.055, 0.42, false),
    VALUE("note.column.value", 0.425, 0.525, true),
    INTERVAL("note.column.interval", 0.53, 0.63, true),
    MEANING("note.column.sign", 0.645, 0.83, false),
    TIER("note.column.tier", 0.84, 0.92, false),
    REMARKS("note.column.remarks", 0.925, 1, false);

    private final String key;
    private final double from;
    private final double to;
    private final boolean right;

    Column(String key, double from, double to, boolean right) {
      this.key = key;
      this.from = from;
      this.to = to;
      this.right = right;
    }

    /** Where the cell of a row ends: a class, which has no interval, may be many words. */
    double to(ValueSection.Row row) {
      return this == VALUE && row.interval().isEmpty() && row.value().length() > WORDS
          ? INTERVAL.to
          : to;
    }

    String of(ValueSection.Row row) {
      return switch (this) {
        case NUMBER -> row.number();
        case NAME -> row.name();
        case VALUE -> row.value();
        case INTERVAL -> row.interval();
        case MEANING -> row.meaning();
        case TIER -> row.tier();
        case REMARKS -> row.remarks();
      };
    }
  }

  private final PageFlow flow;
  private final Wording wording;

  ValueGrid(PageFlow flow, Wording wording) {
    this.flow = flow;
    this.wording = wording;
  }

  /**
   * Draws the table.
   *
   * @param colours of the numbers, as in the picture
   */
  void draw(List<ValueSection.Row> rows, List<Color> colours) throws IOException {
    header();
    for (int i = 0; i < rows.size(); i++) {
      Map<Column, List<String>> cells = new EnumMap<>(Column.class);
      int lines = 1;
      for (Column column : Column.values()) {
        double width = (column.to(rows.get(i)) - column.from) * flow.width();
        List<String> cell = flow.wrapped(column.of(rows.get(i)), width, LETTERS);
        cells.put(column, cell);
        lines = Math.max(lines, cell.size());
      }
      double height = lines * LEADING + PADDING;
      if (flow.room() < height) {
        flow.newPage();
        header();
      }
      row(rows.get(i), cells, colours.get(i), height);
    }
  }

  private void header() throws IOException {
    double height = LEADING + 2 * PADDING;
    flow.need(height + 3 * LEADING);
    flow.canvas().box(flow.left(), flow.y(), flow.width(), height, BAND);
    for (Column column : Column.values()) {
      if (!column.key.isEmpty()) {
        cell(
            wording.get(column.key),
            column,
            column.to,
            flow.y() + PADDING + LETTERS,
            true,
            PageFlow.QUIET);
      }
    }
    flow.skip(height);
  }

  private void row(
      ValueSection.Row values, Map<Column, List<String>> cells, Color colour, double height) {
    double baseline = flow.y() + PADDING / 2 + LETTERS + 1;
    for (Map.Entry<Column, List<String>> cell : cells.entrySet()) {
      Column column = cell.getKey();
      List<String> lines = cell.getValue();
      for (int line = 0; line < lines.size(); line++) {
        double y = baseline + line * LEADING;
        if (column == Column.NUMBER) {
          NumberTag.draw(flow.canvas(), lines.get(line), flow.left() + 2, y, LETTERS, colour);
        } else {
          double to = column.to(values);
          cell(lines.get(line), column, to, y, column == Column.VALUE, PageFlow.INK);
        }
      }
    }
    flow.skip(height);
    flow.canvas().rule(flow.left(), flow.y(), flow.right(), flow.y(), 0.4, PageFlow.RULE);
  }

  private void cell(String text, Column column, double end, double y, boolean bold, Color colour) {
    double from = flow.left() + column.from * flow.width();
    double to = flow.left() + end * flow.width();
    if (column.right) {
      flow.canvas().textRight(text, to, y, LETTERS, bold, colour);
    } else {
      flow.canvas().text(text, from, y, LETTERS, bold, colour);
    }
  }
}
