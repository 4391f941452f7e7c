package org.cervimark.phantom;

/** Draws C1 to T1 of a lateral film through the recorded landmarks. */
final class LateralBones {

  private static final Bone BODY = new Bone(8.6, 4.0, 6.2, 0.6, 0.26);
  private static final Bone PILLAR = new Bone(4.2, 4.0, 3.2, 0.6, 0.16);
  private static final Bone LAMINA = new Bone(3.0, 2.0, 1.8, 0.6, 0.12);
  private static final Bone SPINOUS = new Bone(4.6, 3.0, 3.6, 0.7, 0.18);
  private static final Bone LINE = new Bone(6.0, 0.25, 0, 1, 0.05);
  private static final Bone FAINT = new Bone(2.4, 1.2, 1.6, 0.5, 0.1);
  private static final Bone ARCH = new Bone(8.5, 3.0, 7.0, 0.8, 0.12);
  private static final Bone MASS = new Bone(8.0, 5.0, 2.6, 0.9, 0.14);
  private static final double[] ROTATION = {0.7, 0.9, 1.1, 0.8, 0.6, 0.9};

  private final Shadow shadow;
  private final LandmarkTable marks;
  private final LateralSpine spine;
  private final double k;

  LateralBones(Shadow shadow, LandmarkTable marks, LateralSpine spine, double scale) {
    this.shadow = shadow;
    this.marks = marks;
    this.spine = spine;
    this.k = scale;
  }

  void draw() {
    for (int v = 3; v <= 7; v++) {
      vertebra(v);
    }
    axis();
    atlas();
    thoracic();
  }

  private void vertebra(int v) {
    LateralSpine.Body b = spine.body(v);
    double h = b.lowerBack().distance(b.upperBack()) / k;
    shadow.bone(bodyOutline(b), BODY);
    uncinate(b);
    double turned = ROTATION[v - 2] * k;
    for (int side = -1; side <= 1; side += 2) {
      Pose pose = b.pose().moved(side * turned, side * turned * 0.45);
      shadow.bone(pillar(pose, h), PILLAR);
      shadow.bone(
          Outline.smooth(pose.all(1, h * 0.5, 1, h * 0.9, -5, h * 0.85, -5, h * 0.4)), FAINT);
      facets(pose, h);
    }
    laminae(v, b, h);
  }

  private Outline bodyOutline(LateralSpine.Body b) {
    return Outline.from(b.lowerBack())
        .bow(b.lowerFront(), 0.75 * k, 1.7)
        .bow(b.upperFront(), 0.7 * k, 0.9)
        .bow(b.upperBack(), 0.35 * k, 1.6)
        .bow(b.lowerBack(), 0.45 * k, 1.1)
        .close(1);
  }

  /** Shadow of the uncinate processes above the back of the upper endplate. */
  private void uncinate(LateralSpine.Body b) {
    Vec back = b.upperBack();
    Vec front = b.upperFront();
    Vec up = front.minus(back).unit().left().times(k);
    Outline ridge =
        Outline.smooth(
            back.towards(front, 0.02).minus(up),
            back.towards(front, 0.62).minus(up),
            back.towards(front, 0.5).plus(up.times(1.6)),
            back.towards(front, 0.22).plus(up.times(2.9)),
            back.towards(front, 0.02).plus(up.times(2.2)));
    shadow.bone(ridge, FAINT);
  }

  private static Outline pillar(Pose p, double h) {
    return Outline.smooth(
        p.all(
            -4, -1.4, -1.6, h * 0.35, -1.2, h * 0.75, -2.8, h + 0.8, -5.2, h - 0.2, -12.6, h - 6.2,
            -13.4, h - 9.2, -15.4, -7.6, -14.2, -9.2, -9.2, -5.4));
  }

  /** Subchondral bone of the joint surfaces. */
  private void facets(Pose p, double h) {
    Bone plate = new Bone(2.4, 0.8, 0, 1, 0);
    shadow.bone(
        Outline.band(1.0 * k, 0.9 * k, p.all(-3.6, h, -8.2, h - 3.0, -12.4, h - 6.6)), plate);
    shadow.bone(Outline.band(1.0 * k, 0.9 * k, p.all(-4.6, -1.8, -9.4, -5.0, -14.2, -8.6)), plate);
  }

  private void laminae(int v, LateralSpine.Body b, double h) {
    Pose p = b.pose();
    Vec line = marks.get("c" + v + "-spinolaminar");
    Vec tip = marks.get("c" + v + "-spinous-tip");
    Vec away = line.minus(b.backMiddle()).unit();
    Vec up = away.left().times(-1);
    Vec top = line.plus(up.times(6.3 * k)).plus(away.times(0.9 * k));
    Vec low = line.minus(up.times(6.6 * k)).plus(away.times(1.0 * k));
    Vec front = p.at(-11, h * 0.5 - 3);
    shadow.bone(
        Outline.smooth(
            front.plus(up.times(3.5 * k)),
            top.mid(front).plus(up.times(1.6 * k)),
            top,
            line.plus(away.times(0.6 * k)),
            low,
            low.mid(front),
            front.minus(up.times(5 * k))),
        LAMINA);
    shadow.bone(
        Outline.from(top)
            .bow(line, 0.12 * k, 1)
            .bow(low, 0.12 * k, 1)
            .to(low.plus(away.times(0.35 * k)), 0)
            .to(line.plus(away.times(1.2 * k)), 0)
            .to(top.plus(away.times(0.35 * k)), 0)
            .close(0),
        LINE);
    spinous(v, top, low, tip, line);
  }

  private void spinous(int v, Vec top, Vec low, Vec tip, Vec line) {
    Vec axis = tip.minus(top.mid(low));
    Vec out = axis.unit();
    Vec side = out.left().times(-k);
    double bulb = v == 7 ? 4.6 : v == 6 ? 4.0 : 3.4;
    Vec heel = tip.plus(side.times(bulb * 1.9)).minus(out.times(1.6 * k));
    Vec upperMid = top.towards(heel, 0.6).minus(side.times(v < 6 ? 2.0 : 1.2));
    Vec lowerMid = low.towards(tip, 0.45).plus(side.times(v < 6 ? 2.4 : 1.4));
    Outline outline =
        Outline.from(top)
            .through(
                0.9,
                top.towards(heel, 0.25).minus(side.times(1.0)),
                upperMid,
                heel.minus(out.times(3.2 * k)).plus(side.times(0.5)),
                heel,
                heel.towards(tip, 0.5).plus(out.times(0.9 * k)),
                tip)
            .through(
                1.1,
                tip.minus(out.times(4.0 * k)).plus(side.times(-0.1)),
                lowerMid,
                low.towards(tip, 0.15).plus(side.times(0.6)),
                low)
            .to(line, 0.2)
            .close(0.2);
    shadow.bone(outline, SPINOUS);
    Vec core = tip.minus(out.times(3.4 * k)).plus(side.times(bulb * 0.95));
    shadow.bone(
        Outline.ellipse(core, bulb * 0.95 * k, 3.6 * k, Lines.rise(out) + 90),
        new Bone(2.6, 3.4, 0, 1, 0.1));
  }

  private void axis() {
    LateralSpine.Body b = spine.body(2);
    Pose p = b.pose();
    Vec tip = marks.get("c2-dens-tip");
    Vec front = marks.get("c2-dens-anterior-at-c1");
    Vec rear = marks.get("c2-dens-posterior-at-c1");
    Outline dens =
        Outline.from(b.lowerBack())
            .bow(b.lowerFront(), 1.1 * k, 1.7)
            .bow(b.upperFront(), 0.9 * k, 1.0)
            .through(
                1.15,
                p.at(12.5, 22),
                p.at(11.0, 28.5),
                p.at(10.9, 32),
                front,
                p.at(10.6, 38.2),
                p.at(8.6, 41.8),
                tip)
            .through(
                1.15,
                p.at(1.2, 41.6),
                p.at(-0.7, 38),
                rear,
                p.at(-0.6, 28),
                p.at(0.4, 22),
                b.upperBack())
            .bow(b.lowerBack(), 0.2 * k, 1.1)
            .close(1);
    shadow.bone(dens, new Bone(9.0, 5.0, 5.0, 0.75, 0.2));
    Vec ring = marks.get("c2-pedicle-centre");
    shadow.bone(
        Outline.ellipse(ring, 5.6 * k, 6.3 * k, p.degrees() + 8),
        new Bone(0.3, 2.0, 4.6, 0.9, 0.1));
    for (int side = -1; side <= 1; side += 2) {
      Pose q = p.moved(side * 0.8 * k, side * 0.4 * k);
      shadow.bone(
          Outline.smooth(
              q.all(
                  7.5, 21.5, 2, 25.2, -7, 24, -10, 20.5, -7.5, 15.5, -11.5, 5, -15, -6.5, -12.5,
                  -8.2, -5, -2.4, -2, 7, 2, 15)),
          PILLAR.times(0.72));
    }
    axisLamina(p);
  }

  private void axisLamina(Pose p) {
    Vec tip = marks.get("c2-spinous-tip");
    Vec top = p.at(-22, 15.5);
    Vec low = p.at(-21.5, -0.5);
    shadow.bone(
        Outline.smooth(p.all(-9, 16, -15, 18.2, -22, 16.5, -21.2, 8, -21.5, -1, -14, 3)), LAMINA);
    shadow.bone(
        Outline.from(top)
            .bow(low, 0.9 * k, 1)
            .to(p.at(-23.0, 0), 0)
            .to(p.at(-23.6, 15), 0)
            .close(0),
        LINE);
    Outline process =
        Outline.from(top)
            .through(1, p.at(-30, 15.8), p.at(-39, 10.5), p.at(-44.6, 3.6), p.at(-45.2, -1), tip)
            .through(1.1, p.at(-40, -2.6), p.at(-30, 0.6), low)
            .close(0.4);
    shadow.bone(process, SPINOUS.times(1.3));
  }

  private void atlas() {
    Pose p = spine.atlasPose();
    Vec back = marks.get("c1-anterior-arch-posterior-mid");
    Vec tubercle = marks.get("c1-anterior-tubercle");
    Outline arch =
        Outline.from(back)
            .through(
                1, p.at(-1.4, -3.4), p.at(-1.2, -6.0), p.at(1.0, -7.2), p.at(4.6, -6.2), tubercle)
            .through(1, p.at(7.0, 1.0), p.at(5.2, 4.6), p.at(2.7, 5.2), p.at(0.9, 3.4), back)
            .close(1);
    shadow.bone(arch, ARCH);
    for (int side = -1; side <= 1; side += 2) {
      Pose q = p.moved(side * 0.9 * k, side * 0.6 * k);
      shadow.bone(
          Outline.smooth(
              q.all(
                  -5, -4, -4.5, 3.5, -10, 7.5, -17, 6.0, -19.5, 3.5, -18.5, -2, -14, -6.5, -8, -7)),
          MASS.times(0.5));
      shadow.bone(
          Outline.smooth(
              q.all(
                  -16, -3.2, -25, -2.8, -33, -4.2, -37, -4.4, -37, 2.6, -33, 2.2, -26, 0.6, -20,
                  1.2, -16, 3)),
          LAMINA.times(0.8));
    }
    Vec front = marks.get("c1-posterior-arch-anterior-mid");
    Vec centre = marks.get("c1-posterior-arch-centre");
    Vec outward = centre.minus(front).times(2);
    Outline knob =
        Outline.from(front)
            .through(
                1.2, p.at(-37.2, -4.6), p.at(-39.6, -5.8), p.at(-42.4, -5.2), front.plus(outward))
            .through(1.2, p.at(-43.6, 2.2), p.at(-40.6, 4.2), p.at(-37.6, 3.0), front)
            .close(1);
    shadow.bone(knob, new Bone(7.0, 2.6, 5.5, 0.8, 0.12));
  }

  private void thoracic() {
    LateralSpine.Body t1 = spine.body(8);
    shadow.bone(bodyOutline(t1), BODY.times(1.1));
    Pose p = t1.pose();
    shadow.bone(pillar(p, 16), PILLAR.times(1.6));
    shadow.bone(
        Outline.smooth(p.all(-17, 12, -30, 6, -52, -12, -56, -18, -50, -19, -32, -6, -18, 0)),
        SPINOUS);
    double down = -22.5;
    for (int level = 2; level <= 3; level++) {
      Pose q = new Pose(p.at(-1.5, down), p.degrees() + 2.5, k * (1 + 0.03 * level));
      Outline body =
          Outline.from(q.at(0, 0))
              .bow(q.at(18.5, -0.4), 0.8, 1.4)
              .bow(q.at(18, 17), 0.8, 0.9)
              .bow(q.at(0.4, 17.4), 0.4, 1.4)
              .bow(q.at(0, 0), 0.4, 1)
              .close(1);
      shadow.bone(body, BODY.times(level == 2 ? 0.75 : 0.5));
      down -= 23;
    }
    for (int side = -1; side <= 1; side += 2) {
      double shift = side * 2.2;
      Vec[] rib = p.moved(shift, shift).all(-8, 12, -20, 4, -22, -16, -4, -34, 24, -46, 52, -52);
      shadow.bone(Outline.band(7 * k, 6 * k, rib), new Bone(2.0, 3.0, 1.5, 0.7, 0.1));
    }
  }
}
