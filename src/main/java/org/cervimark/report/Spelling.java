package org.cervimark.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses which of the known words was meant. */
public final class Spelling {

  private Spelling() {}

  /**
   * The known word with the fewest insertions, deletions and replacements of characters; empty if
   * more than a third of the text would have to change.
   */
  public static Optional<String> nearest(String text, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(word -> distance(text, word)))
        .filter(word -> distance(text, word) <= Math.max(1, text.length() / 3));
  }

  private static int distance(String one, String other) {
    int[] previous = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] current = new int[other.length() + 1];
      current[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[other.length()];
  }
}
