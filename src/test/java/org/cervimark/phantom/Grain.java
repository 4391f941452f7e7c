package org.cervimark.phantom;

/** Reproducible texture: smooth value noise on a lattice fixed to the film, values -1 to 1. */
final class Grain {

  private final long seed;

  Grain(long seed) {
    this.seed = seed;
  }

  /** Noise with features of about {@code period} mm. */
  double at(double x, double y, double period) {
    double u = x / period;
    double v = y / period;
    double fu = Math.floor(u);
    double fv = Math.floor(v);
    double s = ease(u - fu);
    double t = ease(v - fv);
    long i = (long) fu;
    long j = (long) fv;
    double bottom = lattice(i, j) + (lattice(i + 1, j) - lattice(i, j)) * s;
    double top = lattice(i, j + 1) + (lattice(i + 1, j + 1) - lattice(i, j + 1)) * s;
    return bottom + (top - bottom) * t;
  }

  /** Trabecular pattern: fine struts, slightly drawn out along the loading direction y. */
  double trabeculae(double x, double y) {
    return 0.5 * at(x, y * 0.6, 0.55) + 0.5 * at(x, y * 0.75, 1.1) + 0.35 * at(x, y, 3.1);
  }

  /** Unevenness of muscle and fat: broad, low. */
  double tissue(double x, double y) {
    return 0.5 * at(x * 0.8, y, 19) + 0.3 * at(x, y, 8) + 0.2 * at(x, y * 0.7, 3.3);
  }

  private static double ease(double t) {
    return t * t * (3 - 2 * t);
  }

  private double lattice(long i, long j) {
    long h = seed + i * 0x9E3779B97F4A7C15L + j * 0xC2B2AE3D27D4EB4FL;
    h = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
    h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
    h ^= h >>> 31;
    return (h >> 11) * 0x1.0p-52;
  }
}
