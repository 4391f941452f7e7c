package org.cervimark.landmark;

import java.util.Optional;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.image.ImagePoint;

/**
 * A landmark as placed on one image.
 *
 * @param landmark which landmark
 * @param point where, on the grid of 1/64 pixel; present unless the landmark is not visible
 * @param visibility how well it was seen
 * @param origin how it came there
 */
public record Placement(
    LandmarkId landmark, Optional<ImagePoint> point, Visibility visibility, Origin origin) {

  /**
   * Refuses a visible landmark without a point, an invisible one with a point, and off-grid points.
   */
  public Placement {
    if (point.isPresent() == (visibility == Visibility.NOT_VISIBLE)) {
      throw new IllegalArgumentException(
          "a landmark has a point unless it is not visible: " + landmark);
    }
    if (point.isPresent() && !point.get().equals(point.get().snapped())) {
      throw new IllegalArgumentException("not on the grid of 1/64 pixel: " + landmark);
    }
  }

  /** A landmark placed by hand; the point is snapped to the grid. */
  public static Placement at(LandmarkId landmark, ImagePoint point, Visibility visibility) {
    return new Placement(landmark, Optional.of(point.snapped()), visibility, Origin.MANUAL);
  }

  /** A landmark that the reader looked for and could not see. */
  public static Placement notVisible(LandmarkId landmark) {
    return new Placement(landmark, Optional.empty(), Visibility.NOT_VISIBLE, Origin.MANUAL);
  }
}
