package org.cervimark.definition;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with definition files, so that all of it can be said at once. */
public final class Problems {

  private final List<String> messages = new ArrayList<>();

  /**
   * Notes a mistake.
   *
   * @param where the place to correct
   * @param what what stands there, and what was expected
   */
  public void add(Position where, String what) {
    messages.add(where + ": " + what);
  }

  /** How many mistakes were noted so far. */
  public int count() {
    return messages.size();
  }

  /** One line for each mistake, {@code file:line:column: what}, in the order found. */
  public List<String> messages() {
    return List.copyOf(messages);
  }
}
