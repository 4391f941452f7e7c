package org.cervimark.reading;

/**
 * The store could not do what was asked. The message is one sentence for people, with file, cause
 * and remedy, and without patient data.
 */
public final class StoreException extends Exception {

  private static final long serialVersionUID = 1L;

  /** With the sentence for people. */
  public StoreException(String message) {
    super(message);
  }

  /** With the sentence for people and what lies behind it. */
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
