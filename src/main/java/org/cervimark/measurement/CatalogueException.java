package org.cervimark.measurement;

import java.util.List;

/** Definition files that cannot be used; says everything that is wrong, and where. */
public final class CatalogueException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  CatalogueException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** One line for each mistake, {@code file:line:column: what}; at least one. */
  public List<String> problems() {
    return problems;
  }
}
