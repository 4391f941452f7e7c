package org.cervimark.measurement;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.cervimark.anatomy.Landmark;
import org.cervimark.anatomy.LandmarkDictionary;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.geometry.Angles;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.Scale;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.cervimark.measurement.expression.Evaluation;
import org.cervimark.measurement.expression.Expression;
import org.cervimark.measurement.expression.Type;

/**
 * How far landmark placement alone may shift a value: first-order propagation with a numerical
 * Jacobian. Every landmark is moved once along each image axis, so that landmarks shared by several
 * lines are accounted for, and so is the plumb line where the value depends on the vertical.
 *
 * <p>The standard deviations are engineering placeholders: those of the dictionary for a landmark
 * clearly seen, twice as much for one whose position is uncertain or estimated.
 */
final class PlacementError {

  /** Standard deviation of a landmark not clearly seen, relative to the same one clearly seen. */
  private static final double OBSCURED_FACTOR = 2;

  private static final double NORMAL_QUANTILE_95 = 1.96;

  /** Half the distance over which a derivative is taken, millimetres. */
  private static final double STEP = 1e-3;

  private final Expression expression;
  private final LandmarkDictionary dictionary;

  PlacementError(Expression expression, LandmarkDictionary dictionary) {
    this.expression = expression;
    this.dictionary = dictionary;
  }

  /** The 95 % interval of a value on a calibrated image; empty where no derivative exists. */
  Optional<Outcome.Interval> interval(Subject subject, Set<LandmarkId> used, double value) {
    Set<LandmarkId> moved = new TreeSet<>(used);
    if (expression.turnsWithVertical() && subject.plumbLine().isPresent()) {
      moved.add(Subject.PLUMB_TOP);
      moved.add(Subject.PLUMB_BOTTOM);
    }
    double variance = 0;
    for (LandmarkId landmark : moved) {
      double sigma = sigma(subject.landmarks(), landmark);
      for (boolean alongRow : new boolean[] {true, false}) {
        OptionalDouble slope = slope(subject, used, landmark, alongRow, value);
        if (slope.isEmpty()) {
          return Optional.empty();
        }
        variance += Math.pow(slope.getAsDouble() * sigma, 2);
      }
    }
    double halfWidth = NORMAL_QUANTILE_95 * Math.sqrt(variance);
    return Double.isFinite(halfWidth)
        ? Optional.of(new Outcome.Interval(halfWidth, Outcome.Interval.Basis.PLACEMENT_DEFAULT))
        : Optional.empty();
  }

  /** The standard deviation of a placement along one axis, millimetres. */
  private double sigma(LandmarkSet landmarks, LandmarkId id) {
    double clear = dictionary.find(id).map(Landmark::placementSigma).orElse(0.0);
    boolean obscured =
        landmarks.find(id).map(Placement::visibility).orElse(Visibility.CLEAR) != Visibility.CLEAR;
    return obscured ? OBSCURED_FACTOR * clear : clear;
  }

  /** Change of the value per millimetre; one-sided where the other side is degenerate. */
  private OptionalDouble slope(
      Subject subject, Set<LandmarkId> used, LandmarkId landmark, boolean alongRow, double value) {
    OptionalDouble after = shifted(subject, used, landmark, alongRow, STEP);
    OptionalDouble before = shifted(subject, used, landmark, alongRow, -STEP);
    if (after.isPresent() && before.isPresent()) {
      return OptionalDouble.of(difference(after.getAsDouble(), before.getAsDouble()) / (2 * STEP));
    }
    if (after.isPresent()) {
      return OptionalDouble.of(difference(after.getAsDouble(), value) / STEP);
    }
    return before.isPresent()
        ? OptionalDouble.of(difference(value, before.getAsDouble()) / STEP)
        : OptionalDouble.empty();
  }

  private double difference(double one, double other) {
    return expression.type() == Type.ANGLE ? Angles.normalise(one - other) : one - other;
  }

  /** The value with one landmark shifted by some millimetres; empty if it has none then. */
  private OptionalDouble shifted(
      Subject subject, Set<LandmarkId> used, LandmarkId shifted, boolean alongRow, double by) {
    Scale scale = subject.scale();
    UnaryOperator<ImagePoint> shift =
        alongRow
            ? p -> new ImagePoint(p.column() + by / scale.columnSpacing(), p.row())
            : p -> new ImagePoint(p.column(), p.row() + by / scale.rowSpacing());
    Function<LandmarkId, Optional<ImagePoint>> positions =
        id -> {
          Optional<ImagePoint> point = subject.landmarks().point(id);
          return id.equals(shifted) ? point.map(shift) : point;
        };
    return subject
        .frame(positions)
        .map(frame -> expression.evaluate(ExpressionFormula.scene(frame, used, positions)))
        .filter(Evaluation.Value.class::isInstance)
        .map(evaluation -> OptionalDouble.of(((Evaluation.Value) evaluation).value()))
        .orElse(OptionalDouble.empty());
  }
}
