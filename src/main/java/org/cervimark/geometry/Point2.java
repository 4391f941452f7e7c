package org.cervimark.geometry;

/**
 * A point, or the vector from the origin to it, in a right-handed plane.
 *
 * <p>In the patient frames of this program the first coordinate {@code u} grows toward anterior
 * (lateral projection) or toward the patient's left (frontal and transverse projections), the
 * second coordinate {@code v} toward superior (lateral, frontal) or anterior (transverse). The unit
 * is the caller's: millimetres where the scale is known, else column spacings.
 *
 * @param u first coordinate, finite
 * @param v second coordinate, finite
 */
public record Point2(double u, double v) {

  /** Refuses NaN and infinity. */
  public Point2 {
    if (!Double.isFinite(u) || !Double.isFinite(v)) {
      throw new IllegalArgumentException("coordinates must be finite: " + u + ", " + v);
    }
  }

  /** The vector from {@code other} to this point. */
  public Point2 minus(Point2 other) {
    return new Point2(u - other.u, v - other.v);
  }

  /** This point moved by {@code vector}. */
  public Point2 plus(Point2 vector) {
    return new Point2(u + vector.u, v + vector.v);
  }

  /** This vector multiplied by {@code factor}. */
  public Point2 times(double factor) {
    return new Point2(u * factor, v * factor);
  }

  /** The scalar product. */
  public double dot(Point2 other) {
    return u * other.u + v * other.v;
  }

  /** The third component of the vector product; positive if {@code other} lies to the left. */
  public double cross(Point2 other) {
    return u * other.v - v * other.u;
  }

  /** The length of this vector, not negative. */
  public double length() {
    return Math.hypot(u, v);
  }

  /** The distance between two points, not negative. */
  public double distanceTo(Point2 other) {
    return minus(other).length();
  }

  /** The point half way between two points. */
  public static Point2 midpoint(Point2 p, Point2 q) {
    return new Point2((p.u + q.u) / 2, (p.v + q.v) / 2);
  }
}
