package org.cervimark.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Outcome;
import org.cervimark.reading.ReadingSession.Result;

/**
 * A measurement on two films.
 *
 * @param base on the film compared
 * @param other on the film it is compared with, if it is measured there
 */
public record ValuePair(Result base, Optional<Result> other) {

  /**
   * The difference of two values, with what placing the landmarks adds to it.
   *
   * @param value base minus other, in the unit of the measurement
   * @param halfWidth half the 95 % interval of the difference if both values have one: the root of
   *     the sum of squares, because the films are marked independently. The error of taking the
   *     films is not in it.
   */
  public record Difference(double value, Optional<Double> halfWidth) {}

  /** The measurements of a film beside those of another, in the order of the first. */
  public static List<ValuePair> of(List<Result> base, List<Result> other) {
    List<ValuePair> pairs = new ArrayList<>();
    for (Result result : base) {
      String id = result.measurement().id();
      pairs.add(
          new ValuePair(
              result, other.stream().filter(r -> r.measurement().id().equals(id)).findFirst()));
    }
    return pairs;
  }

  /** What is measured. */
  public Measurement measurement() {
    return base.measurement();
  }

  /** The difference, if both films have a value in the same unit. */
  public Optional<Difference> difference() {
    if (base.outcome() instanceof Outcome.Measured a
        && other.map(Result::outcome).orElse(null) instanceof Outcome.Measured b
        && a.unit().equals(b.unit())) {
      Optional<Double> halfWidth =
          a.interval()
              .flatMap(x -> b.interval().map(y -> Math.hypot(x.halfWidth(), y.halfWidth())));
      return Optional.of(new Difference(a.value() - b.value(), halfWidth));
    }
    return Optional.empty();
  }
}
