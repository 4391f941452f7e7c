package org.cervimark.cli;

/**
 * An option that a command understands.
 *
 * @param name its name with both hyphens, such as {@code --out}
 * @param least how many values must follow it
 * @param most how many values may follow it
 */
record Option(String name, int least, int most) {

  static Option flag(String name) {
    return new Option(name, 0, 0);
  }

  static Option value(String name) {
    return new Option(name, 1, 1);
  }
}
