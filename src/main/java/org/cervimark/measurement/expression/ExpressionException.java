package org.cervimark.measurement.expression;

/** A formula that is not in the language; the message says what was expected. */
public final class ExpressionException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int offset;
  private final String explanation;

  ExpressionException(int offset, String message) {
    super(message);
    this.offset = offset;
    this.explanation = message;
  }

  /** What was found and what was expected. */
  public String explanation() {
    return explanation;
  }

  /** Index of the character of the formula where the mistake begins, from 0. */
  public int offset() {
    return offset;
  }
}
