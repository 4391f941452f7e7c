package org.cervimark.phantom;

/** Builds the frontal open-mouth film of C1 and C2, in (patient left, superior), mm. */
final class OpenMouthPhantom {

  private static final Bone BODY = new Bone(13, 5, 6, 0.8, 0.22);
  private static final Bone MASS = new Bone(14, 4.5, 6.5, 0.8, 0.22);
  private static final Bone THIN = new Bone(4.5, 3, 2.6, 0.7, 0.16);
  private static final Bone TOOTH = new Bone(13, 3.5, 4.5, 0.8, 0.03);
  private static final Bone SKULL = new Bone(10, 14, 1.6, 1.2, 0.25);
  private static final double DENS_TILT = 1.6;
  private static final double ATLAS_TILT = 0.9;
  private static final double HEAD_TILT = 1.2;

  private final Shadow shadow;
  private final LandmarkTable marks;
  private final Pose axis = new Pose(new Vec(0, 0), 0.4, 1);
  private final Pose dens = new Pose(new Vec(0.05, 3.0), -DENS_TILT, 1);
  private final Pose atlas = new Pose(new Vec(-0.1, 13), ATLAS_TILT, 1);
  private final Pose head = new Pose(new Vec(0.2, 32), HEAD_TILT, 1);

  private OpenMouthPhantom(Shadow shadow, LandmarkTable marks) {
    this.shadow = shadow;
    this.marks = marks;
  }

  /** The landmarks and pixels of the film; anatomy is 1 : 1 in the millimetres of the header. */
  static Picture build(Film film, Technique technique) {
    LandmarkTable marks = new LandmarkTable(film);
    Shadow shadow = new Shadow(film, new Grain(technique.seed()));
    OpenMouthPhantom phantom = new OpenMouthPhantom(shadow, marks);
    phantom.place();
    marks.requireInside(60);
    phantom.softTissue();
    phantom.column();
    phantom.axisBone();
    phantom.atlasBone();
    phantom.skull();
    phantom.jaws();
    SideMarker.draw(shadow, 'R', 115, 800, 9);
    return new Picture(film, marks, new Exposure(shadow, technique).develop());
  }

  private static String side(int s) {
    return s > 0 ? "left" : "right";
  }

  private void place() {
    marks.put("c2-dens-base-centre", dens.at(0, 0));
    marks.put("c2-dens-tip", dens.at(0, 19.6));
    marks.put("c2-spinous-centre", axis.at(-1.1, -11.2));
    for (int s = -1; s <= 1; s += 2) {
      marks.put("c1-lateral-mass-medial-" + side(s), atlas.at(s * 8.9, 1.2));
      marks.put("c2-dens-lateral-" + side(s), dens.at(s * 5.5, 11.4));
      marks.put("c1-lateral-mass-lateral-" + side(s), atlas.at(s * 23.2 + 0.2, -7.2));
      marks.put("c2-superior-facet-lateral-" + side(s), axis.at(s * 22.9, 3.6));
      marks.put("c1-superior-facet-lateral-" + side(s), atlas.at(s * 24.0, 8.6));
      Visibility seen = Visibility.ESTIMATED;
      marks.put("occipital-condyle-lateral-" + side(s), head.at(s * 22.6, -8.2 - 0.2 * s), seen);
      marks.put("mastoid-tip-" + side(s), head.at(s * 47, -9.5), seen);
    }
  }

  private void softTissue() {
    shadow.body(
        Outline.smooth(
            head.all(
                -86, 70, -84, 10, -78, -26, -70, -54, -70, -96, -72, -140, 72, -140, 70, -96, 70,
                -54, 78, -26, 84, 10, 86, 70)),
        140,
        40);
    Outline mouth =
        Outline.smooth(
            new Vec(-33, 2),
            new Vec(-27, 14),
            new Vec(-17, 23),
            new Vec(-5, 26.5),
            new Vec(7, 26),
            new Vec(19, 22),
            new Vec(28, 13),
            new Vec(33, 1),
            new Vec(26, -13),
            new Vec(13, -21),
            new Vec(-2, -23),
            new Vec(-15, -20),
            new Vec(-27, -12));
    shadow.soft(mouth, -40, 15);
    shadow.soft(Outline.ellipse(new Vec(0.4, 6), 19, 15, 0), -10, 14);
    shadow.soft(
        Outline.smooth(
            new Vec(-20, -8), new Vec(0, -3), new Vec(20, -8), new Vec(18, -34), new Vec(-18, -34)),
        20,
        10);
  }

  private void column() {
    for (int level = 0; level < 2; level++) {
      Pose p = axis.moved(0.4, -35.5 - 18 * level);
      shadow.bone(
          Outline.smooth(
              p.all(
                  -9, 8.5, -11, 12.2, -12.5, 6, -11, -5, 0, -6.3, 11, -5, 12.5, 6, 11, 12.2, 9, 8.5,
                  0, 7.4)),
          BODY);
      for (int s = -1; s <= 1; s += 2) {
        shadow.bone(
            Outline.smooth(
                p.all(s * 13, 9, s * 24, 11, s * 26, 4, s * 24, -8, s * 14, -6, s * 12, 2)),
            new Bone(4, 6, 1.2, 0.9, 0.25));
      }
      shadow.bone(Outline.ellipse(p.at(-0.6, -3), 3.2, 4.2, 0), THIN);
    }
  }

  private void axisBone() {
    Vec tip = marks.get("c2-dens-tip");
    Vec right = marks.get("c2-dens-lateral-right");
    Vec left = marks.get("c2-dens-lateral-left");
    Vec facetRight = marks.get("c2-superior-facet-lateral-right");
    Vec facetLeft = marks.get("c2-superior-facet-lateral-left");
    Outline body =
        Outline.from(axis.at(-9.5, -20.5))
            .bow(axis.at(9.5, -20.5), 1.2, 1.3)
            .through(0.6, axis.at(13, -14), axis.at(18, -5), axis.at(21.6, 0.5), facetLeft)
            .through(1.8, axis.at(16, 6.6), axis.at(10, 8.8), axis.at(7.2, 8.2))
            .through(
                1.1,
                dens.at(4.9, 5.6),
                dens.at(4.8, 8),
                left,
                dens.at(4.7, 15.4),
                dens.at(2.9, 18.9),
                tip)
            .through(
                1.1,
                dens.at(-2.9, 18.9),
                dens.at(-4.7, 15.4),
                right,
                dens.at(-4.8, 8),
                dens.at(-4.9, 5.6),
                axis.at(-7.2, 8.2))
            .through(1.8, axis.at(-10, 8.8), axis.at(-16, 6.6), facetRight)
            .through(
                0.6, axis.at(-21.6, 0.5), axis.at(-18, -5), axis.at(-13, -14), axis.at(-9.5, -20.5))
            .close(1);
    shadow.bone(body, BODY.times(1.15));
    shadow.bone(
        Outline.smooth(
            dens.all(-4.4, 1, -4.6, 9, -3.4, 16, 0, 18.6, 3.4, 16, 4.6, 9, 4.4, 1, 0, -3)),
        new Bone(5, 3, 1, 1, 0.18));
    for (int s = -1; s <= 1; s += 2) {
      shadow.bone(
          Outline.smooth(
              axis.all(s * 12, 2, s * 21, 0, s * 23, -8, s * 19, -17, s * 12, -18, s * 10.5, -8)),
          THIN.times(1.3));
      shadow.thin(Outline.ellipse(axis.at(s * 17.5, -4.5), 2.6, 3.2, s * 25), 0.7, 1);
    }
    bifidSpinous();
  }

  /** The spinous process seen end-on; its notch is the landmark. */
  private void bifidSpinous() {
    Vec notch = marks.get("c2-spinous-centre");
    Outline process =
        Outline.from(notch)
            .through(
                1.3,
                notch.plus(2.2, -2.2),
                notch.plus(4.8, -4.6),
                notch.plus(6.4, -3.2),
                notch.plus(5.4, 0.8),
                notch.plus(2.6, 4.2),
                notch.plus(0.1, 5.4))
            .through(
                1.3,
                notch.plus(-2.6, 4.1),
                notch.plus(-5.6, 0.6),
                notch.plus(-6.5, -3.4),
                notch.plus(-4.7, -4.7),
                notch.plus(-2.1, -2.3),
                notch)
            .close(1);
    shadow.bone(process, new Bone(6, 2.4, 7, 0.8, 0.1));
    for (int s = -1; s <= 1; s += 2) {
      shadow.bone(
          Outline.band(4.2, 3.2, notch.plus(s * 3, 2), notch.plus(s * 9, 5), notch.plus(s * 14, 8)),
          THIN.times(0.8));
    }
  }

  private void atlasBone() {
    for (int s = -1; s <= 1; s += 2) {
      String side = side(s);
      Vec medial = marks.get("c1-lateral-mass-medial-" + side);
      Vec low = marks.get("c1-lateral-mass-lateral-" + side);
      Vec high = marks.get("c1-superior-facet-lateral-" + side);
      Outline mass =
          Outline.from(medial)
              .through(0.9, atlas.at(s * 9.6, -2.6), atlas.at(s * 10.8, -4.8))
              .through(1.9, atlas.at(s * 16, -6.2), low)
              .through(1, atlas.at(s * 22.6, -2), atlas.at(s * 22.8, 3), high)
              .through(1.9, atlas.at(s * 18, 5.6), atlas.at(s * 12.6, 3.6), atlas.at(s * 10, 3.4))
              .to(medial, 0.9)
              .close(1);
      shadow.bone(mass, MASS);
      shadow.bone(
          Outline.smooth(
              atlas.all(
                  s * 21, 3.4, s * 30, 4.4, s * 37, 1.6, s * 38.4, -2, s * 34, -3.6, s * 28, -4.4,
                  s * 21.5, -4.4)),
          THIN.times(1.25));
      shadow.thin(Outline.ellipse(atlas.at(s * 27.6, -0.2), 2.9, 2.5, 0), 0.62, 1);
    }
    // anterior and posterior arch across the dens
    shadow.bone(Outline.band(7, 7, atlas.all(-13, 1.6, 0, 0.6, 13, 1.6)), THIN.times(0.7));
    shadow.bone(Outline.band(5.5, 5.5, atlas.all(-15, -1.5, 0, -6.2, 15, -1.5)), THIN.times(0.9));
  }

  private void skull() {
    // occipital squama hangs over the upper half
    Outline occiput =
        Outline.smooth(
            head.all(-60, 40, -52, 6, -36, -4, -22, -1.2, 0, 1.2, 22, -1.2, 36, -4, 52, 6, 60, 40));
    shadow.bone(occiput, SKULL.times(0.9));
    shadow.bone(
        Outline.band(1.6, 1.6, head.all(-50, 2, -30, -1, 0, 4.4, 30, -1, 50, 2)),
        new Bone(5, 1, 0, 1, 0));
    for (int s = -1; s <= 1; s += 2) {
      String side = side(s);
      Vec margin = marks.get("occipital-condyle-lateral-" + side);
      Outline condyle =
          Outline.from(head.at(s * 8.6, -3.2))
              .through(1.7, head.at(s * 10.4, -9.2), head.at(s * 16, -9.6), margin)
              .through(
                  0.6,
                  head.at(s * 24.2, -3),
                  head.at(s * 22, 4),
                  head.at(s * 12, 4),
                  head.at(s * 8.6, -3.2))
              .close(0.6);
      shadow.bone(condyle, MASS.times(0.7));
      Vec tip = marks.get("mastoid-tip-" + side);
      Outline mastoid =
          Outline.from(tip)
              .through(
                  1.1,
                  head.at(s * 51.6, -6),
                  head.at(s * 56, 4),
                  head.at(s * 58, 22),
                  head.at(s * 40, 22),
                  head.at(s * 38.8, 2),
                  head.at(s * 42.4, -6.6),
                  tip)
              .close(1);
      shadow.bone(mastoid, SKULL);
      for (int i = 0; i < 18; i++) {
        Vec cell = head.at(s * (42.5 + (i * 37 % 13)), -4.5 + (i * 53 % 23));
        shadow.thin(Outline.ellipse(cell, 1 + i % 3 * 0.5, 1.4 + i % 4 * 0.4, i * 50), 0.76, 1.1);
      }
      // ramus of the mandible
      shadow.bone(
          Outline.smooth(
              new Vec(s * 47, 36),
              new Vec(s * 54, 38),
              new Vec(s * 55, 8),
              new Vec(s * 53, -20),
              new Vec(s * 46, -40),
              new Vec(s * 34, -50),
              new Vec(s * 30, -45),
              new Vec(s * 40, -34),
              new Vec(s * 45.5, -14),
              new Vec(s * 46, 12)),
          new Bone(6, 5, 4, 1.4, 0.2));
    }
  }

  private void jaws() {
    double[] x = {4.3, 12.4, 20, 27.2};
    double[] w = {3.9, 3.1, 3.5, 3.2};
    for (int s = -1; s <= 1; s += 2) {
      for (int i = 0; i < x.length; i++) {
        double cx = s * x[i] + 0.8;
        double up = 25.4 + 0.012 * x[i] * x[i];
        shadow.bone(
            Outline.smooth(
                new Vec(cx - w[i], up + 1),
                new Vec(cx, up),
                new Vec(cx + w[i], up + 1),
                new Vec(cx + w[i], up + 9),
                new Vec(cx + w[i] * 0.5, up + 17),
                new Vec(cx - w[i] * 0.5, up + 17),
                new Vec(cx - w[i], up + 9)),
            TOOTH);
        double down = -23 - 0.006 * x[i] * x[i];
        double v = w[i] * 0.72;
        double lx = s * x[i] * 0.78 + 0.5;
        shadow.bone(
            Outline.smooth(
                new Vec(lx - v, down - 1),
                new Vec(lx, down),
                new Vec(lx + v, down - 1),
                new Vec(lx + v, down - 8),
                new Vec(lx + v * 0.5, down - 16),
                new Vec(lx - v * 0.5, down - 16),
                new Vec(lx - v, down - 8)),
            TOOTH.times(0.9));
      }
    }
    shadow.bone(
        Outline.smooth(
            new Vec(-34, -36),
            new Vec(-20, -33),
            new Vec(0, -32),
            new Vec(20, -33),
            new Vec(34, -36),
            new Vec(30, -52),
            new Vec(14, -62),
            new Vec(-14, -62),
            new Vec(-30, -52)),
        new Bone(6, 12, 1.4, 1.4, 0.25));
    shadow.bone(
        Outline.smooth(
            new Vec(-33, 38), new Vec(0, 34), new Vec(33, 38), new Vec(30, 62), new Vec(-30, 62)),
        new Bone(6, 14, 0.4, 1.2, 0.25));
  }
}
