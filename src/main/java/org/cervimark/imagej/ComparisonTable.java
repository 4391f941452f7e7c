package org.cervimark.imagej;

import java.util.List;
import java.util.Optional;
import javax.swing.table.AbstractTableModel;
import org.cervimark.followup.ValuePair;
import org.cervimark.measurement.Outcome;
import org.cervimark.report.Wording;

/** The values of two films and their differences as rows of a table. */
@SuppressWarnings("serial")
final class ComparisonTable extends AbstractTableModel {

  private static final String NONE = "–";
  private static final List<String> COLUMNS =
      List.of("compare.measurement", "compare.base", "compare.other", "compare.difference");

  private final transient ResultText text;
  private final transient Wording wording;
  private transient List<ValuePair> pairs = List.of();

  ComparisonTable(ResultText text, Wording wording) {
    this.text = text;
    this.wording = wording;
  }

  /** Shows pairs of values, if they are others than before. */
  void show(List<ValuePair> values) {
    if (!values.equals(pairs)) {
      pairs = values;
      fireTableDataChanged();
    }
  }

  /** The pair of a row; empty for no row. */
  Optional<ValuePair> at(int row) {
    return row < 0 || row >= pairs.size() ? Optional.empty() : Optional.of(pairs.get(row));
  }

  @Override
  public int getRowCount() {
    return pairs.size();
  }

  @Override
  public int getColumnCount() {
    return COLUMNS.size();
  }

  @Override
  public String getColumnName(int column) {
    return wording.get(COLUMNS.get(column));
  }

  @Override
  public String getValueAt(int row, int column) {
    ValuePair pair = pairs.get(row);
    return switch (column) {
      case 0 -> name(pair);
      case 1 -> text.value(pair.base());
      case 2 -> pair.other().map(text::value).orElse(NONE);
      default -> difference(pair);
    };
  }

  private String name(ValuePair pair) {
    return pair.measurement().name(text.locale());
  }

  private String difference(ValuePair pair) {
    Optional<ValuePair.Difference> difference = pair.difference();
    if (difference.isEmpty() || !(pair.base().outcome() instanceof Outcome.Measured measured)) {
      return NONE;
    }
    String number = measured.unit().format(difference.get().value()).replace('-', '−');
    String interval =
        difference.get().halfWidth().map(h -> " ± " + measured.unit().format(h)).orElse("");
    return number + interval + measured.unit().suffix();
  }
}
