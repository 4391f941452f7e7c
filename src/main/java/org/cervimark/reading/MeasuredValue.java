package org.cervimark.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Outcome;
import org.cervimark.measurement.Subject;

/**
 * A value as measured and stored: a number or a class.
 *
 * @param measurement id of the measurement
 * @param version version of its construction when it was computed
 * @param outcome number or class, with all that was stated of it
 */
public record MeasuredValue(String measurement, String version, Outcome.Value outcome) {

  /** What comes of a measurement; empty if that is no value. */
  public static Optional<MeasuredValue> of(Measurement measurement, Subject subject) {
    return measurement.evaluate(subject) instanceof Outcome.Value value
        ? Optional.of(new MeasuredValue(measurement.id(), measurement.version(), value))
        : Optional.empty();
  }

  /** The values that measurements have on a film, in their order; those without one are absent. */
  static List<MeasuredValue> of(List<Measurement> measurements, Subject subject) {
    List<MeasuredValue> values = new ArrayList<>();
    for (Measurement measurement : measurements) {
      if (measurement.evaluate(subject) instanceof Outcome.Value value) {
        values.add(new MeasuredValue(measurement.id(), measurement.version(), value));
      }
    }
    return values;
  }

  /** The number; empty if this is a class. */
  public Optional<Outcome.Measured> number() {
    return outcome instanceof Outcome.Measured measured ? Optional.of(measured) : Optional.empty();
  }
}
