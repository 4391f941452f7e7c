package org.cervimark.geometry;

/**
 * A vector or position in three dimensions. The unit and the axes are those of the caller; in the
 * patient coordinates of DICOM (PS3.3 C.7.6.2.1.1) they are millimetres, x toward the patient's
 * left, y toward the back, z toward the head.
 *
 * @param x first component, finite
 * @param y second component, finite
 * @param z third component, finite
 */
public record Vector3(double x, double y, double z) {

  /** Refuses NaN and infinity. */
  public Vector3 {
    if (!Double.isFinite(x) || !Double.isFinite(y) || !Double.isFinite(z)) {
      throw new IllegalArgumentException("components must be finite: " + x + ", " + y + ", " + z);
    }
  }

  /** The sum of both. */
  public Vector3 plus(Vector3 other) {
    return new Vector3(x + other.x, y + other.y, z + other.z);
  }

  /** The vector from the other to this. */
  public Vector3 minus(Vector3 other) {
    return new Vector3(x - other.x, y - other.y, z - other.z);
  }

  /** The vector stretched by a factor. */
  public Vector3 times(double factor) {
    return new Vector3(x * factor, y * factor, z * factor);
  }

  /** The scalar product. */
  public double dot(Vector3 other) {
    return x * other.x + y * other.y + z * other.z;
  }

  /** The vector product, by the right-hand rule. */
  public Vector3 cross(Vector3 other) {
    return new Vector3(
        y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
  }

  /** The length, not negative. */
  public double length() {
    return Math.sqrt(dot(this));
  }

  /**
   * The vector of length 1 in the same direction.
   *
   * @throws IllegalArgumentException if this vector has no direction
   */
  public Vector3 unit() {
    double length = length();
    if (length == 0) {
      throw new IllegalArgumentException("a vector of length 0 has no direction");
    }
    return times(1 / length);
  }
}
