package org.cervimark.cli;

import java.util.Set;

/** One command of the program. */
interface Command {

  /** The word that calls it. Its help is the text of that name with {@code .help} behind it. */
  String name();

  /** The options it understands besides {@code --help}. */
  Set<Option> options();

  /**
   * Does it. Inputs that cannot be used are told to the console one by one while the others are
   * dealt with.
   *
   * @return {@link ExitCode#DONE}, or {@link ExitCode#INPUT_FAILED} if some inputs failed
   * @throws UsageException if the arguments make no sense; nothing has been done
   * @throws InputException if no input can be used
   * @throws OutputException if a result cannot be written
   */
  int run(Arguments arguments, Console console)
      throws UsageException, InputException, OutputException;
}
