package org.cervimark.geometry;

/** Plane angles in degrees. */
public final class Angles {

  private Angles() {}

  /**
   * The same angle in the range (-180, 180].
   *
   * @param degrees any finite angle
   */
  public static double normalise(double degrees) {
    double r = degrees % 360;
    if (r <= -180) {
      return r + 360;
    }
    return r > 180 ? r - 360 : r;
  }

  /**
   * The elevation of a vector above the u axis: {@code atan2(v, u)}.
   *
   * @return (-180, 180]; positive if the vector points to growing {@code v}
   */
  public static double elevation(Point2 vector) {
    return Math.toDegrees(Math.atan2(vector.v(), vector.u()));
  }

  /**
   * The inclination of a vector from the v axis: {@code atan2(u, v)}.
   *
   * @return (-180, 180]; positive if the vector leans to growing {@code u}
   */
  public static double inclination(Point2 vector) {
    return Math.toDegrees(Math.atan2(vector.u(), vector.v()));
  }
}
