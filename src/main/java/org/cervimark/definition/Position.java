package org.cervimark.definition;

/**
 * A place in a definition file.
 *
 * @param file the name of the file as people know it
 * @param line line from 1
 * @param column column from 1
 */
public record Position(String file, int line, int column) {

  /** In the form that editors understand: {@code file:line:column}. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
