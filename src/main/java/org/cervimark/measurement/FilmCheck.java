package org.cervimark.measurement;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.anatomy.Projection;
import org.cervimark.image.ImagePoint;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;
import org.cervimark.measurement.PlacedFilms.PlacedFilm;
import org.cervimark.measurement.expression.Availability;
import org.cervimark.measurement.expression.Demand;
import org.cervimark.measurement.expression.Expression;

/** Whether films have all that formulas need, or what they lack. */
final class FilmCheck {

  /** A position farther out than this is no position on an image and counts as not placed. */
  private static final double FARTHEST = 1e9;

  /** What a check finds. */
  sealed interface Finding {}

  /**
   * Nothing is missing.
   *
   * @param films the films with the landmarks used
   */
  record Complete(SortedMap<String, PlacedFilm> films) implements Finding {}

  /**
   * Something is missing.
   *
   * @param reason the first reason in the order of {@link Formula#evaluate(Measurement, Subject)}
   */
  record Lacking(Outcome reason) implements Finding {}

  private final List<Expression> expressions;
  private final Set<Projection> projections;
  private final boolean needsScale;
  private final boolean turnsWithVertical;

  /**
   * For formulas that are evaluated together.
   *
   * @param expressions the formulas
   * @param projections the planes in which they have a value
   * @param compared whether the formulas are only compared with each other, so that lengths need no
   *     scale
   */
  FilmCheck(List<Expression> expressions, Set<Projection> projections, boolean compared) {
    this.expressions = List.copyOf(expressions);
    this.projections = Set.copyOf(projections);
    this.needsScale =
        expressions.stream().anyMatch(e -> compared ? e.namesMillimetres() : e.needsScale());
    this.turnsWithVertical = expressions.stream().anyMatch(Expression::turnsWithVertical);
  }

  /** Whether the formulas have no meaning while the scale is unknown. */
  boolean needsScale() {
    return needsScale;
  }

  /** Whether the vertical matters. */
  boolean turnsWithVertical() {
    return turnsWithVertical;
  }

  /** The films of which the formulas speak; empty if of one only, whichever. */
  SortedSet<String> films() {
    SortedSet<String> films = new TreeSet<>();
    expressions.forEach(e -> films.addAll(e.films()));
    return films;
  }

  /** What is needed of a film and there, needed and open, and needed and not visible. */
  Demand demand(String film, LandmarkSet landmarks) {
    Demand all = new Demand(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    for (Expression expression : expressions) {
      Demand one = expression.demand(film, id -> availability(landmarks, id));
      all.used().addAll(one.used());
      all.missing().addAll(one.missing());
      all.notVisible().addAll(one.notVisible());
    }
    return all;
  }

  /** Checks the films, which are named as the formulas name them. */
  Finding check(Map<String, Subject> films) {
    SortedMap<String, PlacedFilm> placed = new TreeMap<>();
    for (Map.Entry<String, Subject> film : new TreeMap<>(films).entrySet()) {
      Subject subject = film.getValue();
      Demand demand = demand(film.getKey(), subject.landmarks());
      Optional<Outcome> reason = reason(subject, demand);
      if (reason.isPresent()) {
        return new Lacking(onFilm(film.getKey(), reason.get()));
      }
      placed.put(
          film.getKey(),
          PlacedFilm.of(
              subject, Collections.unmodifiableSortedSet(demand.used()), turnsWithVertical));
    }
    boolean scalesDiffer =
        needsScale
            && films.values().stream().map(f -> f.scale().source().magnified()).distinct().count()
                > 1;
    return scalesDiffer ? new Lacking(new Outcome.NotComparable()) : new Complete(placed);
  }

  /** A reason, with the film that it concerns where there are several. */
  static Outcome onFilm(String film, Outcome reason) {
    return FilmRole.withId(film)
        .<Outcome>map(role -> new Outcome.OnFilm(role, reason))
        .orElse(reason);
  }

  private Optional<Outcome> reason(Subject subject, Demand demand) {
    if (subject.frame().filter(f -> projections.contains(f.projection())).isEmpty()) {
      return Optional.of(new Outcome.NotOriented());
    }
    if (!demand.notVisible().isEmpty()) {
      return Optional.of(new Outcome.NotVisible(demand.notVisible()));
    }
    if (!demand.missing().isEmpty()) {
      return Optional.of(new Outcome.MissingLandmarks(demand.missing()));
    }
    return needsScale && !subject.scale().isCalibrated()
        ? Optional.of(new Outcome.NotCalibrated())
        : Optional.empty();
  }

  private static Availability availability(LandmarkSet landmarks, LandmarkId id) {
    Optional<Placement> placement = landmarks.find(id);
    if (placement.isEmpty()) {
      return Availability.OPEN;
    }
    Optional<ImagePoint> point = placement.get().point();
    if (point.isEmpty()) {
      return Availability.NOT_VISIBLE;
    }
    boolean conceivable =
        Math.abs(point.get().column()) <= FARTHEST && Math.abs(point.get().row()) <= FARTHEST;
    return conceivable ? Availability.PLACED : Availability.OPEN;
  }
}
