package org.cervimark.phantom;

/** How well a reader can see a landmark on the drawn film. */
enum Visibility {
  CLEAR("clear"),
  ESTIMATED("estimated"),
  NOT_VISIBLE("not-visible");

  private final String text;

  Visibility(String text) {
    this.text = text;
  }

  /** The word used in the landmark files. */
  String text() {
    return text;
  }
}
