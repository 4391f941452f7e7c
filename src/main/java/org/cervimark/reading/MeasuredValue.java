package org.cervimark.reading;

import java.util.Optional;
import org.cervimark.measurement.Outcome;

/**
 * A value as measured and stored: a number or a class.
 *
 * @param measurement id of the measurement
 * @param version version of its construction when it was computed
 * @param outcome number or class, with all that was stated of it
 */
public record MeasuredValue(String measurement, String version, Outcome.Value outcome) {

  /** The number; empty if this is a class. */
  public Optional<Outcome.Measured> number() {
    return outcome instanceof Outcome.Measured measured ? Optional.of(measured) : Optional.empty();
  }
}
