package org.cervimark.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Comma-separated values (RFC 4180): fields may be quoted, quoted fields may hold commas, line ends
 * and doubled quotes. Lines end with CR LF, LF or CR; empty lines count but give no record.
 */
final class CsvRecords {

  /**
   * A record.
   *
   * @param line the line on which it begins, from 1
   * @param fields its fields
   */
  record Entry(int line, List<String> fields) {}

  /** The text is not well-formed. */
  static final class MalformedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;

    MalformedException(int line) {
      super("a quoted field that begins on line " + line + " is not well-formed");
      this.line = line;
    }

    /** The line on which the field begins. */
    int line() {
      return line;
    }
  }

  private final String text;
  private int at;
  private int line = 1;

  private CsvRecords(String text) {
    this.text = text;
  }

  /**
   * The records of a text.
   *
   * @throws MalformedException if a quotation is not closed, or followed by other characters
   */
  static List<Entry> parse(String text) throws MalformedException {
    return new CsvRecords(text).all();
  }

  private List<Entry> all() throws MalformedException {
    List<Entry> entries = new ArrayList<>();
    while (at < text.length()) {
      int start = line;
      List<String> fields = new ArrayList<>();
      do {
        fields.add(field());
      } while (skipComma());
      skipLineEnd();
      if (fields.size() > 1 || !fields.get(0).isBlank()) {
        entries.add(new Entry(start, List.copyOf(fields)));
      }
    }
    return entries;
  }

  private String field() throws MalformedException {
    if (at < text.length() && text.charAt(at) == '"') {
      return quoted();
    }
    int start = at;
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private String quoted() throws MalformedException {
    int start = line;
    StringBuilder field = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '"') {
        if (c == '\n' || (c == '\r' && !(at < text.length() && text.charAt(at) == '\n'))) {
          line++;
        }
        field.append(c);
      } else if (at < text.length() && text.charAt(at) == '"') {
        field.append('"');
        at++;
      } else if (at == text.length() || ",\r\n".indexOf(text.charAt(at)) >= 0) {
        return field.toString();
      } else {
        throw new MalformedException(start);
      }
    }
    throw new MalformedException(start);
  }

  private boolean skipComma() {
    boolean comma = at < text.length() && text.charAt(at) == ',';
    if (comma) {
      at++;
    }
    return comma;
  }

  private void skipLineEnd() {
    if (at < text.length()) {
      at += text.startsWith("\r\n", at) ? 2 : 1;
      line++;
    }
  }
}
