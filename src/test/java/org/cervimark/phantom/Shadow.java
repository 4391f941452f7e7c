package org.cervimark.phantom;

import java.util.stream.IntStream;

/** Lengths of soft tissue and bone met by the ray of every pixel, mm. */
final class Shadow {

  /** What a shape does to one pixel. */
  private interface Paint {
    void at(int index, double x, double y, double depth, double rim, double coverage);
  }

  private static final int TILE = 16;

  private final Film film;
  private final Grain grain;
  private final float[] soft;
  private final float[] bone;

  Shadow(Film film, Grain grain) {
    this.film = film;
    this.grain = grain;
    this.soft = new float[film.columns() * film.rows()];
    this.bone = new float[soft.length];
  }

  Film film() {
    return film;
  }

  float[] soft() {
    return soft;
  }

  float[] bone() {
    return bone;
  }

  /** Adds a bone to what is already there. */
  void bone(Outline outline, Bone kind) {
    paint(
        outline,
        (i, x, y, depth, rim, coverage) -> {
          double path = kind.path(depth, rim);
          double texture = 0;
          if (kind.grain() != 0) {
            texture = kind.grain() * (grain.trabeculae(x, y) + 0.8 * grain.tissue(x, y));
          }
          bone[i] += (float) (coverage * path * (1 + texture));
        });
  }

  /** Takes bone away (a foramen, a joint cleft, a sinus) down to the given fraction. */
  void thin(Outline outline, double fraction, double softness) {
    paint(
        outline,
        (i, x, y, depth, rim, coverage) -> {
          double k = Math.min(1, depth / softness);
          bone[i] *= (float) (1 - coverage * k * (1 - fraction));
        });
  }

  /** Soft tissue of one part of the body; overlapping parts blend into the thicker one. */
  void body(Outline outline, double thickness, double rounding) {
    paint(
        outline,
        (i, x, y, depth, rim, coverage) -> {
          double path = coverage * thickness * round(depth, rounding);
          double texture = 1 + 0.035 * grain.tissue(x, y);
          double a = soft[i] * (double) soft[i];
          double b = path * texture * path * texture;
          soft[i] = (float) Math.sqrt(Math.sqrt(a * a + b * b));
        });
  }

  /** Soft tissue added (muscle, cartilage) or, when negative, air taken out. */
  void soft(Outline outline, double thickness, double rounding) {
    paint(
        outline,
        (i, x, y, depth, rim, coverage) -> {
          double path = coverage * thickness * round(depth, rounding);
          soft[i] = Math.max(0, soft[i] + (float) path);
        });
  }

  /** Soft tissue added with a gentle slope instead of a round edge: the shoulders. */
  void slope(Outline outline, double thickness, double width) {
    paint(
        outline,
        (i, x, y, depth, rim, coverage) -> {
          double t = Math.min(1, depth / width);
          double path = thickness * t * t * (3 - 2 * t) * (1 + 0.05 * grain.tissue(x, y));
          soft[i] += (float) path;
        });
  }

  private static double round(double depth, double rounding) {
    if (depth >= rounding) {
      return 1;
    }
    double u = 1 - depth / rounding;
    return Math.sqrt(1 - u * u);
  }

  private void paint(Outline outline, Paint paint) {
    double pixel = Math.min(film.columnSpacing(), film.rowSpacing());
    double c0 = film.column(new Vec(outline.minX(), 0));
    double c1 = film.column(new Vec(outline.maxX(), 0));
    int first = (int) Math.max(0, Math.floor(Math.min(c0, c1) - 2));
    int last = (int) Math.min(film.columns() - 1, Math.ceil(Math.max(c0, c1) + 2));
    int top = (int) Math.max(0, Math.floor(film.row(new Vec(0, outline.maxY())) - 2));
    int bottom =
        (int) Math.min(film.rows() - 1, Math.ceil(film.row(new Vec(0, outline.minY())) + 2));
    if (first > last || top > bottom) {
      return;
    }
    int bands = (bottom - top) / TILE + 1;
    IntStream.range(0, bands)
        .parallel()
        .forEach(
            band -> {
              int from = top + band * TILE;
              int to = Math.min(bottom, from + TILE - 1);
              Outline.Probe probe = outline.probe();
              for (int column = first; column <= last; column += TILE) {
                tile(probe, from, to, column, Math.min(last, column + TILE - 1), pixel, paint);
              }
            });
  }

  private void tile(
      Outline.Probe probe, int top, int bottom, int left, int right, double pixel, Paint paint) {
    Vec a = film.patient(left, top);
    Vec b = film.patient(right + 1, bottom + 1);
    Vec middle = a.mid(b);
    if (!probe.aim(middle.x(), middle.y(), a.distance(b) / 2 + pixel)) {
      return;
    }
    for (int row = top; row <= bottom; row++) {
      for (int column = left; column <= right; column++) {
        Vec p = film.patient(column + 0.5, row + 0.5);
        probe.at(p.x(), p.y());
        double coverage = Math.min(1, probe.depth / pixel + 0.5);
        if (coverage > 0) {
          double depth = Math.max(0, probe.depth);
          paint.at(row * film.columns() + column, p.x(), p.y(), depth, probe.rim, coverage);
        }
      }
    }
  }
}
