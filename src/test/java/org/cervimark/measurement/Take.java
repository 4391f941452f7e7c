package org.cervimark.measurement;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.graphic.Graphic;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;

/**
 * A measurement with the films it needs: one, or one in each role. What tests do to a film they do
 * to each of them.
 *
 * @param measurement the measurement
 * @param films the films by role; of a measurement on one film that under its empty name
 */
record Take(Measurement measurement, SortedMap<String, Subject> films) {

  /** Schematic necks, each landmark within a box around its template; each film another one. */
  static Take of(Measurement measurement, int seed, double halfBox) {
    SortedMap<String, Subject> films = new TreeMap<>();
    if (measurement.films().isEmpty()) {
      films.put("", SchematicFilm.of(measurement, new Random(seed), halfBox));
    }
    for (FilmRole role : measurement.films()) {
      films.put(
          role.id(),
          SchematicFilm.of(measurement, new Random(1000L * role.id().length() + seed), halfBox));
    }
    return new Take(measurement, films);
  }

  /** The same measurement on films changed alike. */
  Take changed(UnaryOperator<Subject> change) {
    SortedMap<String, Subject> changed = new TreeMap<>();
    films.forEach((name, film) -> changed.put(name, change.apply(film)));
    return new Take(measurement, changed);
  }

  /** The same measurement with one film changed. */
  Take changed(String name, UnaryOperator<Subject> change) {
    SortedMap<String, Subject> changed = new TreeMap<>(films);
    changed.put(name, change.apply(films.get(name)));
    return new Take(measurement, changed);
  }

  /** With only the landmarks without which there is no value. */
  Take needed() {
    return changed(
        film -> {
          List<Placement> placements = new ArrayList<>();
          for (LandmarkId landmark : measurement.formula().landmarks()) {
            placements.add(film.landmarks().find(landmark).orElseThrow());
          }
          return with(film, LandmarkSet.of(placements));
        });
  }

  Outcome outcome() {
    return isSingle() ? measurement.evaluate(films.get("")) : measurement.evaluate(roles());
  }

  /** The outcome, or of an outcome on the first film its reason. */
  Outcome reason() {
    return outcome() instanceof Outcome.OnFilm onFilm ? onFilm.reason() : outcome();
  }

  /** An outcome as it is said where it concerns a film of this name. */
  static Outcome on(String name, Outcome reason) {
    return FilmRole.withId(name).<Outcome>map(r -> new Outcome.OnFilm(r, reason)).orElse(reason);
  }

  Outcome.Value value() {
    if (outcome() instanceof Outcome.Value value) {
      return value;
    }
    return fail(measurement.id() + ": " + outcome());
  }

  /** The number, or the place of the class among all. */
  double number() {
    return value() instanceof Outcome.Measured measured
        ? measured.value()
        : measurement.categories().indexOf(((Outcome.Classified) value()).category());
  }

  /** What is drawn on a film. */
  List<Graphic> graphics(String name) {
    return isSingle()
        ? measurement.formula().graphics(films.get(name))
        : measurement.formula().graphics(roles(), FilmRole.withId(name).orElseThrow());
  }

  /** The landmarks on which the value depends on a film. */
  SortedSet<LandmarkId> landmarks(String name) {
    LandmarkSet placed = films.get(name).landmarks();
    return isSingle()
        ? measurement.formula().landmarks(placed)
        : measurement.formula().landmarks(FilmRole.withId(name).orElseThrow(), placed);
  }

  boolean isSingle() {
    return measurement.films().isEmpty();
  }

  static Subject with(Subject subject, LandmarkSet landmarks) {
    return new Subject(landmarks, subject.scale(), subject.orientation());
  }

  private Films roles() {
    TreeMap<FilmRole, Subject> roles = new TreeMap<>();
    films.forEach((name, film) -> roles.put(FilmRole.withId(name).orElseThrow(), film));
    return new Films(roles);
  }
}
