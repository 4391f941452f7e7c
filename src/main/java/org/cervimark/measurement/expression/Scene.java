package org.cervimark.measurement.expression;

import java.util.Map;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.geometry.Point2;

/**
 * The placed landmarks in the patient plane.
 *
 * @param points their positions
 * @param shortestBaseline how far apart two points must be to span a line, in the unit of the
 *     positions
 */
public record Scene(Map<LandmarkId, Point2> points, double shortestBaseline) {

  /** Copies the map. */
  public Scene {
    points = Map.copyOf(points);
  }

  /** The position of a landmark that is known to be placed. */
  Point2 point(LandmarkId landmark) {
    Point2 point = points.get(landmark);
    if (point == null) {
      throw new IllegalStateException("not placed: " + landmark);
    }
    return point;
  }

  boolean has(LandmarkId landmark) {
    return points.containsKey(landmark);
  }
}
