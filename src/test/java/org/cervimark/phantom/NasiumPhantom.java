package org.cervimark.phantom;

/** Builds the frontal nasium film from the vertex to C7, in (patient left, superior), mm. */
final class NasiumPhantom {

  private static final Bone MASS = new Bone(10, 5, 5, 0.8, 0.16);
  private static final Bone BODY = new Bone(8.5, 5, 4.5, 0.8, 0.2);
  private static final Bone THIN = new Bone(3.5, 2.4, 2.2, 0.7, 0.1);

  /** Tilt of skull and atlas plane line; their sum with opposite sign is the laterality. */
  private static final double SKULL_LEAN = 0.9;

  private static final double ATLAS_RISE = 0.9;
  private static final double COLUMN_LEAN = -1.6;

  private final Shadow shadow;
  private final LandmarkTable marks;
  private final Pose skull = new Pose(new Vec(0, 0), -SKULL_LEAN, 1);
  private final Pose atlas = new Pose(new Vec(0.7, -14), ATLAS_RISE, 1);
  private final Pose axis = new Pose(new Vec(0.2, -29), 1.1, 1);

  private NasiumPhantom(Shadow shadow, LandmarkTable marks) {
    this.shadow = shadow;
    this.marks = marks;
  }

  /** The landmarks and pixels of the film. */
  static Picture build(Film film, Technique technique) {
    LandmarkTable marks = new LandmarkTable(film);
    Shadow shadow = new Shadow(film, new Grain(technique.seed()));
    NasiumPhantom phantom = new NasiumPhantom(shadow, marks);
    phantom.place();
    marks.requireInside(60);
    phantom.softTissue();
    phantom.column();
    phantom.axisBone();
    phantom.atlasBone();
    new NasiumSkull(shadow, marks, phantom.skull).draw();
    SideMarker.draw(shadow, 'L', film.columns() - 170, film.rows() - 520, 11);
    return new Picture(film, marks, new Exposure(shadow, technique).develop());
  }

  /** Suffix of paired landmarks: s is +1 on the patient's left. */
  static String side(int s) {
    return s > 0 ? "left" : "right";
  }

  /** Half width of the vault at a height above the origin, mm. */
  static double halfWidth(double y) {
    double u = (y - 58) / 74;
    return 76 * Math.sqrt(Math.max(0, 1 - u * u * (0.62 + 0.38 * u * u)));
  }

  private void place() {
    for (int pair = 1; pair <= 5; pair++) {
      double y = 58 + 9.5 * pair;
      for (int s = -1; s <= 1; s += 2) {
        marks.put("skull-pair-" + pair + "-" + side(s), skull.at(s * halfWidth(y), y));
      }
    }
    Vec base = new Vec(-0.5, -25.8);
    Vec spinous = new Vec(1.0, -37.4);
    Film film = shadow.film();
    base = even(film, base);
    spinous = even(film, spinous);
    marks.put("c2-dens-base-centre", base);
    marks.put("c2-dens-tip", axis.at(-0.4, 23));
    marks.put("c2-spinous-centre", spinous);
    marks.put("c2-centre", base.mid(spinous));
    Vec down = Vec.direction(90 - COLUMN_LEAN).times(-101);
    marks.put("c7-centre", base.mid(spinous).plus(down));
    for (int s = -1; s <= 1; s += 2) {
      marks.put("apl-" + side(s), atlas.at(s * 17.5, -5.5));
      marks.put("c1-superior-facet-lateral-" + side(s), atlas.at(s * 24.8, 6.4));
      marks.put(
          "occipital-condyle-lateral-" + side(s),
          skull.at(s * 23.4 + 0.3, -5.4),
          Visibility.ESTIMATED);
      marks.put("mastoid-tip-" + side(s), skull.at(s * 53, -17.5));
    }
  }

  /**
   * A point whose pixel coordinates are even multiples of the grid step, so midpoints are on it.
   */
  private static Vec even(Film film, Vec p) {
    double column = StrictMath.rint(film.column(p) * 32) / 32;
    double row = StrictMath.rint(film.row(p) * 32) / 32;
    return film.patient(column, row);
  }

  private void softTissue() {
    double[] level = {138, 132, 121, 104, 80, 52, 24, 4, -18, -42, -62, -77, -84};
    double[] width = {16, 38, 58, 74, 82, 82, 77, 73, 70, 64, 52, 30, 10};
    Vec[] head = new Vec[2 * level.length];
    for (int i = 0; i < level.length; i++) {
      head[i] = skull.at(-width[i], level[i]);
      head[head.length - 1 - i] = skull.at(width[i], level[i]);
    }
    shadow.body(Outline.smooth(head), 160, 44);
    for (int s = -1; s <= 1; s += 2) {
      shadow.soft(Outline.ellipse(skull.at(s * 79, 10), 7, 19, s * -8), 22, 6);
    }
    shadow.body(
        Outline.smooth(
            new Vec(-58, 10),
            new Vec(-57, -60),
            new Vec(-60, -100),
            new Vec(-100, -126),
            new Vec(-130, -160),
            new Vec(130, -160),
            new Vec(100, -126),
            new Vec(60, -100),
            new Vec(57, -60),
            new Vec(58, 10)),
        118,
        40);
    shadow.soft(
        Outline.band(15, 18, new Vec(0, -62), new Vec(-0.6, -100), new Vec(0.6, -150)), -20, 5);
  }

  private void column() {
    Vec c7 = marks.get("c7-centre");
    Vec top = marks.get("c2-centre").plus(0, -20);
    for (int v = 3; v <= 8; v++) {
      Vec centre =
          v == 8 ? c7.plus(c7.minus(top).unit().times(19)) : top.towards(c7, (v - 2.6) / 4.4);
      double w = 9.4 + 0.75 * (v - 3);
      Pose p = new Pose(centre, 1.3 - 0.2 * v, 1);
      shadow.bone(
          Outline.smooth(
              p.all(
                  -w, -6.4, 0, -7.4, w, -6.4, w + 1.4, 3, w + 0.4, 9.2, w - 2.2, 7, 0, 5.8,
                  -w + 2.2, 7, -w - 0.4, 9.2, -w - 1.4, 3)),
          BODY);
      for (int s = -1; s <= 1; s += 2) {
        shadow.bone(
            Outline.smooth(
                p.all(
                    s * (w + 1),
                    7,
                    s * (w + 9),
                    9.4,
                    s * (w + 13),
                    3,
                    s * (w + 11),
                    -7,
                    s * (w + 4),
                    -8.4,
                    s * w,
                    -2)),
            new Bone(4.5, 6, 1.4, 0.9, 0.25));
        shadow.bone(
            Outline.ellipse(p.at(s * (w - 0.6), 1.5), 2.8, 3.6, 0), new Bone(1, 1, 4, 0.7, 0));
        if (v >= 7) {
          shadow.bone(Outline.band(8, 6, p.all(s * 14, 2, s * 26, 3, s * 36, 0)), THIN.times(1.2));
        }
      }
      shadow.bone(Outline.ellipse(p.at(0.6, -4), 2.8, 4.4, 0), new Bone(3, 2, 4.5, 0.7, 0.05));
    }
    for (int s = -1; s <= 1; s += 2) {
      Pose q = new Pose(c7, 0, 1);
      shadow.bone(Outline.band(7, 7, q.all(s * 18, -22, s * 44, -16, s * 64, -34)), THIN);
      shadow.bone(
          Outline.band(9, 10, q.all(s * 22, -36, s * 60, -22, s * 110, -10)), MASS.times(0.5));
    }
  }

  private void axisBone() {
    Vec tip = marks.get("c2-dens-tip");
    Outline body =
        Outline.from(axis.at(-9.4, -14.5))
            .bow(axis.at(9.4, -14.5), 1.2, 1.2)
            .through(0.6, axis.at(14, -9), axis.at(20, 0), axis.at(23.6, 5))
            .through(1.7, axis.at(16, 9.2), axis.at(9, 11.2), axis.at(6.4, 10.4))
            .through(1.1, axis.at(5.2, 14), axis.at(5.0, 18.6), axis.at(3.4, 21.8), tip)
            .through(
                1.1,
                axis.at(-4.2, 21.6),
                axis.at(-5.6, 18.6),
                axis.at(-5.6, 14),
                axis.at(-6.6, 10.4))
            .through(1.7, axis.at(-9, 11.2), axis.at(-16, 9.2), axis.at(-23.6, 5))
            .through(0.6, axis.at(-20, 0), axis.at(-14, -9), axis.at(-9.4, -14.5))
            .close(1);
    shadow.bone(body, BODY.times(1.1));
    Vec fork = marks.get("c2-spinous-centre");
    shadow.bone(
        Outline.from(fork)
            .through(
                1.2,
                fork.plus(2.4, -2),
                fork.plus(5, -3.8),
                fork.plus(6, -1.6),
                fork.plus(3.4, 3.4),
                fork.plus(0.2, 5))
            .through(
                1.2,
                fork.plus(-3.2, 3.5),
                fork.plus(-6, -1.6),
                fork.plus(-5, -3.9),
                fork.plus(-2.3, -2),
                fork)
            .close(1),
        new Bone(6, 2.4, 7, 0.8, 0.08));
  }

  private void atlasBone() {
    for (int s = -1; s <= 1; s += 2) {
      Vec attachment = marks.get("apl-" + side(s));
      Vec facet = marks.get("c1-superior-facet-lateral-" + side(s));
      shadow.bone(
          Outline.from(atlas.at(s * 9.2, 0.6))
              .through(
                  1.5, atlas.at(s * 10.8, -6.4), atlas.at(s * 17, -8.4), atlas.at(s * 24.6, -9.6))
              .through(1, atlas.at(s * 23.6, -3), facet)
              .through(1.8, atlas.at(s * 18, 4), atlas.at(s * 12, 2.6), atlas.at(s * 9.2, 0.6))
              .close(1),
          MASS);
      // transverse process
      shadow.bone(
          Outline.smooth(
              atlas.all(
                  s * 22, 3.4, s * 31, 4, s * 39, 1, s * 41, -3, s * 36, -5.2, s * 28, -5.6, s * 22,
                  -6)),
          THIN.times(1.3));
      shadow.thin(Outline.ellipse(atlas.at(s * 29, -1), 3, 2.5, 0), 0.6, 1);
      // posterior arch: its lower border runs through the attachment point
      Vec start = atlas.at(s * 25, -3.6);
      shadow.bone(
          Outline.from(start)
              .through(1.6, attachment, atlas.at(s * 9, -8.2), atlas.at(0, -9.4))
              .to(atlas.at(0, -4), 0)
              .through(1, atlas.at(s * 9, -3), atlas.at(s * 17, -0.8), atlas.at(s * 25, 1.5))
              .to(start, 0)
              .close(0),
          new Bone(4, 1.8, 4.5, 0.7, 0.08));
    }
    shadow.bone(Outline.band(7, 7, atlas.all(-12, -0.4, 0, -1.4, 12, -0.4)), THIN.times(0.7));
  }
}
