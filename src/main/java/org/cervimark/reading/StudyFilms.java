package org.cervimark.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cervimark.graphic.Graphic;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.FilmRole;
import org.cervimark.measurement.Films;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Outcome;
import org.cervimark.measurement.Subject;

/**
 * Which readings of a study stand for the films of measurements over several films: the one reading
 * of each view. Where a view was read twice nobody but the reader can say which film is meant, so
 * that it stands for none.
 *
 * @param readings the reading of each role
 * @param ambiguous roles for which there are several readings
 */
public record StudyFilms(SortedMap<FilmRole, Reading> readings, SortedSet<FilmRole> ambiguous) {

  /** Copies the collections. */
  public StudyFilms {
    readings = Collections.unmodifiableSortedMap(new TreeMap<>(readings));
    ambiguous = Collections.unmodifiableSortedSet(new TreeSet<>(ambiguous));
  }

  /** Finds the films among the readings of one study. */
  public static StudyFilms of(List<Reading> readings) {
    SortedMap<FilmRole, Reading> found = new TreeMap<>();
    SortedSet<FilmRole> ambiguous = new TreeSet<>();
    for (Reading reading : readings) {
      FilmRole.of(reading.view())
          .filter(role -> found.put(role, reading) != null)
          .ifPresent(role -> ambiguous.add(role));
    }
    ambiguous.forEach(role -> found.remove(role));
    return new StudyFilms(found, ambiguous);
  }

  /** The reading that stands for a role, if one does. */
  public Optional<Reading> reading(FilmRole role) {
    return Optional.ofNullable(readings.get(role));
  }

  /** Whether films of this role were read, be it several. */
  public boolean isRead(FilmRole role) {
    return readings.containsKey(role) || ambiguous.contains(role);
  }

  /** What the measurements are computed from. */
  public Films films() {
    TreeMap<FilmRole, Subject> subjects = new TreeMap<>();
    for (Map.Entry<FilmRole, Reading> film : readings.entrySet()) {
      subjects.put(film.getKey(), film.getValue().subject());
    }
    return new Films(subjects);
  }

  /** The values over several films, in the order of the catalogue. */
  public List<MeasuredValue> values(Catalogue catalogue) {
    Films films = films();
    List<MeasuredValue> values = new ArrayList<>();
    for (Measurement measurement : catalogue.measurements(readings.keySet())) {
      if (measurement.evaluate(films) instanceof Outcome.Value value) {
        values.add(new MeasuredValue(measurement.id(), measurement.version(), value));
      }
    }
    return values;
  }

  /**
   * What is drawn on the film of one reading for the values over several films: each value that
   * uses this film, in the order of the catalogue, with its lines.
   */
  public Map<MeasuredValue, List<Graphic>> drawnOn(Reading reading, Catalogue catalogue) {
    Optional<FilmRole> role =
        FilmRole.of(reading.view()).filter(r -> reading(r).equals(Optional.of(reading)));
    Map<MeasuredValue, List<Graphic>> drawn = new LinkedHashMap<>();
    if (role.isEmpty()) {
      return drawn;
    }
    Films films = films();
    for (MeasuredValue value : values(catalogue)) {
      catalogue
          .measurement(value.measurement())
          .filter(m -> m.films().contains(role.get()))
          .ifPresent(m -> drawn.put(value, m.formula().graphics(films, role.get())));
    }
    return drawn;
  }
}
