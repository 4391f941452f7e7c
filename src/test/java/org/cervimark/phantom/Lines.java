package org.cervimark.phantom;

/** Angles and distances between lines given as vectors; the arithmetic of the true values. */
final class Lines {

  private static final Vec ACROSS = new Vec(1, 0);

  private Lines() {}

  /** Angle by which {@code from} must turn counter-clockwise to point like {@code to}, degrees. */
  static double turn(Vec from, Vec to) {
    return StrictMath.toDegrees(StrictMath.atan2(from.cross(to), from.dot(to)));
  }

  /** Inclination of a vector against the first axis, degrees; the y end up is positive. */
  static double rise(Vec line) {
    return turn(ACROSS, line);
  }

  /** Lean of an upward vector towards the first axis, degrees. */
  static double lean(Vec upward) {
    return turn(upward, ACROSS.left());
  }

  /** Distance of a point to the left of the line from a to b, mm. */
  static double leftOf(Vec a, Vec b, Vec point) {
    return b.minus(a).unit().cross(point.minus(a));
  }

  /** Intersection of the line through a along u with the line through b along v. */
  static Vec meet(Vec a, Vec u, Vec b, Vec v) {
    return a.plus(u.times(b.minus(a).cross(v) / u.cross(v)));
  }
}
