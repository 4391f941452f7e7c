package org.cervimark.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Outcome;

/**
 * Compares the values of a saved reading with what its landmarks give today. The landmarks count;
 * where a value differs, a person must know before it is replaced.
 */
public final class StoredValueCheck {

  /** Other programs round when they pass a report on. */
  private static final double RELATIVE_TOLERANCE = 1e-6;

  /**
   * A stored value that the landmarks do not give, or not by the construction in force.
   *
   * @param stored the value as it was saved
   * @param today what comes of the measurement now; empty if the catalogue does not know it
   * @param sameVersion whether it was computed by the construction in force
   */
  public record Difference(MeasuredValue stored, Optional<Outcome> today, boolean sameVersion) {}

  private StoredValueCheck() {}

  /** The values of a reading that differ from what its landmarks give, in its order. */
  public static List<Difference> differences(Reading reading, Catalogue catalogue) {
    List<Difference> differences = new ArrayList<>();
    for (MeasuredValue stored : reading.values()) {
      Optional<Measurement> measurement = catalogue.measurement(stored.measurement());
      Optional<Outcome> today = measurement.map(m -> m.evaluate(reading.subject()));
      if (today.filter(outcome -> agrees(outcome, stored.outcome())).isEmpty()) {
        boolean sameVersion =
            measurement.filter(m -> m.version().equals(stored.version())).isPresent();
        differences.add(new Difference(stored, today, sameVersion));
      }
    }
    return differences;
  }

  private static boolean agrees(Outcome today, Outcome.Value value) {
    if (value instanceof Outcome.Classified stored) {
      return today instanceof Outcome.Classified classified
          && classified.category().code().sameConceptAs(stored.category().code());
    }
    Outcome.Measured stored = (Outcome.Measured) value;
    return today instanceof Outcome.Measured measured
        && measured.unit() == stored.unit()
        && Math.abs(measured.value() - stored.value())
            <= RELATIVE_TOLERANCE
                * Math.max(1, Math.max(Math.abs(measured.value()), Math.abs(stored.value())));
  }
}
