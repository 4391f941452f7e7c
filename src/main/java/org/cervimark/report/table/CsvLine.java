package org.cervimark.report.table;

import java.util.Optional;
import org.cervimark.report.PlainText;

/**
 * One line of comma-separated values (RFC 4180), ended by CR LF. Numbers have a dot and all digits
 * that tell their double from its neighbours. Texts from files can neither break the line nor start
 * a formula in a spreadsheet.
 */
public final class CsvLine {

  /** With these a spreadsheet begins a formula, in half and full width. */
  private static final String FORMULA_STARTS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

  private static final String TO_QUOTE = "\",;\t";
  private static final int LONGEST = 32_000;

  private final StringBuilder line = new StringBuilder(256);
  private boolean first = true;

  /**
   * A field with a text. Control characters, line ends and characters that reorder text become
   * spaces; a text that a spreadsheet would take for a formula gets an apostrophe before it; one
   * that no spreadsheet cell can hold is cut and ends with three dots.
   */
  public CsvLine text(String text) {
    String harmless = PlainText.harmless(text);
    String bounded =
        harmless.length() > LONGEST ? harmless.substring(0, LONGEST) + "..." : harmless;
    String stripped = bounded.stripLeading();
    boolean formula = !stripped.isEmpty() && FORMULA_STARTS.indexOf(stripped.charAt(0)) >= 0;
    return field(formula ? "'" + bounded : bounded);
  }

  /** A field with a text, or an empty one. */
  public CsvLine text(Optional<String> text) {
    return text(text.orElse(""));
  }

  /** A field with a number; zero is never negative. */
  public CsvLine number(double number) {
    return field(digits(number));
  }

  /** A number as a field states it. */
  static String digits(double number) {
    double positiveZero = number + 0.0;
    return positiveZero == Math.rint(positiveZero) && Math.abs(positiveZero) < 1e15
        ? Long.toString((long) positiveZero)
        : Double.toString(positiveZero);
  }

  /** A field with a number, or an empty one. */
  public CsvLine number(Optional<Double> number) {
    return number.isPresent() ? number(number.get()) : field("");
  }

  /** An empty field. */
  public CsvLine nothing() {
    return field("");
  }

  /** The fields so far, to be {@link #fields added} to other lines. */
  public String fields() {
    return line.toString();
  }

  /** Adds at least one field of another line. */
  public CsvLine fields(String fields) {
    separate();
    line.append(fields);
    return this;
  }

  /** The line with its end. */
  public String end() {
    return line + "\r\n";
  }

  private void separate() {
    if (!first) {
      line.append(',');
    }
    first = false;
  }

  private CsvLine field(String text) {
    separate();
    boolean quoted = text.startsWith(" ") || text.endsWith(" ");
    for (int i = 0; i < text.length() && !quoted; i++) {
      quoted = TO_QUOTE.indexOf(text.charAt(i)) >= 0;
    }
    if (quoted) {
      line.append('"').append(text.replace("\"", "\"\"")).append('"');
    } else {
      line.append(text);
    }
    return this;
  }
}
