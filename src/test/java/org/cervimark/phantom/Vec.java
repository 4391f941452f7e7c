package org.cervimark.phantom;

/**
 * A point or a displacement in the plane of a film, in millimetres.
 *
 * @param x anterior (lateral film) or patient left (frontal, transverse film)
 * @param y superior (lateral, frontal film) or anterior (transverse film)
 */
record Vec(double x, double y) {

  /** Unit vector at {@code degrees} from the x axis, counter-clockwise towards y. */
  static Vec direction(double degrees) {
    double radians = StrictMath.toRadians(degrees);
    return new Vec(StrictMath.cos(radians), StrictMath.sin(radians));
  }

  Vec plus(Vec other) {
    return new Vec(x + other.x, y + other.y);
  }

  Vec plus(double dx, double dy) {
    return new Vec(x + dx, y + dy);
  }

  Vec minus(Vec other) {
    return new Vec(x - other.x, y - other.y);
  }

  Vec times(double factor) {
    return new Vec(x * factor, y * factor);
  }

  double dot(Vec other) {
    return x * other.x + y * other.y;
  }

  /** Signed area of the parallelogram (this, other); positive when other lies counter-clockwise. */
  double cross(Vec other) {
    return x * other.y - y * other.x;
  }

  double length() {
    return Math.sqrt(dot(this));
  }

  Vec unit() {
    return times(1 / length());
  }

  /** This vector turned a quarter counter-clockwise. */
  Vec left() {
    return new Vec(-y, x);
  }

  Vec mid(Vec other) {
    return new Vec((x + other.x) / 2, (y + other.y) / 2);
  }

  /** The point at fraction {@code t} of the way to {@code other}. */
  Vec towards(Vec other, double t) {
    return new Vec(x + (other.x - x) * t, y + (other.y - y) * t);
  }

  double distance(Vec other) {
    return other.minus(this).length();
  }
}
