package org.cervimark.image;

/**
 * Modality values as a linear function of stored values.
 *
 * @param slope Rescale Slope (0028,1053), not 0
 * @param intercept Rescale Intercept (0028,1052)
 */
public record Rescale(double slope, double intercept) implements ModalityTransform {

  /** Modality values are the stored values. */
  public static final Rescale IDENTITY = new Rescale(1, 0);

  /** Refuses a slope of zero and what is not finite. */
  public Rescale {
    if (slope == 0 || !Double.isFinite(slope) || !Double.isFinite(intercept)) {
      throw new IllegalArgumentException("rescale must be finite, its slope not 0: " + slope);
    }
  }

  @Override
  public double modalityValue(int stored) {
    return slope * stored + intercept;
  }
}
