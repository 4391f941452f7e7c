package org.cervimark.cli;

/** The command line makes no sense. The message is one sentence for people. */
final class UsageException extends Exception {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
