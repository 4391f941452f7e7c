package org.cervimark.measurement.expression;

/**
 * A word or sign of a formula.
 *
 * @param kind what it is
 * @param text as written, placeholders filled in
 * @param offset where it begins in the formula, from 0
 * @param spaced whether white space stands on both sides
 */
record Token(Kind kind, String text, int offset, boolean spaced) {

  enum Kind {
    NAME,
    NUMBER,
    OPENING,
    CLOSING,
    COMMA,
    PLUS,
    MINUS,
    TIMES,
    DIVIDED,
    END
  }

  String words() {
    return kind == Kind.END ? "the end of the formula" : "\"" + text + "\"";
  }
}
