package org.cervimark.report;

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
import java.util.function.Function;
import org.cervimark.image.Scale;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.FilmRole;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Outcome;
import org.cervimark.reading.MeasuredValue;
import org.cervimark.reading.Reading;
import org.cervimark.reading.StudyFilms;

/**
 * Films of a study of which measurements are told together, such as flexion and extension, with the
 * lines of those measurements.
 *
 * @param roles the films that the measurements need
 * @param readings the readings that stand for them; all but the {@code ambiguous} ones
 * @param ambiguous roles for which there are several readings, so that nothing is told
 * @param values the lines
 */
public record ComparedFilms(
    SortedSet<FilmRole> roles,
    SortedMap<FilmRole, Reading> readings,
    SortedSet<FilmRole> ambiguous,
    List<ReportedValue> values) {

  /** Copies the collections. */
  public ComparedFilms {
    roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
    readings = Collections.unmodifiableSortedMap(new TreeMap<>(readings));
    ambiguous = Collections.unmodifiableSortedSet(new TreeSet<>(ambiguous));
    values = List.copyOf(values);
  }

  /** What the films of a revision tell together: its values exactly as they stand in it. */
  static List<ComparedFilms> of(
      List<Reading> readings, List<MeasuredValue> stored, Catalogue catalogue) {
    StudyFilms films = StudyFilms.of(readings);
    Map<SortedSet<FilmRole>, List<ReportedValue>> lines = new LinkedHashMap<>();
    for (Measurement measurement : catalogue.measurements()) {
      SortedSet<FilmRole> roles = measurement.films();
      if (!roles.isEmpty() && roles.stream().allMatch(films::isRead)) {
        lines.computeIfAbsent(roles, r -> new ArrayList<>());
      }
    }
    for (MeasuredValue value : stored) {
      Optional<Measurement> measurement = catalogue.measurement(value.measurement());
      SortedSet<FilmRole> roles =
          measurement
              .map(Measurement::films)
              .orElseGet(() -> new TreeSet<>(films.readings().keySet()));
      lines
          .computeIfAbsent(roles, r -> new ArrayList<>())
          .add(
              new ReportedValue(
                  value.measurement(), value.version(), measurement, value.outcome()));
    }
    catalogue.measurements(films.readings().keySet()).stream()
        .flatMap(m -> reason(m, films).stream())
        .forEach(
            line ->
                lines
                    .computeIfAbsent(
                        line.measurement().orElseThrow().films(), roles -> new ArrayList<>())
                    .add(line));
    return lines.entrySet().stream().map(e -> of(films, e.getKey(), e.getValue())).toList();
  }

  /** What the films of readings tell together that are not saved yet. */
  public static List<ComparedFilms> of(List<Reading> readings, Catalogue catalogue) {
    return of(readings, StudyFilms.of(readings).values(catalogue), catalogue);
  }

  private static ComparedFilms of(
      StudyFilms films, SortedSet<FilmRole> roles, List<ReportedValue> values) {
    SortedMap<FilmRole, Reading> readings = new TreeMap<>(films.readings());
    readings.keySet().retainAll(roles);
    SortedSet<FilmRole> ambiguous = new TreeSet<>(films.ambiguous());
    ambiguous.retainAll(roles);
    return new ComparedFilms(roles, readings, ambiguous, values);
  }

  private static Optional<ReportedValue> reason(Measurement measurement, StudyFilms films) {
    Outcome outcome = measurement.evaluate(films.films());
    return outcome instanceof Outcome.Value
        ? Optional.empty()
        : Optional.of(
            new ReportedValue(
                measurement.id(), measurement.version(), Optional.of(measurement), outcome));
  }

  /**
   * The scale that decides which published limits apply. Lengths are told only where all films show
   * the anatomy alike, magnified or not.
   */
  public Scale scale() {
    return readings.values().stream()
        .findFirst()
        .map(Reading::scale)
        .orElseGet(() -> Scale.unknown(1));
  }

  /** Something that each film says of itself: once if all say the same, else of each in order. */
  public String each(Function<Reading, String> fact) {
    List<String> facts = readings.values().stream().map(fact).toList();
    return facts.stream().distinct().count() == 1 ? facts.get(0) : String.join(" ", facts);
  }
}
