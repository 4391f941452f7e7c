package org.cervimark.image;

/**
 * A linear window on modality values: Window Centre (0028,1050) and Width (0028,1051), PS3.3
 * C.11.2.1.2.1.
 *
 * @param centre centre in modality values
 * @param width width, at least 1
 * @param explanation Window Center &amp; Width Explanation (0028,1055), possibly empty
 */
public record Window(double centre, double width, String explanation) {

  /** Refuses widths below 1, which the LINEAR function does not allow. */
  public Window {
    if (!(width >= 1) || !Double.isFinite(width) || !Double.isFinite(centre)) {
      throw new IllegalArgumentException("window must have a finite width of 1 or more: " + width);
    }
  }
}
