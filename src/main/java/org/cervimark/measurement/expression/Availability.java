package org.cervimark.measurement.expression;

/** What is known of a landmark before its position is looked at. */
public enum Availability {
  /** It has a position. */
  PLACED,
  /** The reader has not dealt with it yet. */
  OPEN,
  /** The reader looked for it and could not see it. */
  NOT_VISIBLE
}
