package org.cervimark.report;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Comma-separated values (RFC 4180): fields may be quoted, quoted fields may hold commas, line ends
 * and doubled quotes. Lines end with CR LF, LF or CR; empty lines count but give no record. Read
 * one record after the other, so that a table may be longer than memory holds as text.
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

  private static final int END = -1;

  private final Reader text;
  private int next;
  private int line = 1;

  /** The records of a text, which the caller closes. */
  CsvRecords(Reader text) throws IOException {
    this.text = text;
    this.next = text.read();
    if (next == '\uFEFF') {
      advance();
    }
  }

  /**
   * The next record; empty at the end.
   *
   * @throws MalformedException if a quotation is not closed, or followed by other characters
   */
  Optional<Entry> next() throws IOException, MalformedException {
    while (next != END) {
      int start = line;
      List<String> fields = new ArrayList<>();
      do {
        fields.add(field());
      } while (skipComma());
      skipLineEnd();
      if (fields.size() > 1 || !fields.get(0).isBlank()) {
        return Optional.of(new Entry(start, List.copyOf(fields)));
      }
    }
    return Optional.empty();
  }

  private String field() throws IOException, MalformedException {
    if (next == '"') {
      return quoted();
    }
    StringBuilder field = new StringBuilder();
    while (!endsField()) {
      field.append((char) next);
      advance();
    }
    return field.toString();
  }

  private String quoted() throws IOException, MalformedException {
    int start = line;
    StringBuilder field = new StringBuilder();
    advance();
    while (next != END) {
      int c = next;
      advance();
      if (c != '"') {
        if (c == '\n' || (c == '\r' && next != '\n')) {
          line++;
        }
        field.append((char) c);
      } else if (next == '"') {
        field.append('"');
        advance();
      } else if (endsField()) {
        return field.toString();
      } else {
        throw new MalformedException(start);
      }
    }
    throw new MalformedException(start);
  }

  private boolean endsField() {
    return next == END || next == ',' || next == '\r' || next == '\n';
  }

  private boolean skipComma() throws IOException {
    boolean comma = next == ',';
    if (comma) {
      advance();
    }
    return comma;
  }

  private void skipLineEnd() throws IOException {
    if (next != END) {
      boolean carriageReturn = next == '\r';
      advance();
      if (carriageReturn && next == '\n') {
        advance();
      }
      line++;
    }
  }

  private void advance() throws IOException {
    next = text.read();
  }
}
