package org.cervimark.measurement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.cervimark.anatomy.Landmark;
import org.cervimark.anatomy.LandmarkDictionary;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.geometry.Angles;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.Scale;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.cervimark.measurement.PlacedFilms.PlacedFilm;
import org.cervimark.measurement.expression.Type;

/**
 * How far landmark placement and scale may shift a value: first-order propagation with a numerical
 * Jacobian. Every landmark of every film is moved once along each image axis, so that landmarks
 * shared by several lines are accounted for, and so is the plumb line where the value depends on
 * the vertical. Of a length the error of the scale is added.
 *
 * <p>Unless the reader's replicates say better, the standard deviations are engineering
 * placeholders: those of the dictionary for a landmark clearly seen, twice as much for one whose
 * position is uncertain or estimated.
 */
final class PlacementError {

  /** Standard deviation of a landmark not clearly seen, relative to the same one clearly seen. */
  private static final double OBSCURED_FACTOR = 2;

  private static final double NORMAL_QUANTILE_95 = 1.96;

  /** Half the distance over which a derivative is taken, millimetres. */
  private static final double STEP = 1e-3;

  /** Half the relative change of the scale over which a derivative is taken. */
  private static final double SCALE_STEP = 1e-5;

  /** Computes a value from films that lie or are scaled otherwise than they were read. */
  @FunctionalInterface
  interface Value {
    /** The value; empty if it has none there. */
    OptionalDouble of(Map<String, PlacedFilm> films);
  }

  private final LandmarkDictionary dictionary;

  PlacementError(LandmarkDictionary dictionary) {
    this.dictionary = dictionary;
  }

  /** The standard deviation assumed for one placement along one axis, millimetres. */
  static double assumedSigma(Landmark landmark, Visibility visibility) {
    return visibility == Visibility.CLEAR
        ? landmark.placementSigma()
        : OBSCURED_FACTOR * landmark.placementSigma();
  }

  /**
   * The 95 % interval of a value on calibrated films; empty where no derivative exists.
   *
   * @param films the films as read, by the names that formulas give them
   * @param value computes the value
   * @param type what it is
   */
  Optional<Outcome.Interval> interval(Map<String, PlacedFilm> films, Value value, Type type) {
    OptionalDouble centre = value.of(films);
    if (centre.isEmpty()
        || films.values().stream().anyMatch(f -> !f.subject().scale().isCalibrated())) {
      return Optional.empty();
    }
    boolean ofReader = true;
    boolean scaled = false;
    double variance = 0;
    for (Map.Entry<String, PlacedFilm> film : films.entrySet()) {
      PlacedFilm placed = film.getValue();
      Optional<ReplicateError> replicates = replicates(placed.subject());
      ofReader &= replicates.isPresent();
      Function<PlacedFilm, OptionalDouble> shifted = f -> value.of(with(films, film.getKey(), f));
      for (LandmarkId landmark : placed.movable()) {
        double sigma = sigma(placed.subject(), landmark, replicates);
        for (UnaryOperator<ImagePoint> step : steps(placed.subject().scale())) {
          OptionalDouble slope =
              slope(
                  shifted.apply(placed.moved(landmark, step)),
                  shifted.apply(placed.moved(landmark, back(step))),
                  centre.getAsDouble(),
                  STEP,
                  type);
          if (slope.isEmpty()) {
            return Optional.empty();
          }
          variance += Math.pow(slope.getAsDouble() * sigma, 2);
        }
      }
      double scaleError = ScaleError.relative(placed.subject().scale());
      if (type == Type.LENGTH && scaleError > 0) {
        OptionalDouble slope =
            slope(
                shifted.apply(placed.scaled(1 + SCALE_STEP)),
                shifted.apply(placed.scaled(1 - SCALE_STEP)),
                centre.getAsDouble(),
                SCALE_STEP,
                type);
        if (slope.isEmpty()) {
          return Optional.empty();
        }
        variance += Math.pow(slope.getAsDouble() * scaleError, 2);
        scaled = true;
      }
    }
    double halfWidth = NORMAL_QUANTILE_95 * Math.sqrt(variance);
    return Double.isFinite(halfWidth)
        ? Optional.of(
            new Outcome.Interval(
                halfWidth,
                ofReader
                    ? Outcome.Interval.Basis.PLACEMENT_READER
                    : Outcome.Interval.Basis.PLACEMENT_DEFAULT,
                scaled))
        : Optional.empty();
  }

  private static Map<String, PlacedFilm> with(
      Map<String, PlacedFilm> films, String name, PlacedFilm film) {
    if (films.size() == 1) {
      return Map.of(name, film);
    }
    Map<String, PlacedFilm> changed = new HashMap<>(films);
    changed.put(name, film);
    return changed;
  }

  /** The standard deviation of a landmark's position along one axis, millimetres. */
  private double sigma(Subject subject, LandmarkId id, Optional<ReplicateError> replicates) {
    Visibility visibility =
        subject.landmarks().find(id).map(Placement::visibility).orElse(Visibility.CLEAR);
    double assumed = dictionary.find(id).map(l -> assumedSigma(l, visibility)).orElse(0.0);
    return replicates.map(r -> assumed * r.relativeSigma(id)).orElse(assumed);
  }

  private Optional<ReplicateError> replicates(Subject subject) {
    return ReplicateError.of(subject.replicates(), subject.scale(), dictionary);
  }

  /** One step along each axis of the image, forward. */
  private static List<UnaryOperator<ImagePoint>> steps(Scale scale) {
    return List.of(
        p -> new ImagePoint(p.column() + STEP / scale.columnSpacing(), p.row()),
        p -> new ImagePoint(p.column(), p.row() + STEP / scale.rowSpacing()));
  }

  private static UnaryOperator<ImagePoint> back(UnaryOperator<ImagePoint> step) {
    return p -> {
      ImagePoint after = step.apply(p);
      return new ImagePoint(2 * p.column() - after.column(), 2 * p.row() - after.row());
    };
  }

  /** Change of the value per unit; one-sided where the other side is degenerate. */
  private static OptionalDouble slope(
      OptionalDouble after, OptionalDouble before, double centre, double step, Type type) {
    if (after.isPresent() && before.isPresent()) {
      return OptionalDouble.of(
          difference(after.getAsDouble(), before.getAsDouble(), type) / (2 * step));
    }
    if (after.isPresent()) {
      return OptionalDouble.of(difference(after.getAsDouble(), centre, type) / step);
    }
    return before.isPresent()
        ? OptionalDouble.of(difference(centre, before.getAsDouble(), type) / step)
        : OptionalDouble.empty();
  }

  private static double difference(double one, double other, Type type) {
    return type == Type.ANGLE ? Angles.normalise(one - other) : one - other;
  }
}
