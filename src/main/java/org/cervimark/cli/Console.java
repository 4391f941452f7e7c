package org.cervimark.cli;

import java.io.PrintStream;
import org.cervimark.report.PlainText;
import org.cervimark.report.Wording;

/**
 * Where a command speaks.
 *
 * @param out for data
 * @param err for talk
 * @param wording the sentences, in the user's language
 */
record Console(PrintStream out, PrintStream err, Wording wording) {

  /** Writes one line of data. */
  void data(String line) {
    out.print(line);
    out.print('\n');
  }

  /** Says a sentence to the user; what a file made of it cannot upset the terminal. */
  void say(String sentence) {
    err.print(PlainText.harmless(sentence));
    err.print('\n');
  }

  /** Says what went wrong, in the words of the exception. */
  void say(Exception failure) {
    say(String.valueOf(failure.getMessage()));
  }

  /** Says one of our sentences to the user. */
  void tell(String key, String... values) {
    say(wording.get(key, values));
  }
}
