package org.cervimark.report.table;

import java.util.Optional;
import org.cervimark.report.PlainText;

/**
 * Lines of comma-separated values (RFC 4180), each ended by CR LF. Numbers have a dot and all
 * digits that tell their double from its neighbours. Texts from files can neither break the line
 * nor start a formula in a spreadsheet.
 */
public final class CsvRows {

  /** With these a spreadsheet begins a formula, in half and full width. */
  private static final String FORMULA_STARTS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

  private static final String TO_QUOTE = "\",;\t";
  private static final int LONGEST = 32_000;

  private final StringBuilder rows;
  private boolean first = true;

  /** No line yet. */
  public CsvRows() {
    this(256);
  }

  /** No line yet, and room for so many characters, of which there may be more. */
  public CsvRows(int room) {
    this.rows = new StringBuilder(room);
  }

  /**
   * A field with a text. Control characters, line ends and characters that reorder text become
   * spaces; a text that a spreadsheet would take for a formula gets an apostrophe before it; one
   * that no spreadsheet cell can hold is cut and ends with three dots.
   */
  public CsvRows text(String text) {
    if (isPlainWord(text)) {
      separate();
      rows.append(text);
      return this;
    }
    String harmless = PlainText.harmless(text);
    String bounded =
        harmless.length() > LONGEST ? harmless.substring(0, LONGEST) + "..." : harmless;
    String stripped = bounded.stripLeading();
    boolean formula = !stripped.isEmpty() && FORMULA_STARTS.indexOf(stripped.charAt(0)) >= 0;
    return field(formula ? "'" + bounded : bounded);
  }

  /** Whether a text needs no care: ids, UIDs and most words of ours. */
  private static boolean isPlainWord(String text) {
    int length = text.length();
    if (length > LONGEST || (length > 0 && !isLetterOrDigit(text.charAt(0)))) {
      return false;
    }
    for (int i = 1; i < length; i++) {
      char c = text.charAt(i);
      if (!isLetterOrDigit(c) && c != '.' && c != '-' && c != ':' && c != '_' && c != '/') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
  }

  /** A field with a text, or an empty one. */
  public CsvRows text(Optional<String> text) {
    return text(text.orElse(""));
  }

  /** A field with a number; zero is never negative. */
  public CsvRows number(double number) {
    separate();
    rows.append(digits(number));
    return this;
  }

  /** A number as a field states it. */
  static String digits(double number) {
    double positiveZero = number + 0.0;
    return positiveZero == Math.rint(positiveZero) && Math.abs(positiveZero) < 1e15
        ? Long.toString((long) positiveZero)
        : Double.toString(positiveZero);
  }

  /** A field with a number, or an empty one. */
  public CsvRows number(Optional<Double> number) {
    return number.isPresent() ? number(number.get()) : nothing();
  }

  /** An empty field. */
  public CsvRows nothing() {
    separate();
    return this;
  }

  /** What stands so far, to be {@link #fields added} to other lines if it is part of one. */
  public String fields() {
    return rows.toString();
  }

  /** Adds at least one field of another line. */
  public CsvRows fields(String fields) {
    separate();
    rows.append(fields);
    return this;
  }

  /** Ends the line. */
  public CsvRows end() {
    rows.append("\r\n");
    first = true;
    return this;
  }

  /** The lines. */
  @Override
  public String toString() {
    return rows.toString();
  }

  private void separate() {
    if (!first) {
      rows.append(',');
    }
    first = false;
  }

  private CsvRows field(String text) {
    separate();
    boolean quoted = text.startsWith(" ") || text.endsWith(" ");
    for (int i = 0; i < text.length() && !quoted; i++) {
      quoted = TO_QUOTE.indexOf(text.charAt(i)) >= 0;
    }
    if (quoted) {
      rows.append('"').append(text.replace("\"", "\"\"")).append('"');
    } else {
      rows.append(text);
    }
    return this;
  }
}
