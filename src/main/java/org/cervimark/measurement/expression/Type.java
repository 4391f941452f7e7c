package org.cervimark.measurement.expression;

/** What an expression stands for. */
public enum Type {
  /** A position in the patient plane. */
  POINT("a point"),
  /** A straight line with a sense of direction. */
  LINE("a line"),
  /** Degrees of plane angle. */
  ANGLE("an angle"),
  /** A length in the unit of the patient frame. */
  LENGTH("a length"),
  /** A quotient of two quantities of one kind, or a plain number. */
  RATIO("a ratio"),
  /** A ratio in hundredths. */
  PERCENT("a percentage");

  private final String words;

  Type(String words) {
    this.words = words;
  }

  /** With its article, for messages. */
  public String words() {
    return words;
  }
}
