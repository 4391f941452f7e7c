package org.cervimark.phantom;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** The true measurement values of one film or film pair, in the order they were added. */
final class ValueTable {

  /**
   * One true value.
   *
   * @param text the value as written to the file
   * @param unit deg, mm, ratio, %, level or category
   */
  record Value(String text, String unit) {}

  private static final MathContext DIGITS = new MathContext(17);

  private final Map<String, Value> values = new LinkedHashMap<>();

  /** Adds a number with the 17 significant digits that read back as the same double. */
  void add(String id, double value, String unit) {
    if (!Double.isFinite(value)) {
      throw new IllegalStateException("no finite value for " + id);
    }
    addText(id, new BigDecimal(value).round(DIGITS).toPlainString(), unit);
  }

  void addText(String id, String text, String unit) {
    if (values.put(id, new Value(text, unit)) != null) {
      throw new IllegalStateException("value given twice: " + id);
    }
  }

  double number(String id) {
    return Double.parseDouble(values.get(id).text());
  }

  Map<String, Value> values() {
    return values;
  }

  /** The value file. */
  String csv() {
    StringBuilder text = new StringBuilder("measurement,value,unit\n");
    values.forEach(
        (id, v) ->
            text.append(id).append(',').append(v.text()).append(',').append(v.unit()).append('\n'));
    return text.toString();
  }
}
