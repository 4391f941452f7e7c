package org.cervimark.imagej;

import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.border.Border;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableModel;

/** A table of names and values in the theme: names at the left, values below one another. */
final class ValueTable {

  private static final int NAMES = 300;
  private static final int VALUES = 130;

  private ValueTable() {}

  /** A table whose first column names what stands in the others. */
  static JTable of(TableModel model) {
    JTable table = new JTable(model);
    table.setRowHeight(Look.scaled(24));
    table.setShowGrid(false);
    table.setIntercellSpacing(new Dimension(0, 0));
    table.setBackground(Look.PAPER);
    table.setFillsViewportHeight(true);
    table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    table.setDefaultRenderer(Object.class, new Cell(Look.font(12), Look.TEXT, Look.PAPER));
    table.getTableHeader().setDefaultRenderer(new Cell(Look.font(11), Look.MUTED, Look.BAR));
    table.getTableHeader().setReorderingAllowed(false);
    for (int i = 0; i < model.getColumnCount(); i++) {
      table.getColumnModel().getColumn(i).setPreferredWidth(Look.scaled(i == 0 ? NAMES : VALUES));
    }
    return table;
  }

  /** A name or a value. */
  @SuppressWarnings("serial")
  private static final class Cell extends DefaultTableCellRenderer {

    private final Font font;
    private final Color ink;
    private final Color paper;
    private final Border pad =
        BorderFactory.createEmptyBorder(
            Look.scaled(4), Look.scaled(10), Look.scaled(4), Look.scaled(10));

    Cell(Font font, Color ink, Color paper) {
      this.font = font;
      this.ink = ink;
      this.paper = paper;
    }

    @Override
    public Component getTableCellRendererComponent(
        JTable table, Object value, boolean selected, boolean focused, int row, int column) {
      super.getTableCellRendererComponent(table, value, false, false, row, column);
      setFont(font);
      setForeground(ink);
      setBackground(selected ? Look.ACCENT_TINT : paper);
      setBorder(pad);
      setHorizontalAlignment(column == 0 ? SwingConstants.LEADING : SwingConstants.TRAILING);
      setToolTipText(column == 0 ? String.valueOf(value) : null);
      return this;
    }
  }
}
