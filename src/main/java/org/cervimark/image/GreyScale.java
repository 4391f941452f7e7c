package org.cervimark.image;

import java.util.List;
import java.util.Optional;

/**
 * How stored values become grey: the parameters of the grey-scale pipeline (PS3.3 C.11).
 *
 * @param slope Rescale Slope (0028,1053), 1 if absent
 * @param intercept Rescale Intercept (0028,1052), 0 if absent
 * @param windows the windows of the header, possibly none
 * @param inverted whether the lowest presentation value is white (MONOCHROME1, or Presentation LUT
 *     Shape INVERSE)
 * @param padding the stored values that are no part of the image: Pixel Padding Value (0028,0120)
 *     and Range Limit (0028,0121)
 */
public record GreyScale(
    double slope,
    double intercept,
    List<Window> windows,
    boolean inverted,
    Optional<StoredRange> padding) {

  /** Copies the list and refuses a slope of zero. */
  public GreyScale {
    windows = List.copyOf(windows);
    if (slope == 0 || !Double.isFinite(slope) || !Double.isFinite(intercept)) {
      throw new IllegalArgumentException("rescale must be finite, its slope not 0: " + slope);
    }
  }

  /** Without padding. */
  public GreyScale(double slope, double intercept, List<Window> windows, boolean inverted) {
    this(slope, intercept, windows, inverted, Optional.empty());
  }

  /** The modality value of a stored value. */
  public double modalityValue(int stored) {
    return slope * stored + intercept;
  }
}
