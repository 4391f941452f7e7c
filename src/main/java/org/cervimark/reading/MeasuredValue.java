package org.cervimark.reading;

import org.cervimark.measurement.Outcome;

/**
 * A value as measured and stored.
 *
 * @param measurement id of the measurement
 * @param version version of its construction when it was computed
 * @param outcome value, unit, interval and caveats
 */
public record MeasuredValue(String measurement, String version, Outcome.Measured outcome) {}
