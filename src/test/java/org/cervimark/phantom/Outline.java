package org.cervimark.phantom;

import java.util.ArrayList;
import java.util.List;

/**
 * A closed contour in the patient frame (mm) with a rim weight per edge, able to tell how deep
 * inside a point lies. Contours are traversed counter-clockwise in the patient frame.
 */
final class Outline {

  private final double[] px;
  private final double[] py;
  private final double[] ex;
  private final double[] ey;
  private final double[] inverseSquare;
  private final double[] rim;

  private Outline(List<Vec> points, List<Double> rims) {
    int n = points.size();
    px = new double[n];
    py = new double[n];
    ex = new double[n];
    ey = new double[n];
    inverseSquare = new double[n];
    rim = new double[n];
    for (int i = 0; i < n; i++) {
      Vec p = points.get(i);
      Vec q = points.get((i + 1) % n);
      px[i] = p.x();
      py[i] = p.y();
      ex[i] = q.x() - p.x();
      ey[i] = q.y() - p.y();
      double square = ex[i] * ex[i] + ey[i] * ey[i];
      inverseSquare[i] = square == 0 ? 0 : 1 / square;
      rim[i] = rims.get(i);
    }
  }

  /** A smooth closed curve through the points, with rim weight 1 everywhere. */
  static Outline smooth(Vec... points) {
    List<Vec> samples = new ArrayList<>();
    List<Double> rims = new ArrayList<>();
    int n = points.length;
    for (int i = 0; i < n; i++) {
      Vec a = points[(i + n - 1) % n];
      Vec d = points[(i + 2) % n];
      sample(a, points[i], points[(i + 1) % n], d, 1, samples, rims);
    }
    return new Outline(samples, rims);
  }

  /** An ellipse with half axes {@code rx}, {@code ry} mm, its first axis turned by degrees. */
  static Outline ellipse(Vec centre, double rx, double ry, double degrees) {
    Pose pose = new Pose(centre, degrees, 1);
    List<Vec> samples = new ArrayList<>();
    List<Double> rims = new ArrayList<>();
    for (int i = 0; i < 36; i++) {
      Vec d = Vec.direction(i * 10.0);
      samples.add(pose.at(d.x() * rx, d.y() * ry));
      rims.add(1.0);
    }
    return new Outline(samples, rims);
  }

  /** A band of the given width (mm) along an open smooth curve; its two ends carry no rim. */
  static Outline band(double widthStart, double widthEnd, Vec... path) {
    List<Vec> curve = new ArrayList<>();
    List<Double> ignored = new ArrayList<>();
    open(path, 1, curve, ignored);
    List<Vec> points = new ArrayList<>();
    List<Double> rims = new ArrayList<>();
    int n = curve.size();
    for (int side = 0; side < 2; side++) {
      for (int k = 0; k < n; k++) {
        int i = side == 0 ? k : n - 1 - k;
        Vec tangent = curve.get(Math.min(i + 1, n - 1)).minus(curve.get(Math.max(i - 1, 0)));
        double width = widthStart + (widthEnd - widthStart) * i / (n - 1);
        double offset = side == 0 ? -width / 2 : width / 2;
        points.add(curve.get(i).plus(tangent.unit().left().times(offset)));
        rims.add(k == n - 1 ? 0.0 : 1.0);
      }
    }
    return new Outline(points, rims);
  }

  /** Starts a contour of mixed edges. */
  static Builder from(Vec start) {
    return new Builder(start);
  }

  private static void open(Vec[] p, double weight, List<Vec> samples, List<Double> rims) {
    int n = p.length;
    for (int i = 0; i + 1 < n; i++) {
      Vec a = i == 0 ? p[0].plus(p[0].minus(p[1])) : p[i - 1];
      Vec d = i + 2 < n ? p[i + 2] : p[n - 1].plus(p[n - 1].minus(p[n - 2]));
      sample(a, p[i], p[i + 1], d, weight, samples, rims);
    }
    samples.add(p[n - 1]);
    rims.add(weight);
  }

  /** Samples the centripetal-like cubic from b (included) to c (excluded). */
  private static void sample(
      Vec a, Vec b, Vec c, Vec d, double weight, List<Vec> samples, List<Double> rims) {
    double len = b.distance(c);
    Vec t0 = c.minus(a).times(len / (a.distance(b) + len));
    Vec t1 = d.minus(b).times(len / (len + c.distance(d)));
    int steps = (int) Math.max(3, Math.min(12, Math.ceil(len / 2.5)));
    for (int i = 0; i < steps; i++) {
      double t = (double) i / steps;
      double t2 = t * t;
      double t3 = t2 * t;
      samples.add(
          b.times(2 * t3 - 3 * t2 + 1)
              .plus(t0.times(t3 - 2 * t2 + t))
              .plus(c.times(3 * t2 - 2 * t3))
              .plus(t1.times(t3 - t2)));
      rims.add(weight);
    }
  }

  double minX() {
    return min(px);
  }

  double minY() {
    return min(py);
  }

  double maxX() {
    return max(px);
  }

  double maxY() {
    return max(py);
  }

  private static double min(double[] values) {
    double m = values[0];
    for (double v : values) {
      m = Math.min(m, v);
    }
    return m;
  }

  private static double max(double[] values) {
    double m = values[0];
    for (double v : values) {
      m = Math.max(m, v);
    }
    return m;
  }

  private double square(int i, double x, double y) {
    double wx = x - px[i];
    double wy = y - py[i];
    double t = (wx * ex[i] + wy * ey[i]) * inverseSquare[i];
    t = t < 0 ? 0 : Math.min(t, 1);
    double dx = wx - ex[i] * t;
    double dy = wy - ey[i] * t;
    return dx * dx + dy * dy;
  }

  private boolean inside(double x, double y) {
    boolean inside = false;
    for (int i = 0; i < px.length; i++) {
      double wx = x - px[i];
      double wy = y - py[i];
      boolean above = wy >= 0;
      boolean endAbove = wy >= ey[i];
      if (above != endAbove && (wx * ey[i] - wy * ex[i] < 0) == (ey[i] > 0)) {
        inside = !inside;
      }
    }
    return inside;
  }

  /** Measures depths within a small disc; only the edges that can be nearest there are kept. */
  final class Probe {
    /** Distance to the contour, mm, positive inside. */
    double depth;

    /** Rim weight of the nearest edge. */
    double rim;

    private final int[] candidates = new int[px.length];
    private final double[] distances = new double[px.length];
    private int count;
    private boolean uniform;
    private boolean allInside;

    /** Prepares for points within {@code radius} mm; false when all of them lie outside. */
    boolean aim(double x, double y, double radius) {
      double best = Double.MAX_VALUE;
      for (int i = 0; i < px.length; i++) {
        distances[i] = Math.sqrt(square(i, x, y));
        best = Math.min(best, distances[i]);
      }
      count = 0;
      for (int i = 0; i < px.length; i++) {
        if (distances[i] <= best + 2.001 * radius) {
          candidates[count++] = i;
        }
      }
      uniform = best > 1.001 * radius;
      allInside = uniform && inside(x, y);
      return !uniform || allInside;
    }

    /** Sets {@link #depth} and {@link #rim} for a point of the disc. */
    void at(double x, double y) {
      double best = Double.MAX_VALUE;
      int nearest = 0;
      for (int c = 0; c < count; c++) {
        double square = square(candidates[c], x, y);
        if (square < best) {
          best = square;
          nearest = candidates[c];
        }
      }
      double distance = Math.sqrt(best);
      depth = (uniform ? allInside : inside(x, y)) ? distance : -distance;
      rim = Outline.this.rim[nearest];
    }
  }

  Probe probe() {
    return new Probe();
  }

  /** Builds a contour from straight, bowed and smooth edges. */
  static final class Builder {
    private final List<Vec> points = new ArrayList<>();
    private final List<Double> rims = new ArrayList<>();
    private Vec last;

    private Builder(Vec start) {
      last = start;
    }

    /** A straight edge with the given rim weight. */
    Builder to(Vec next, double rim) {
      return bow(next, 0, rim);
    }

    /** An edge that sags by {@code inward} mm towards the left of the direction of travel. */
    Builder bow(Vec next, double inward, double rim) {
      Vec control = last.mid(next).plus(next.minus(last).unit().left().times(2 * inward));
      int steps = inward == 0 ? 1 : 8;
      for (int i = 0; i < steps; i++) {
        double t = (double) i / steps;
        points.add(last.towards(control, t).towards(control.towards(next, t), t));
        rims.add(rim);
      }
      last = next;
      return this;
    }

    /** A smooth curve from the current point through all the given points. */
    Builder through(double rim, Vec... next) {
      Vec[] path = new Vec[next.length + 1];
      path[0] = last;
      System.arraycopy(next, 0, path, 1, next.length);
      open(path, rim, points, rims);
      points.remove(points.size() - 1);
      rims.remove(rims.size() - 1);
      last = next[next.length - 1];
      return this;
    }

    /** Closes with a straight edge back to the start. */
    Outline close(double rim) {
      points.add(last);
      rims.add(rim);
      return new Outline(points, rims);
    }
  }
}
