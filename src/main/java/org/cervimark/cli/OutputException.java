package org.cervimark.cli;

/** A result cannot be written. The message is one sentence for people with file, cause, remedy. */
final class OutputException extends Exception {

  private static final long serialVersionUID = 1L;

  OutputException(String message) {
    super(message);
  }

  OutputException(String message, Throwable cause) {
    super(message, cause);
  }
}
