package org.cervimark.cli;

/** An input cannot be used. The message is one sentence for people with file, cause and remedy. */
final class InputException extends Exception {

  private static final long serialVersionUID = 1L;

  InputException(String message) {
    super(message);
  }

  /** With the sentence of the exception that lies behind it. */
  InputException(Exception cause) {
    super(cause.getMessage(), cause);
  }
}
