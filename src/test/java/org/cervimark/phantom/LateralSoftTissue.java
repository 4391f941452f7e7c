package org.cervimark.phantom;

import java.util.Arrays;

/** Skin, muscle, shoulders and airway of a lateral film, and their landmarks. */
final class LateralSoftTissue {

  private final Shadow shadow;
  private final LandmarkTable marks;
  private final LateralSpine spine;
  private final Pose head;
  private final double k;
  private final Vec hyoid;
  private final Vec notch;
  private final double shoulders;

  /**
   * Places the air and sternum landmarks.
   *
   * @param shoulders height of the shoulder line above the C7 lower endplate, mm
   */
  LateralSoftTissue(
      Shadow shadow,
      LandmarkTable marks,
      LateralSpine spine,
      LateralHead skull,
      double scale,
      double shoulders) {
    this.shadow = shadow;
    this.marks = marks;
    this.spine = spine;
    this.head = skull.pose();
    this.k = scale;
    this.shoulders = shoulders;
    Vec c3 = spine.body(3).lowerFront();
    this.hyoid = c3.plus(front(4).times(37 * k)).mid(head.at(64, -82));
    marks.put(
        "pharynx-posterior-wall-c2", spine.body(2).lowerFront().plus(front(2).times(5.6 * k)));
    marks.put(
        "trachea-posterior-wall-c6", spine.body(6).lowerFront().plus(front(6).times(15.2 * k)));
    Vec t1 = spine.body(8).upperBack().mid(spine.body(8).upperFront());
    this.notch =
        marks.put("manubrium-superior-posterior", t1.plus(51 * k, -41 * k), Visibility.ESTIMATED);
  }

  /** Centre of the hyoid body. */
  Vec hyoid() {
    return hyoid;
  }

  /** Unit vector forward, square to the front of a vertebral body. */
  private Vec front(int v) {
    LateralSpine.Body b = spine.body(v);
    return b.upperFront().minus(b.lowerFront()).unit().left().times(-1);
  }

  private Vec tip(int v, double out) {
    Vec tip = marks.get("c" + v + "-spinous-tip");
    return tip.plus(tip.minus(spine.body(v).backMiddle()).unit().times(out * k));
  }

  void draw() {
    Vec chin = marks.get("chin");
    Vec brow = marks.get("brow");
    shadow.body(
        Outline.from(head.at(60, -86))
            .through(
                1,
                head.at(84, -86),
                head.at(101, -80),
                chin,
                head.at(105, -55),
                head.at(112, -45),
                head.at(110, -38),
                head.at(116, -30),
                head.at(111, -17),
                head.at(127, -13),
                head.at(136, -5),
                head.at(130, 12),
                head.at(118, 40),
                head.at(115, 54),
                brow,
                head.at(121, 100),
                head.at(105, 142),
                head.at(56, 180),
                head.at(0, 186),
                head.at(-66, 166),
                head.at(-108, 110),
                head.at(-114, 55),
                head.at(-109, 20),
                head.at(-103, -14),
                head.at(-78, -44),
                head.at(-20, -60),
                head.at(20, -70))
            .close(1),
        118 * k,
        46);
    neck();
    torso();
    airway();
    larynx();
  }

  private void neck() {
    Vec larynx = spine.body(5).frontMiddle().plus(front(5).times(51 * k));
    Vec cricoid = spine.body(7).upperFront().plus(front(6).times(47 * k));
    Vec pit = notch.plus(9 * k, 9 * k);
    Outline skin =
        Outline.from(pit)
            .through(
                1,
                cricoid,
                larynx,
                hyoid.plus(front(4).times(15 * k)),
                head.at(62, -84),
                head.at(40, -50),
                head.at(-20, -10),
                head.at(-104, 14),
                head.at(-103, -12),
                tip(2, 26),
                tip(3, 27),
                tip(5, 24),
                tip(6, 20),
                tip(7, 15),
                tip(7, 17).plus(-14, -26))
            .to(notch.plus(-40, -60), 1)
            .close(1);
    shadow.body(skin, 92 * k, 40);
    Outline muscle =
        Outline.smooth(
            head.at(-70, -4),
            head.at(-84, -10),
            tip(2, 13),
            tip(3, 15),
            tip(4, 15),
            tip(5, 13),
            tip(6, 9),
            tip(7, 5),
            spine.body(7).backMiddle(),
            spine.body(5).backMiddle(),
            spine.body(3).backMiddle(),
            head.at(-22, -6));
    shadow.soft(muscle, 11 * k, 14);
    // longus colli and the vertebral column's own soft tissue
    Outline column =
        Outline.smooth(
            spine.body(2).upperFront().plus(3, 4),
            spine.body(3).frontMiddle().plus(3, 0),
            spine.body(4).frontMiddle().plus(4, 0),
            spine.body(5).frontMiddle().plus(8, 0),
            spine.body(6).frontMiddle().plus(12, 0),
            spine.body(7).frontMiddle().plus(13, 0),
            spine.body(7).backMiddle().plus(-14, 0),
            spine.body(5).backMiddle().plus(-13, 0),
            spine.body(3).backMiddle().plus(-12, 0),
            spine.body(2).upperBack().plus(-10, 4));
    shadow.soft(column, 9 * k, 16);
    // tongue and floor of mouth
    shadow.soft(
        Outline.smooth(
            head.at(40, -40),
            head.at(44, -22),
            head.at(58, -12),
            head.at(80, -12),
            head.at(94, -22),
            head.at(92, -48),
            head.at(70, -66),
            head.at(50, -64)),
        16 * k,
        16);
  }

  private void torso() {
    Vec back = tip(7, 15);
    Vec below = new Vec(0, -140);
    Outline chest =
        Outline.from(below.plus(-140, 0))
            .to(below.plus(140, 0), 1)
            .through(1, notch.plus(34 * k, -44 * k), notch.plus(13 * k, 2), notch.plus(4, 16))
            .to(back.plus(12, 6), 1)
            .through(1, back, back.plus(-15, -32), below.plus(-140, 0))
            .close(1);
    shadow.body(chest, 112 * k, 55);
    double top = shoulders * k;
    Outline shoulder =
        Outline.smooth(
            new Vec(-72, top - 40),
            new Vec(-48, top - 10),
            new Vec(-8, top),
            new Vec(34, top - 9),
            new Vec(64, top - 42),
            new Vec(82, -150),
            new Vec(-92, -150));
    shadow.slope(shoulder, 118 * k, 66);
    Outline other =
        Outline.smooth(
            new Vec(-60, top - 48),
            new Vec(-34, top - 18),
            new Vec(6, top - 9),
            new Vec(44, top - 22),
            new Vec(72, top - 56),
            new Vec(88, -150),
            new Vec(-80, -150));
    shadow.slope(other, 40 * k, 44);
    // humeral heads, clavicles, manubrium
    Bone arm = new Bone(5, 16, 1.0, 1.2, 0.2);
    shadow.bone(Outline.ellipse(new Vec(-2, top - 52), 23 * k, 24 * k, 0), arm);
    shadow.bone(Outline.ellipse(new Vec(8, top - 57), 24 * k, 25 * k, 0), arm);
    Bone clavicle = new Bone(3.4, 3.2, 2.4, 0.9, 0.1);
    shadow.bone(
        Outline.band(
            7 * k,
            8 * k,
            new Vec(-14, top - 22),
            new Vec(8, top - 27),
            new Vec(26, top - 36),
            notch.plus(-4 * k, 4 * k)),
        clavicle);
    shadow.bone(
        Outline.from(notch)
            .through(1, notch.plus(-1.5, -14), notch.plus(4, -34), notch.plus(14, -60))
            .to(notch.plus(25, -58), 1)
            .through(1, notch.plus(17, -30), notch.plus(12.5, -8), notch.plus(9.5, -1))
            .to(notch, 1)
            .close(1),
        new Bone(10, 5, 6, 0.9, 0.15));
  }

  private void airway() {
    Vec c2Wall = marks.get("pharynx-posterior-wall-c2");
    Vec tracheaWall = marks.get("trachea-posterior-wall-c6");
    Vec tubercle = marks.get("c1-anterior-tubercle");
    Vec below = notch.plus(-21 * k, -40);
    Vec[] rear = {
      head.at(48, 20),
      head.at(38, 14),
      head.at(30, 3),
      tubercle.plus(front(2).times(6.2 * k)).plus(0, -3),
      c2Wall,
      spine.body(3).lowerFront().plus(front(3).times(5.4 * k)),
      spine.body(4).lowerFront().plus(front(4).times(6.8 * k)),
      spine.body(5).frontMiddle().plus(front(5).times(12.2 * k)),
      tracheaWall,
      spine.body(7).lowerFront().plus(front(7).times(15.5 * k)),
      notch.plus(-30 * k, -12),
      below
    };
    double[] width = {3, 12, 16, 13, 14.5, 17, 14, 8.5, 13.5, 15, 15, 15};
    int n = rear.length;
    Vec[] fore = new Vec[n];
    for (int i = 0; i < n; i++) {
      Vec along = rear[Math.max(0, i - 1)].minus(rear[Math.min(n - 1, i + 1)]).unit();
      fore[n - 1 - i] = rear[i].plus(along.left().times(-width[i] * k));
    }
    Outline air =
        Outline.from(rear[0])
            .through(1, Arrays.copyOfRange(rear, 1, n))
            .to(fore[0], 1)
            .through(1, Arrays.copyOfRange(fore, 1, n))
            .close(1);
    shadow.soft(air, -25 * k, 6.5);
    // nasal passage and mouth
    shadow.soft(
        Outline.smooth(
            head.at(50, 3),
            head.at(54, 22),
            head.at(74, 24),
            head.at(100, 14),
            head.at(104, 4),
            head.at(80, 3)),
        -16 * k,
        7);
    shadow.soft(
        Outline.smooth(
            head.at(46, -14),
            head.at(60, -9),
            head.at(84, -9.5),
            head.at(98, -14),
            head.at(84, -13),
            head.at(62, -13.5),
            head.at(48, -20)),
        -13 * k,
        2.5);
  }

  private void larynx() {
    // soft palate with uvula, epiglottis, aryepiglottic fold, vocal folds
    shadow.soft(
        Outline.band(
            7 * k, 4.5 * k, head.at(50, -3), head.at(42, -7), head.at(36, -15), head.at(34, -27)),
        18 * k,
        3);
    Vec root = spine.body(4).upperFront().plus(front(4).times(22.5 * k));
    Vec rise = front(4).left();
    shadow.soft(
        Outline.band(
            3.6 * k,
            2.2 * k,
            root,
            root.plus(rise.times(9 * k)),
            root.plus(rise.times(17 * k)).minus(front(4).times(4.5 * k))),
        17 * k,
        1.8);
    Vec fold = spine.body(5).lowerFront().plus(front(5).times(22 * k));
    shadow.soft(
        Outline.smooth(fold.plus(-4, 9), fold.plus(7, 6), fold.plus(9, -2), fold.plus(-3, -2)),
        7 * k,
        5);
    // calcifying thyroid and cricoid cartilage
    Bone cartilage = new Bone(0.7, 5, 0.6, 0.9, 0.8);
    Vec thyroid = spine.body(5).frontMiddle().plus(front(5).times(35 * k));
    shadow.bone(
        Outline.smooth(
            thyroid.plus(9, 8),
            thyroid.plus(7, -8),
            thyroid.plus(-8, -12),
            thyroid.plus(-14, 4),
            thyroid.plus(-12, 12)),
        cartilage);
    shadow.bone(Outline.ellipse(fold.plus(-2, -17), 4.2 * k, 8 * k, 12), cartilage);
  }
}
