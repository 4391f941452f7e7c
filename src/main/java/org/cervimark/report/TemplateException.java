package org.cervimark.report;

/** A template makes no sense. The message is one sentence that names file, line and remedy. */
public final class TemplateException extends Exception {

  private static final long serialVersionUID = 1L;

  /** With the sentence for people. */
  public TemplateException(String message) {
    super(message);
  }

  /** With the sentence for people and what lies behind it. */
  public TemplateException(String message, Throwable cause) {
    super(message, cause);
  }
}
