package org.cervimark.reading;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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

  /**
   * A measurement over several films with what came of it.
   *
   * @param measurement the measurement
   * @param outcome value or reason
   */
  public record Result(Measurement measurement, Outcome outcome) {}

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

  /**
   * The reading of a role.
   *
   * @throws java.util.NoSuchElementException if there is none
   */
  public Reading reading(FilmRole role) {
    return Optional.ofNullable(readings.get(role)).orElseThrow();
  }

  /** What the measurements are computed from. */
  public Films films() {
    TreeMap<FilmRole, Subject> subjects = new TreeMap<>();
    for (Map.Entry<FilmRole, Reading> film : readings.entrySet()) {
      subjects.put(film.getKey(), film.getValue().subject());
    }
    return new Films(subjects);
  }

  /** The measurements for which all films are there, in the order of the catalogue. */
  public List<Result> results(Catalogue catalogue) {
    Films films = films();
    return catalogue.measurements(readings.keySet()).stream()
        .map(m -> new Result(m, m.evaluate(films)))
        .toList();
  }

  /** The results that are values. */
  public List<Result> values(Catalogue catalogue) {
    return results(catalogue).stream().filter(r -> r.outcome() instanceof Outcome.Value).toList();
  }
}
