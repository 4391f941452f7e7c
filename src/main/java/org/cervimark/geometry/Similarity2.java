package org.cervimark.geometry;

import java.util.List;
import java.util.Optional;

/**
 * A movement of the plane that keeps shapes: {@code p -> factor * R p + shift}, R a rotation.
 *
 * @param factor by which lengths grow, positive; 1 for a rigid movement
 * @param cosine cosine of the angle of rotation, counter-clockwise
 * @param sine its sine
 * @param shift where the origin goes
 */
public record Similarity2(double factor, double cosine, double sine, Point2 shift) {

  /** Refuses a factor that is not positive, and a rotation that is none (to within 1e-9). */
  public Similarity2 {
    if (!(factor > 0) || Math.abs(Math.hypot(cosine, sine) - 1) > 1e-9) {
      throw new IllegalArgumentException(factor + ", " + cosine + ", " + sine);
    }
  }

  /**
   * The movement that takes points onto others with the least sum of squared distances.
   *
   * @param from at least two points
   * @param to where each should go, in the same order
   * @param rigid whether lengths must stay
   * @return empty if all points of one side coincide, so that no rotation can be told
   * @throws IllegalArgumentException if the lists differ in length or have fewer than two points
   */
  public static Optional<Similarity2> fit(List<Point2> from, List<Point2> to, boolean rigid) {
    if (from.size() != to.size() || from.size() < 2) {
      throw new IllegalArgumentException(from.size() + " and " + to.size() + " points");
    }
    Point2 fromCentre = centre(from);
    Point2 toCentre = centre(to);
    double dot = 0;
    double cross = 0;
    double spread = 0;
    for (int i = 0; i < from.size(); i++) {
      Point2 a = from.get(i).minus(fromCentre);
      Point2 b = to.get(i).minus(toCentre);
      dot += a.dot(b);
      cross += a.cross(b);
      spread += a.dot(a);
    }
    double length = Math.hypot(dot, cross);
    if (spread == 0 || length <= 1e-12 * spread) {
      return Optional.empty();
    }
    double cosine = dot / length;
    double sine = cross / length;
    double factor = rigid ? 1 : length / spread;
    Point2 moved = rotated(fromCentre, cosine, sine).times(factor);
    return Optional.of(new Similarity2(factor, cosine, sine, toCentre.minus(moved)));
  }

  /** Where a point goes. */
  public Point2 apply(Point2 point) {
    return rotated(point, cosine, sine).times(factor).plus(shift);
  }

  /** The movement back. */
  public Similarity2 inverse() {
    Point2 back = rotated(shift, cosine, -sine).times(-1 / factor);
    return new Similarity2(1 / factor, cosine, -sine, back);
  }

  /** The angle of rotation in degrees, counter-clockwise, above -180 to 180. */
  public double degrees() {
    return Math.toDegrees(Math.atan2(sine, cosine));
  }

  private static Point2 rotated(Point2 p, double cosine, double sine) {
    return new Point2(cosine * p.u() - sine * p.v(), sine * p.u() + cosine * p.v());
  }

  private static Point2 centre(List<Point2> points) {
    Point2 sum = new Point2(0, 0);
    for (Point2 p : points) {
      sum = sum.plus(p);
    }
    return sum.times(1.0 / points.size());
  }
}
