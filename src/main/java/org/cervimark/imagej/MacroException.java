package org.cervimark.imagej;

/** A macro asks for something that cannot be done; the message says what and why. */
final class MacroException extends Exception {
  private static final long serialVersionUID = 1L;

  MacroException(String sentence) {
    super(sentence);
  }
}
