package org.cervimark.report;

import java.util.ArrayList;
import java.util.List;

/** A table in columns of fixed pitch. */
public final class TextTable {

  /** On which side of its column a cell stands. */
  public enum Align {
    /** Text. */
    LEFT,
    /** Numbers. */
    RIGHT
  }

  private static final String GAP = "  ";

  private final List<Align> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /** A table with these columns. */
  public TextTable(Align... columns) {
    this.columns = List.of(columns);
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException if it has not one cell for each column
   */
  public TextTable row(String... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          cells.length + " cells for " + columns.size() + " columns");
    }
    rows.add(List.of(cells));
    return this;
  }

  /** Whether there is no row. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The rows, each with its cells. */
  public List<List<String>> rows() {
    return List.copyOf(rows);
  }

  /** The rows as lines without trailing spaces; columns that are empty throughout are left out. */
  public List<String> lines() {
    int[] widths = new int[columns.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], PlainText.cells(row.get(i)));
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        if (widths[i] > 0) {
          line.append(line.length() == 0 ? "" : GAP)
              .append(
                  columns.get(i) == Align.LEFT
                      ? PlainText.padRight(row.get(i), widths[i])
                      : PlainText.padLeft(row.get(i), widths[i]));
        }
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }
}
