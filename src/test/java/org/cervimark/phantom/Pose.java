package org.cervimark.phantom;

/**
 * Where a rigid bone lies on the film: maps the bone's own axes to the patient frame.
 *
 * @param origin the bone's origin in the patient frame, mm
 * @param degrees rotation of the bone's first axis, counter-clockwise (for lateral films:
 *     extension)
 * @param scale factor applied to the bone's own millimetres (build and magnification)
 */
record Pose(Vec origin, double degrees, double scale) {

  /** The patient-frame point of the bone's own coordinates. */
  Vec at(double x, double y) {
    Vec u = Vec.direction(degrees);
    return origin.plus(u.times(x * scale)).plus(u.left().times(y * scale));
  }

  Vec at(Vec local) {
    return at(local.x(), local.y());
  }

  /** The bone's own coordinates of a patient-frame point. */
  Vec local(Vec point) {
    Vec u = Vec.direction(degrees);
    Vec d = point.minus(origin);
    return new Vec(d.dot(u) / scale, d.dot(u.left()) / scale);
  }

  /** Maps a list of x, y pairs given in the bone's own coordinates. */
  Vec[] all(double... pairs) {
    Vec[] points = new Vec[pairs.length / 2];
    for (int i = 0; i < points.length; i++) {
      points[i] = at(pairs[2 * i], pairs[2 * i + 1]);
    }
    return points;
  }

  /** The same bone displaced by millimetres of the patient frame. */
  Pose moved(double dx, double dy) {
    return new Pose(origin.plus(dx, dy), degrees, scale);
  }
}
