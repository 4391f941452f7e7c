package org.cervimark.measurement;

/**
 * A published population with mean and standard deviation, in the unit of the measurement.
 *
 * @param mean its mean
 * @param standardDeviation its standard deviation, positive
 * @param reference what was published
 */
public record Population(
    double mean, double standardDeviation, Measurement.ReferenceValue reference) {

  /** Refuses a standard deviation that is not positive. */
  public Population {
    if (!(standardDeviation > 0) || !Double.isFinite(standardDeviation)) {
      throw new IllegalArgumentException("no standard deviation: " + standardDeviation);
    }
  }

  /** How many standard deviations a value lies above the mean; negative below it. */
  public double deviations(double value) {
    return (value - mean) / standardDeviation;
  }
}
