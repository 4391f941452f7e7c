package org.cervimark.imagej;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Optional;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Outcome;

/**
 * Where a value lies in a published population: a bar three standard deviations to both sides, its
 * middle two thirds of the population darker, the value as a dot with its interval. No colour says
 * good or bad.
 *
 * @param mean mean of the population, in the unit of the measurement
 * @param deviation its standard deviation, positive
 * @param reference what was published
 */
record ReferenceScale(double mean, double deviation, Measurement.ReferenceValue reference) {

  /** Standard deviations from the middle of the bar to its end. */
  private static final double REACH = 3;

  /** The first published population of a measurement that has mean and standard deviation. */
  static Optional<ReferenceScale> of(Measurement measurement) {
    if (measurement.tier() == Measurement.Tier.E3) {
      // Listings of techniques have no population worth comparing with.
      return Optional.empty();
    }
    for (Measurement.ReferenceValue reference : measurement.references()) {
      Optional<Double> deviation = reference.standardDeviation().filter(d -> d > 0);
      if (reference.mean().isPresent() && deviation.isPresent()) {
        return Optional.of(new ReferenceScale(reference.mean().get(), deviation.get(), reference));
      }
    }
    return Optional.empty();
  }

  /** Standard deviations from the mean, positive above it. */
  double deviations(double value) {
    return (value - mean) / deviation;
  }

  /** Where a value lies along the bar, 0 at its left end to 1 at its right; never beyond. */
  double share(double value) {
    return Math.max(0, Math.min(1, (deviations(value) + REACH) / (2 * REACH)));
  }

  /** Draws the bar and the value on it. */
  void paint(Graphics2D g, Outcome.Measured measured, int x, int y, int width, int height) {
    double middle = y + height / 2.0;
    double thickness = Math.max(4, height * 0.5);
    g.setColor(Look.BAR_ENDS);
    g.fill(bar(x, middle, width, thickness));
    g.setColor(Look.BAR_MIDDLE);
    g.fill(bar(x + width / 3.0, middle, width / 3.0, thickness));
    double at = x + width * share(measured.value());
    measured
        .interval()
        .ifPresent(
            interval -> {
              g.setColor(Look.ACCENT);
              g.setStroke(Look.stroke(1.6));
              g.draw(
                  new Line2D.Double(
                      x + width * share(measured.value() - interval.halfWidth()),
                      middle,
                      x + width * share(measured.value() + interval.halfWidth()),
                      middle));
            });
    double radius = height * 0.36;
    Ellipse2D dot = new Ellipse2D.Double(at - radius, middle - radius, 2 * radius, 2 * radius);
    g.setColor(Look.PAPER);
    g.setStroke(Look.stroke(2.4));
    g.draw(dot);
    g.setColor(Look.ACCENT);
    if (Math.abs(deviations(measured.value())) > REACH) {
      // Beyond the end of the bar: an open dot, not a place.
      g.setStroke(Look.stroke(1.6));
      g.draw(dot);
    } else {
      g.fill(dot);
    }
  }

  private static RoundRectangle2D bar(double x, double middle, double width, double thickness) {
    return new RoundRectangle2D.Double(
        x, middle - thickness / 2, width, thickness, thickness, thickness);
  }
}
