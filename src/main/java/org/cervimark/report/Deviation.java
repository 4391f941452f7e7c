package org.cervimark.report;

import java.util.List;
import java.util.Optional;
import org.cervimark.anatomy.View;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Outcome;
import org.cervimark.measurement.Population;
import org.cervimark.terminology.Unit;

/**
 * A value beside a published population, as it is drawn: along an axis of standard deviations from
 * {@link #REACH} below the mean to as many above it. Nothing is said of good or bad.
 *
 * @param measured the value
 * @param population the population
 */
public record Deviation(Outcome.Measured measured, Population population) {

  /** Standard deviations from the mean to either end of the axis. */
  public static final double REACH = 4;

  /** The populations beside which an outcome on a film of this view is drawn; maybe none. */
  public static List<Deviation> of(Measurement measurement, Outcome outcome, View view) {
    return outcome instanceof Outcome.Measured measured
            && measurement.unit().equals(Optional.of(measured.unit()))
        ? measurement.populations(view).stream().map(p -> new Deviation(measured, p)).toList()
        : List.of();
  }

  /** Standard deviations from the mean to the value, positive above the mean. */
  public double deviations() {
    return population.deviations(measured.value());
  }

  /** Whether the value lies beyond the axis. */
  public boolean isBeyond() {
    return Math.abs(deviations()) > REACH;
  }

  /** The lower end of the interval, in standard deviations from the mean. */
  public double low() {
    return population.deviations(measured.value() - halfWidth());
  }

  /** The upper end of the interval, in standard deviations from the mean. */
  public double high() {
    return population.deviations(measured.value() + halfWidth());
  }

  private double halfWidth() {
    return measured.interval().map(Outcome.Interval::halfWidth).orElse(0.0);
  }

  /**
   * Where something lies along the axis, 0 at its lower end to 1 at its upper; never beyond.
   *
   * @param deviations standard deviations from the mean
   */
  public static double share(double deviations) {
    return (Math.max(-REACH, Math.min(REACH, deviations)) + REACH) / (2 * REACH);
  }

  /** The number that lies so many standard deviations from the mean, without its unit. */
  public String tick(int deviations) {
    return measured.unit().format(population.mean() + deviations * population.standardDeviation());
  }

  /** Mean, standard deviation and source, such as {@code 13.9 ± 12.3° [YUKAWA2012]}. */
  public String label() {
    Unit unit = measured.unit();
    return unit.format(population.mean())
        + " ± "
        + unit.format(population.standardDeviation())
        + unit.suffix()
        + " ["
        + population.reference().source()
        + "]";
  }
}
