package org.cervimark.cli;

/** What the program's exit code tells the script that called it. A contract. */
public final class ExitCode {

  /** Everything was done. */
  public static final int DONE = 0;

  /** At least one input could not be used; all others were, and their output is complete. */
  public static final int INPUT_FAILED = 1;

  /** The command line makes no sense; nothing was done. */
  public static final int USAGE = 2;

  /** A result could not be written; nothing half-written was left behind. */
  public static final int OUTPUT_FAILED = 3;

  /** An error of the program itself. */
  public static final int BUG = 4;

  private ExitCode() {}
}
