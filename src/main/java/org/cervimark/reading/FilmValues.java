package org.cervimark.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.FilmRole;
import org.cervimark.measurement.Films;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Outcome;
import org.cervimark.measurement.Subject;

/** The values that need several films of a study, such as the range of motion of a segment. */
public final class FilmValues {

  private FilmValues() {}

  /** The film in each role; of several films in one role the first. */
  public static Map<FilmRole, Reading> inRoles(List<Reading> readings) {
    Map<FilmRole, Reading> roles = new EnumMap<>(FilmRole.class);
    for (Reading reading : readings) {
      FilmRole.of(reading.view()).ifPresent(role -> roles.putIfAbsent(role, reading));
    }
    return roles;
  }

  /** What is measured over several films. */
  public static Films films(List<Reading> readings) {
    Map<FilmRole, Subject> subjects = new EnumMap<>(FilmRole.class);
    inRoles(readings).forEach((role, reading) -> subjects.put(role, reading.subject()));
    return Films.of(subjects);
  }

  /** All values that the readings of a study give together. */
  public static List<MeasuredValue> of(List<Reading> readings, Catalogue catalogue) {
    Films films = films(readings);
    List<MeasuredValue> values = new ArrayList<>();
    for (Measurement measurement : catalogue.measurements()) {
      if (!measurement.films().isEmpty()
          && measurement.evaluate(films) instanceof Outcome.Value value) {
        values.add(new MeasuredValue(measurement.id(), measurement.version(), value));
      }
    }
    return values;
  }
}
