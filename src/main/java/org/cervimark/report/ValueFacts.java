package org.cervimark.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.measurement.Category;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Outcome;
import org.cervimark.terminology.Unit;

/**
 * What is stated of one measurement, in the words of files: every export takes its numbers from
 * here, unrounded.
 *
 * @param number the value, if it is a number
 * @param unit the unit of the value, or that in which there would be one
 * @param category the class, if it is one
 * @param interval the interval around the number
 * @param flags ids of what a reader must know, in alphabetical order
 * @param reason id of the reason why there is no value
 * @param landmarks the landmarks that the reason concerns
 */
public record ValueFacts(
    Optional<Double> number,
    Optional<Unit> unit,
    Optional<Outcome.Classified> category,
    Optional<Outcome.Interval> interval,
    List<String> flags,
    Optional<String> reason,
    List<LandmarkId> landmarks) {

  /** Copies the lists. */
  public ValueFacts {
    flags = List.copyOf(flags);
    landmarks = List.copyOf(landmarks);
  }

  /** The facts of a line of a report. */
  public static ValueFacts of(ReportedValue value) {
    if (value.outcome() instanceof Outcome.Measured measured) {
      return new ValueFacts(
          Optional.of(measured.value() + 0.0),
          Optional.of(measured.unit()),
          Optional.empty(),
          measured.interval(),
          flags(measured),
          Optional.empty(),
          List.of());
    }
    if (value.outcome() instanceof Outcome.Classified classified) {
      return new ValueFacts(
          Optional.empty(),
          Optional.empty(),
          Optional.of(classified),
          Optional.empty(),
          flags(classified),
          Optional.empty(),
          List.of());
    }
    return new ValueFacts(
        Optional.empty(),
        value.measurement().flatMap(Measurement::unit),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.of(OutcomeText.reasonId(value.outcome())),
        List.copyOf(OutcomeText.landmarks(value.outcome())));
  }

  private static List<String> flags(Outcome.Value value) {
    return value.caveats().stream().map(Outcome.Caveat::id).sorted().toList();
  }

  /** The id of the class. */
  public Optional<String> categoryId() {
    return category.map(c -> c.category().id());
  }

  /** The ids of classes that are as well possible, separated by spaces. */
  public String alsoPossible() {
    return category.stream()
        .flatMap(c -> c.alsoPossible().stream())
        .map(Category::id)
        .collect(Collectors.joining(" "));
  }

  /** Half the width of the interval. */
  public Optional<Double> halfWidth() {
    return interval.map(Outcome.Interval::halfWidth);
  }

  /** The lower end of the interval. */
  public Optional<Double> low() {
    return number.flatMap(n -> halfWidth().map(h -> n - h));
  }

  /** The upper end of the interval. */
  public Optional<Double> high() {
    return number.flatMap(n -> halfWidth().map(h -> n + h));
  }

  /** The id of what the interval accounts for. */
  public Optional<String> basis() {
    return interval.map(i -> OutcomeText.id(i.basis()));
  }

  /** The flags, separated by spaces. */
  public String flagList() {
    return String.join(" ", flags);
  }

  /** The ids of the landmarks, separated by spaces. */
  public String landmarkList() {
    return landmarks.stream().map(LandmarkId::value).collect(Collectors.joining(" "));
  }
}
