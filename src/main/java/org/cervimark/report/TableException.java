package org.cervimark.report;

/**
 * A table could not be read. The message is one sentence for people that names file, line, column
 * and what was expected.
 */
public final class TableException extends Exception {

  private static final long serialVersionUID = 1L;

  /** With the sentence for people. */
  public TableException(String message) {
    super(message);
  }

  /** With the sentence for people and what lies behind it. */
  public TableException(String message, Throwable cause) {
    super(message, cause);
  }
}
