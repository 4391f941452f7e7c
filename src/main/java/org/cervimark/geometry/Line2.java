package org.cervimark.geometry;

import java.util.List;
import java.util.Optional;

/**
 * A straight line with a sense of direction.
 *
 * @param origin a point on the line
 * @param direction its direction, a vector of length 1
 */
public record Line2(Point2 origin, Point2 direction) {

  /** Refuses a direction that is not of length 1 (to within 1e-9). */
  public Line2 {
    if (Math.abs(direction.length() - 1) > 1e-9) {
      throw new IllegalArgumentException("direction must have length 1: " + direction);
    }
  }

  /**
   * The line from one point through another.
   *
   * @throws IllegalArgumentException if the points coincide
   */
  public static Line2 through(Point2 from, Point2 to) {
    Point2 d = to.minus(from);
    double length = d.length();
    if (length == 0) {
      throw new IllegalArgumentException("two different points are needed: " + from);
    }
    return new Line2(from, d.times(1 / length));
  }

  /**
   * The line of total least squares (first principal axis) through at least two points, directed so
   * that {@code v} grows along it.
   *
   * @return empty if the points have no principal axis, for example because all coincide or lie on
   *     a regular polygon
   * @throws IllegalArgumentException for fewer than two points
   */
  public static Optional<Line2> fit(List<Point2> points) {
    if (points.size() < 2) {
      throw new IllegalArgumentException("at least two points are needed: " + points.size());
    }
    double meanU = 0;
    double meanV = 0;
    for (Point2 p : points) {
      meanU += p.u() / points.size();
      meanV += p.v() / points.size();
    }
    double uu = 0;
    double uv = 0;
    double vv = 0;
    for (Point2 p : points) {
      double du = p.u() - meanU;
      double dv = p.v() - meanV;
      uu += du * du;
      uv += du * dv;
      vv += dv * dv;
    }
    double spread = uu + vv;
    if (spread == 0 || Math.hypot(uu - vv, 2 * uv) <= 1e-12 * spread) {
      return Optional.empty();
    }
    // The axis makes half the angle of the vector (uu - vv, 2 uv) with the u axis.
    double angle = 0.5 * Math.atan2(2 * uv, uu - vv);
    Point2 d = new Point2(Math.cos(angle), Math.sin(angle));
    if (d.v() < 0) {
      d = d.times(-1);
    }
    return Optional.of(new Line2(new Point2(meanU, meanV), d));
  }

  /**
   * The signed distance of a point from this line.
   *
   * @return positive if {@code point} lies to the left of the direction of travel
   */
  public double offset(Point2 point) {
    return direction.cross(point.minus(origin));
  }

  /** How far along this line, from its origin, the foot of the perpendicular from a point lies. */
  public double along(Point2 point) {
    return direction.dot(point.minus(origin));
  }

  /** The point that lies {@code distance} from the origin in the direction of this line. */
  public Point2 at(double distance) {
    return origin.plus(direction.times(distance));
  }

  /** The foot of the perpendicular from a point. */
  public Point2 foot(Point2 point) {
    return at(along(point));
  }

  /**
   * Where two lines meet.
   *
   * @return empty if they are parallel to within 1e-9 radian
   */
  public Optional<Point2> intersection(Line2 other) {
    double sine = direction.cross(other.direction);
    if (Math.abs(sine) < 1e-9) {
      return Optional.empty();
    }
    return Optional.of(at(other.origin.minus(origin).cross(other.direction) / sine));
  }
}
