package org.cervimark.phantom;

import java.util.Map;

/** True values of frontal films from points in (patient left, superior), mm. */
final class CoronalTruth {

  private final Map<String, Vec> points;
  private final ValueTable table = new ValueTable();

  private CoronalTruth(Map<String, Vec> points) {
    this.points = points;
  }

  /** Values of the open-mouth film. */
  static ValueTable openMouth(Map<String, Vec> points) {
    CoronalTruth truth = new CoronalTruth(points);
    truth.headTilt();
    double right =
        truth.point("c1-lateral-mass-medial-right").distance(truth.point("c2-dens-lateral-right"));
    double left =
        truth.point("c1-lateral-mass-medial-left").distance(truth.point("c2-dens-lateral-left"));
    truth.table.add("ladi-asymmetry", right - left, "mm");
    double overhang =
        truth.outward("c1-lateral-mass-lateral", "c2-superior-facet-lateral", "right")
            + truth.outward("c1-lateral-mass-lateral", "c2-superior-facet-lateral", "left");
    truth.table.add("spence-overhang-sum", overhang, "mm");
    Vec dens = truth.line("c2-dens-base-centre", "c2-dens-tip");
    truth.table.add("dens-lateral-tilt", Lines.lean(dens), "deg");
    truth.spinous();
    truth.condyles();
    return truth.table;
  }

  /** Values of the nasium film. */
  static ValueTable nasium(Map<String, Vec> points) {
    CoronalTruth truth = new CoronalTruth(points);
    truth.headTilt();
    truth.spinous();
    Vec atlas = truth.line("apl-right", "apl-left");
    double laterality = Lines.rise(atlas) + Lines.lean(truth.centralSkullLine());
    truth.table.add("atlas-laterality", laterality, "deg");
    truth.table.add("upper-angle-right", 90 + laterality, "deg");
    truth.table.add("upper-angle-left", 90 - laterality, "deg");
    double column = Lines.lean(truth.line("c7-centre", "c2-centre"));
    truth.table.add("lower-angle", Lines.rise(atlas) + column, "deg");
    Vec along = atlas.unit();
    Vec middle = truth.point("apl-right").mid(truth.point("apl-left"));
    Vec base = truth.point("c2-dens-base-centre");
    truth.table.add("odontoid-deviation", base.minus(middle).dot(along), "mm");
    Vec spinous = truth.point("c2-spinous-centre");
    truth.table.add("axis-spinous-deviation", spinous.minus(base).dot(along), "mm");
    truth.condyles();
    return truth.table;
  }

  private Vec point(String id) {
    Vec point = points.get(id);
    if (point == null) {
      throw new IllegalStateException("no such landmark: " + id);
    }
    return point;
  }

  private Vec line(String from, String to) {
    return point(to).minus(point(from));
  }

  /** How far the first landmark lies lateral to the second on a side, mm. */
  private double outward(String first, String second, String side) {
    double toLeft = point(first + "-" + side).x() - point(second + "-" + side).x();
    return side.equals("left") ? toLeft : -toLeft;
  }

  private void headTilt() {
    table.add(
        "coronal-head-tilt", Lines.rise(line("mastoid-tip-right", "mastoid-tip-left")), "deg");
  }

  private void spinous() {
    Vec offset = line("c2-dens-base-centre", "c2-spinous-centre");
    Vec dens = line("c2-dens-base-centre", "c2-dens-tip").unit();
    table.add("c2-spinous-deviation", -dens.cross(offset), "mm");
  }

  private void condyles() {
    double left = outward("c1-superior-facet-lateral", "occipital-condyle-lateral", "left");
    double right = outward("c1-superior-facet-lateral", "occipital-condyle-lateral", "right");
    table.add("ao-joint-difference", left - right, "mm");
  }

  /** Direction, upward, of the line with least squared distances from the pair midpoints. */
  private Vec centralSkullLine() {
    Vec sum = new Vec(0, 0);
    int n = 0;
    while (points.containsKey("skull-pair-" + (n + 1) + "-right")) {
      n++;
      sum = sum.plus(middle(n));
    }
    Vec mean = sum.times(1.0 / n);
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = 1; i <= n; i++) {
      Vec d = middle(i).minus(mean);
      xx += d.x() * d.x();
      xy += d.x() * d.y();
      yy += d.y() * d.y();
    }
    // Doubled-angle form: the axis of largest scatter halves the direction of (xx - yy, 2 xy).
    double angle = StrictMath.toDegrees(StrictMath.atan2(2 * xy, xx - yy)) / 2;
    Vec axis = Vec.direction(angle);
    return axis.y() < 0 ? axis.times(-1) : axis;
  }

  private Vec middle(int pair) {
    return point("skull-pair-" + pair + "-right").mid(point("skull-pair-" + pair + "-left"));
  }
}
