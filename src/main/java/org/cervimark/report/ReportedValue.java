package org.cervimark.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Outcome;
import org.cervimark.measurement.Protocol;
import org.cervimark.reading.MeasuredValue;
import org.cervimark.reading.Reading;

/**
 * One line of a report: a measurement with what came of it.
 *
 * @param id id of the measurement
 * @param version version of the construction by which it was computed
 * @param measurement its record; empty if the catalogue in force does not know it
 * @param outcome value or reason
 */
public record ReportedValue(
    String id, String version, Optional<Measurement> measurement, Outcome outcome) {

  /**
   * The lines of a reading: its values exactly as they stand in it, and for the other measurements
   * of its protocol the reason why there is no value. A measurement that the catalogue has gained
   * since the reading was saved is left out, because the reading does not state it.
   */
  public static List<ReportedValue> of(Reading reading, Catalogue catalogue) {
    Map<String, MeasuredValue> stored = new LinkedHashMap<>();
    reading.values().forEach(v -> stored.put(v.measurement(), v));
    List<ReportedValue> lines = new ArrayList<>();
    Optional<Protocol> protocol = catalogue.protocol(reading.protocol());
    if (protocol.isPresent()) {
      for (Measurement measurement : catalogue.measurements(protocol.get())) {
        MeasuredValue value = stored.remove(measurement.id());
        if (value != null) {
          lines.add(of(value, Optional.of(measurement)));
          continue;
        }
        Outcome outcome = measurement.evaluate(reading.subject());
        if (!(outcome instanceof Outcome.Value)) {
          lines.add(
              new ReportedValue(
                  measurement.id(), measurement.version(), Optional.of(measurement), outcome));
        }
      }
    }
    stored.values().forEach(v -> lines.add(of(v, catalogue.measurement(v.measurement()))));
    return List.copyOf(lines);
  }

  private static ReportedValue of(MeasuredValue value, Optional<Measurement> measurement) {
    return new ReportedValue(value.measurement(), value.version(), measurement, value.outcome());
  }
}
