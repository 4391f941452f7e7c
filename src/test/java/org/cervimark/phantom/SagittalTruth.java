package org.cervimark.phantom;

import java.util.Map;

/** True values of the neutral lateral film from points in (anterior, superior), mm. */
final class SagittalTruth {

  private final Map<String, Vec> points;
  private final ValueTable table = new ValueTable();

  private SagittalTruth(Map<String, Vec> points) {
    this.points = points;
  }

  /** All values of a neutral lateral film. */
  static ValueTable neutral(Map<String, Vec> points) {
    SagittalTruth truth = new SagittalTruth(points);
    truth.curvature();
    truth.occiput();
    truth.balance();
    truth.junction();
    truth.bodies();
    return truth.table;
  }

  /** The values a flexion film is read for on its own; extension drops the posterior interval. */
  static ValueTable bending(Map<String, Vec> points, boolean flexion) {
    SagittalTruth truth = new SagittalTruth(points);
    truth.stressLines();
    truth.interval("adi", "c1-anterior-arch-posterior-mid", "c2-dens-anterior-at-c1");
    if (flexion) {
      truth.interval("padi", "c2-dens-posterior-at-c1", "c1-posterior-arch-anterior-mid");
    }
    truth.listhesis();
    return truth.table;
  }

  /** Slope of the C7 inferior endplate, a variant that is not written to the value files. */
  static double c7InferiorSlope(Map<String, Vec> points) {
    return -Lines.rise(new SagittalTruth(points).lower("c7"));
  }

  /** Angle between the inferior endplates of two vertebrae, lordosis positive, degrees. */
  static double cobb(Map<String, Vec> points, String upper, String lower) {
    SagittalTruth truth = new SagittalTruth(points);
    return Lines.turn(truth.lower(lower), truth.lower(upper));
  }

  /** Translation of the upper vertebra: millimetres, and percent of the lower endplate. */
  static double[] slip(Map<String, Vec> points, String upper, String lower) {
    SagittalTruth truth = new SagittalTruth(points);
    Vec endplate = truth.upper(lower);
    Vec offset =
        truth
            .point(upper + "-inferior-endplate-posterior")
            .minus(truth.point(lower + "-superior-endplate-posterior"));
    double along = offset.dot(endplate) / endplate.length();
    return new double[] {along, 100 * along / endplate.length()};
  }

  /** The adjacent pairs from C2/3 down; {@code last} counts the pairs. */
  static String[][] levels(int last) {
    String[] names = {"c2", "c3", "c4", "c5", "c6", "c7", "t1"};
    String[][] pairs = new String[last][];
    for (int i = 0; i < last; i++) {
      pairs[i] = new String[] {names[i], names[i + 1]};
    }
    return pairs;
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

  private Vec lower(String v) {
    return line(v + "-inferior-endplate-posterior", v + "-inferior-endplate-anterior");
  }

  private Vec upper(String v) {
    return line(v + "-superior-endplate-posterior", v + "-superior-endplate-anterior");
  }

  private String top(String v) {
    return v.equals("c2") ? "c2-body-superior" : v + "-superior-endplate";
  }

  private Vec wall(String v) {
    return line(v + "-inferior-endplate-posterior", top(v) + "-posterior");
  }

  private Vec middleOfC2() {
    return point("c2-inferior-endplate-posterior").mid(point("c2-inferior-endplate-anterior"));
  }

  private Vec centre(String v) {
    Vec pi = point(v + "-inferior-endplate-posterior");
    Vec ai = point(v + "-inferior-endplate-anterior");
    return Lines.meet(
        pi, point(top(v) + "-anterior").minus(pi), ai, point(top(v) + "-posterior").minus(ai));
  }

  private Vec atlas() {
    return line("c1-posterior-arch-centre", "c1-anterior-arch-centre");
  }

  private Vec mcGregor() {
    return line("occiput-inferior", "hard-palate-posterior");
  }

  private void curvature() {
    table.add("c2-c7-cobb", Lines.turn(lower("c7"), lower("c2")), "deg");
    table.add("c1-c7-cobb", Lines.turn(lower("c7"), atlas()), "deg");
    table.add("ara-c2-c7", Lines.turn(wall("c7"), wall("c2")), "deg");
    for (String[] s : levels(5)) {
      table.add("rra-" + s[0] + "-" + s[1], Lines.turn(wall(s[1]), wall(s[0])), "deg");
    }
    for (String[] s : levels(5)) {
      String id = "segmental-cobb-" + s[0] + "-" + s[1];
      table.add(id, Lines.turn(lower(s[1]), lower(s[0])), "deg");
    }
    for (String[] s : levels(6)) {
      String id = "disc-angle-" + s[0] + "-" + s[1];
      table.add(id, Lines.turn(upper(s[1]), lower(s[0])), "deg");
    }
    table.add("gore-angle", Lines.turn(wall("c7"), wall("c2")), "deg");
    stressLines();
    Vec upperLine = middleOfC2().minus(centre("c3"));
    Vec lowerLine = centre("c6").minus(centre("c7"));
    table.add("centroid-cervical-lordosis", Lines.turn(lowerLine, upperLine), "deg");
  }

  /** Level at which the posterior tangents of C2 and C7 cross. */
  private void stressLines() {
    String text = "not determined (near parallel)";
    if (Math.abs(Lines.turn(wall("c7"), wall("c2"))) >= 5) {
      Vec crossing =
          Lines.meet(
              point("c2-inferior-endplate-posterior"),
              wall("c2"),
              point("c7-inferior-endplate-posterior"),
              wall("c7"));
      text = level(crossing.y());
    }
    table.addText("jackson-stress-lines", text, "level");
  }

  private String level(double height) {
    for (int v = 2; v <= 7; v++) {
      String name = "c" + v;
      if (height > point(top(name) + "-posterior").y()) {
        return v == 2 ? "above C2" : "C" + (v - 1) + "/" + v + " disc";
      }
      if (height >= point(name + "-inferior-endplate-posterior").y()) {
        return "C" + v;
      }
    }
    return "below C7";
  }

  private void occiput() {
    table.add("c0-c2-angle", Lines.turn(lower("c2"), mcGregor()), "deg");
    table.add("c0-c1-angle", Lines.turn(atlas(), mcGregor()), "deg");
    table.add("c1-c2-angle", Lines.turn(lower("c2"), atlas()), "deg");
    table.add("atlas-plane-angle", Lines.rise(atlas()), "deg");
    table.add("mcgregor-slope", -Lines.rise(mcGregor()), "deg");
    table.add("cbva", Lines.lean(line("chin", "brow")), "deg");
  }

  private void balance() {
    table.add("c2-slope", -Lines.rise(lower("c2")), "deg");
    table.add("c7-slope", -Lines.rise(upper("c7")), "deg");
    double t1Slope = -Lines.rise(upper("t1"));
    table.add("t1-slope", t1Slope, "deg");
    table.add("t1s-cl-mismatch", t1Slope - Lines.turn(lower("c7"), lower("c2")), "deg");
    Vec t1 = point("t1-superior-endplate-posterior").mid(point("t1-superior-endplate-anterior"));
    Vec sternum = point("manubrium-superior-posterior").minus(t1);
    table.add("neck-tilt", Lines.turn(new Vec(0, -1), sternum), "deg");
    Vec downward = upper("t1").left().times(-1);
    table.add("thoracic-inlet-angle", Math.abs(Lines.turn(downward, sternum)), "deg");
    double c7Corner = point("c7-superior-endplate-posterior").x();
    table.add("c2-c7-sva", centre("c2").x() - c7Corner, "mm");
    table.add("c1-c7-sva", point("c1-anterior-tubercle").x() - c7Corner, "mm");
    table.add("cgh-c7-sva", point("eam-anterior-margin").x() - c7Corner, "mm");
    Vec head = line("c7-inferior-endplate-posterior", "c2-body-superior-posterior");
    table.add("harrison-tz-c2-c7", head.x(), "mm");
  }

  private void junction() {
    interval("adi", "c1-anterior-arch-posterior-mid", "c2-dens-anterior-at-c1");
    interval("padi", "c2-dens-posterior-at-c1", "c1-posterior-arch-anterior-mid");
    interval("bdi", "basion", "c2-dens-tip");
    Vec dens = point("c2-dens-tip");
    Vec basion = point("basion");
    Vec opisthion = point("opisthion");
    Vec occiput = point("occiput-inferior");
    Vec palate = point("hard-palate-posterior");
    Vec axisCorner = point("c2-inferior-endplate-posterior");
    double behind = Lines.leftOf(axisCorner, point("c2-body-superior-posterior"), basion);
    table.add("bai", -behind, "mm");
    double basionToArch = basion.distance(point("c1-posterior-arch-anterior-mid"));
    double opisthionToArch = opisthion.distance(point("c1-anterior-arch-posterior-mid"));
    table.add("powers-ratio", basionToArch / opisthionToArch, "ratio");
    table.add("chamberlain-dens", Lines.leftOf(opisthion, palate, dens), "mm");
    table.add("mcgregor-dens", Lines.leftOf(occiput, palate, dens), "mm");
    table.add("mcrae-dens", Lines.leftOf(opisthion, basion, dens), "mm");
    Vec clivus = point("clivus-superior");
    table.add("wackenheim-dens", Lines.leftOf(basion, clivus, dens), "mm");
    Vec middle = middleOfC2();
    Vec axis = dens.minus(middle);
    Vec pedicle = point("c2-pedicle-centre");
    Vec onArches = Lines.meet(pedicle, axis, point("c1-posterior-arch-centre"), atlas());
    double along = onArches.minus(pedicle).dot(axis.unit());
    table.add("ranawat-c1-c2", Math.max(0, along), "mm");
    table.add("redlund-johnell", -Lines.leftOf(occiput, palate, middle), "mm");
    Vec arch = point("c1-anterior-arch-centre").minus(middle);
    double station = arch.dot(axis) / axis.dot(axis);
    table.addText(
        "clark-station", station >= 2 / 3.0 ? "I" : station >= 1 / 3.0 ? "II" : "III", "category");
    double opening = Lines.turn(clivus.minus(basion), wall("c2"));
    table.add("clivo-axial-angle", 180 - opening, "deg");
  }

  private void bodies() {
    interval("prevertebral-c2", "c2-inferior-endplate-anterior", "pharynx-posterior-wall-c2");
    interval("prevertebral-c6", "c6-inferior-endplate-anterior", "trachea-posterior-wall-c6");
    for (int v = 3; v <= 7; v++) {
      String n = "c" + v;
      Vec back =
          point(n + "-superior-endplate-posterior").mid(point(n + "-inferior-endplate-posterior"));
      Vec front =
          point(n + "-superior-endplate-anterior").mid(point(n + "-inferior-endplate-anterior"));
      double canal = back.distance(point(n + "-spinolaminar"));
      table.add("torg-pavlov-" + n, canal / back.distance(front), "ratio");
    }
    listhesis();
    for (String[] s : levels(6)) {
      double front =
          line(s[0] + "-inferior-endplate-anterior", s[1] + "-superior-endplate-anterior").length();
      double back =
          line(s[0] + "-inferior-endplate-posterior", s[1] + "-superior-endplate-posterior")
              .length();
      double depth = lower(s[0]).length() + upper(s[1]).length();
      table.add("disc-height-index-" + s[0] + "-" + s[1], (front + back) / depth, "ratio");
    }
    for (int v = 3; v <= 7; v++) {
      String n = "c" + v;
      Vec front = line(n + "-inferior-endplate-anterior", n + "-superior-endplate-anterior");
      double ratio = front.length() / wall(n).length();
      table.add("body-ap-height-ratio-" + n, ratio, "ratio");
    }
  }

  private void listhesis() {
    for (String[] s : levels(6)) {
      double[] slip = slip(points, s[0], s[1]);
      table.add("listhesis-" + s[0] + "-" + s[1], slip[0], "mm");
      table.add("listhesis-" + s[0] + "-" + s[1] + ":percent", slip[1], "%");
    }
  }

  private void interval(String id, String from, String to) {
    table.add(id, line(from, to).length(), "mm");
  }
}
