package org.cervimark.measurement.expression;

/** What came of a formula in a scene. */
public sealed interface Evaluation {

  /**
   * A value.
   *
   * @param value finite; in degrees, the unit of the scene, one, or hundredths, by the type of the
   *     expression
   */
  record Value(double value) implements Evaluation {}

  /**
   * No value.
   *
   * @param fault why
   */
  record Faulty(Fault fault) implements Evaluation {}
}
