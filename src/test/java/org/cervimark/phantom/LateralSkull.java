package org.cervimark.phantom;

/** Draws the skull, mandible and hyoid of a lateral film through the recorded landmarks. */
final class LateralSkull {

  private static final Bone VAULT = new Bone(9, 7, 17, 2.2, 0.05);
  private static final Bone TABLE = new Bone(7, 1.2, 0, 1, 0.05);
  private static final Bone PETROUS = new Bone(7.5, 12, 1.0, 1.2, 0.3);
  private static final Bone FACE = new Bone(4.2, 13, 0.7, 1.0, 0.2);
  private static final Bone JAW = new Bone(4.6, 4, 4.4, 1.4, 0.14);
  private static final Bone TOOTH = new Bone(9, 2.6, 3, 0.7, 0.03);
  private static final Bone THIN = new Bone(3.4, 1.2, 1.5, 0.5, 0.05);

  private final Shadow shadow;
  private final LandmarkTable marks;
  private final Pose p;
  private final double k;

  LateralSkull(Shadow shadow, LandmarkTable marks, LateralHead head) {
    this.shadow = shadow;
    this.marks = marks;
    this.p = head.pose();
    this.k = p.scale();
  }

  void draw(Vec hyoid) {
    vault();
    base();
    face();
    for (int side = -1; side <= 1; side += 2) {
      Pose jaw = p.moved(side * 1.4, side * 0.7);
      mandible(jaw, side);
    }
    teeth();
    hyoid(hyoid);
  }

  private void vault() {
    Vec occiput = marks.get("occiput-inferior");
    Vec opisthion = marks.get("opisthion");
    Vec basion = marks.get("basion");
    Outline skull =
        Outline.from(occiput)
            .through(0.5, p.at(-56, 1.4), p.at(-48, 4.2), opisthion)
            .to(p.at(-36, 14), 0)
            .to(p.at(-4, 16), 0)
            .to(basion, 0)
            .through(0, p.at(13, 24), marks.get("clivus-superior"))
            .through(0, p.at(45, 42), p.at(70, 44), p.at(92, 52), p.at(109, 58))
            .through(
                1,
                p.at(113, 70),
                p.at(114, 95),
                p.at(98, 136),
                p.at(52, 172),
                p.at(0, 178),
                p.at(-62, 157),
                p.at(-100, 105),
                p.at(-106, 56),
                p.at(-97, 24),
                p.at(-80, 6),
                p.at(-70, 1.6),
                occiput)
            .close(1);
    shadow.bone(skull, VAULT);
    Vec[] inner =
        p.all(
            -40, 13, -52, 9, -66, 9, -82, 17, -92, 36, -97, 62, -92, 102, -58, 149, 0, 170, 50, 165,
            92, 130, 106, 95, 105, 74, 98, 64);
    shadow.bone(Outline.band(1.0 * k, 1.1 * k, inner), TABLE);
    // squama between the tables and the internal protuberance
    shadow.bone(
        Outline.smooth(
            p.all(
                -44, 6, -60, 3.0, -76, 8, -92, 26, -100, 56, -94, 58, -86, 36, -90, 29, -78, 18,
                -64, 11, -50, 10)),
        new Bone(5, 7, 0.5, 1, 0.3));
    // thicker occipital bone behind the mastoid, vascular grooves and sutures
    shadow.bone(
        Outline.smooth(p.all(-30, 8, -46, 9, -66, 12, -84, 24, -90, 44, -70, 58, -44, 48, -32, 30)),
        new Bone(5, 22, 0, 1, 0.3));
    shadow.thin(Outline.band(1.8, 1.0, p.all(30, 50, 34, 78, 26, 104, 30, 140)), 0.86, 0.5);
    shadow.thin(Outline.band(1.4, 0.8, p.all(32, 66, 10, 92, -16, 104, -40, 128)), 0.88, 0.4);
    shadow.thin(
        Outline.band(
            1.3,
            1.3,
            p.all(-34, 40, -44, 50, -49, 60, -58, 68, -62, 80, -72, 88, -77, 102, -88, 112)),
        0.84,
        0.4);
    shadow.thin(Outline.band(4.5, 4.0, p.all(-34, 34, -56, 38, -80, 36, -92, 36)), 0.9, 2);
  }

  private void base() {
    Vec basion = marks.get("basion");
    Vec clivus = marks.get("clivus-superior");
    // clivus and sphenoid body
    shadow.bone(
        Outline.from(basion)
            .through(
                0.9,
                p.at(4.6, 4.0),
                p.at(11, 10),
                p.at(22, 18),
                p.at(33, 22),
                p.at(44, 26),
                p.at(52, 40))
            .through(1.2, p.at(44, 46), p.at(41, 41), p.at(36, 38.5), p.at(31.5, 41), clivus)
            .through(1.4, p.at(13.4, 24.6), basion)
            .close(1.4),
        new Bone(6, 9, 2.4, 0.9, 0.25));
    // sphenoid sinus
    shadow.thin(Outline.ellipse(p.at(45, 33), 9 * k, 7 * k, p.degrees() + 15), 0.6, 5);
    // petrous pyramid with mastoid
    shadow.bone(
        Outline.smooth(
            p.all(
                24, 28, 18, 40, 2, 46, -14, 42, -28, 36, -36, 24, -32, 10, -22, -4, -15, -11, -10,
                -8, -8, 4, 2, 14, 14, 18)),
        PETROUS);
    Bone dense = PETROUS.times(1.15);
    shadow.bone(
        Outline.smooth(p.all(20, 32, 12, 40, -4, 41, -18, 36, -24, 24, -16, 14, 2, 16, 14, 22)),
        dense);
    shadow.bone(
        Outline.smooth(p.all(16, 26, 10, 33, -2, 34, -10, 27, -6, 18, 6, 17)), dense.times(1.1));
    shadow.bone(
        Outline.smooth(p.all(-10, 22, -20, 28, -30, 20, -29, 6, -20, -6, -14, -8, -11, 6)),
        PETROUS.times(0.8));
    shadow.bone(
        Outline.band(1.3, 1.0, p.all(24, 36, 6, 44, -14, 43, -32, 34, -40, 22)), TABLE.times(0.6));
    for (int i = 0; i < 26; i++) {
      double x = -13 - 18 * ((i * 37 % 29) / 29.0);
      double y = -5 + 30 * ((i * 53 % 31) / 31.0);
      shadow.thin(
          Outline.ellipse(p.at(x, y), (1.1 + i % 4 * 0.35) * k, (1.5 + i % 3 * 0.5) * k, i * 40.0),
          0.8,
          1.2);
    }
    // external auditory canal: the front margin is the landmark
    Vec canal = marks.get("eam-anterior-margin").minus(Vec.direction(p.degrees()).times(4.2 * k));
    shadow.thin(Outline.ellipse(canal, 4.2 * k, 4.2 * k, 0), 0.42, 0.9);
    // condyles in the gap of the foramen
    shadow.bone(
        Outline.smooth(p.all(-1, 6, -8, -2.4, -17, -1.6, -22, 5, -16, 10, -6, 11)),
        new Bone(5, 5, 2, 0.8, 0.16));
    // anterior fossa floor and orbital roofs
    shadow.bone(Outline.band(1.6 * k, 1.4 * k, p.all(46, 46, 62, 50, 82, 58, 104, 60)), TABLE);
    shadow.bone(Outline.band(1.4 * k, 1.2 * k, p.all(50, 44, 66, 46, 84, 47, 103, 52)), TABLE);
    shadow.bone(Outline.band(2.2 * k, 1.2 * k, p.all(44, 26, 50, 34, 56, 45)), TABLE);
  }

  private void face() {
    Vec palate = marks.get("hard-palate-posterior");
    shadow.bone(
        Outline.smooth(
            p.all(52, 4, 56, 34, 76, 44, 100, 46, 110, 40, 106, 8, 104, -8, 96, -15, 58, -13)),
        FACE);
    shadow.thin(Outline.smooth(p.all(60, 4, 62, 26, 74, 34, 86, 28, 88, 6)), 0.5, 5);
    shadow.thin(Outline.ellipse(p.at(92, 44), 14 * k, 13 * k, 0), 0.6, 6);
    shadow.bone(Outline.band(1.6, 1.4, p.all(88, 50, 84, 38, 88, 26, 97, 21)), TABLE.times(0.7));
    shadow.bone(Outline.band(1.4, 1.2, p.all(92, 49, 88.5, 38, 92, 27, 100, 23)), TABLE.times(0.5));
    shadow.bone(
        Outline.smooth(p.all(84, 22, 94, 22, 92, 12, 84, -2, 78, -4, 76, 4)),
        new Bone(4.5, 5, 2, 0.9, 0.15));
    shadow.bone(Outline.band(1.0, 1.0, p.all(57, 2, 60, 24, 72, 36)), TABLE.times(0.5));
    // hard palate: upper cortex ends in the landmark
    Outline plate =
        Outline.from(palate)
            .through(1, p.at(52, -3.2), p.at(62, -4.6), p.at(86, -6.4), p.at(102, -6.6))
            .through(1, p.at(105.5, -2.4), p.at(102, 0.4), p.at(80, -0.6), p.at(60, -0.2), palate)
            .close(1);
    shadow.bone(plate, new Bone(7.5, 1.8, 4.5, 0.7, 0.08));
    // frontal sinus, nasal bone, pterygoid plates
    shadow.thin(Outline.smooth(p.all(106, 62, 105, 80, 109, 84, 111, 70)), 0.6, 1.5);
    shadow.bone(Outline.band(3 * k, 1.2 * k, p.all(110, 57, 114, 50, 120, 38, 123, 30)), THIN);
    shadow.bone(Outline.smooth(p.all(44, 22, 52, 26, 55, 10, 53, -10, 47, -13, 46, 4)), THIN);
  }

  private void mandible(Pose q, int side) {
    double lift = side * 1.2;
    shadow.bone(
        Outline.smooth(
            q.all(
                98,
                -74,
                102.5,
                -66,
                101,
                -54,
                96,
                -46,
                76,
                -40 + lift,
                58,
                -37 + lift,
                47,
                -20,
                44,
                0,
                40,
                9,
                34,
                3,
                27,
                -1,
                24,
                8,
                17,
                12,
                14,
                7,
                19,
                -8,
                20,
                -28,
                22,
                -46,
                28,
                -58 + lift,
                46,
                -65 + lift,
                70,
                -73,
                88,
                -79)),
        JAW);
    shadow.bone(
        Outline.band(2.6, 2.2, q.all(28, -14, 33, -32, 50, -50, 74, -58, 88, -60)),
        new Bone(1.2, 1, 0, 1, 0));
    shadow.bone(
        Outline.band(3.0, 3.4, q.all(26, -58, 46, -64, 70, -72, 90, -77)),
        new Bone(3.4, 1.6, 0, 1, 0.05));
  }

  private void teeth() {
    double[] upper = {103, 98, 92.5, 86.5, 80, 72, 63.5};
    double[] lower = {101.5, 97.5, 93, 87.5, 81.5, 73.5, 64};
    for (int i = 0; i < upper.length; i++) {
      double w = i < 3 ? 2.4 : i < 5 ? 3.1 : 4.3;
      double lean = i < 2 ? 3.0 - i : 0;
      double x = upper[i];
      shadow.bone(
          Outline.smooth(
              p.all(
                  x - w,
                  -24.5,
                  x + lean,
                  -26 - (i < 3 ? 2 : 0),
                  x + w + lean,
                  -24,
                  x + w * 0.9,
                  -18,
                  x + 0.5,
                  -6,
                  x - w * 0.7,
                  -8,
                  x - w,
                  -18)),
          TOOTH);
      shadow.bone(
          Outline.smooth(
              p.all(
                  x - w,
                  -23.5,
                  x + lean * 0.9,
                  -25.2 - (i < 3 ? 2 : 0),
                  x + w + lean * 0.8,
                  -23.5,
                  x + w * 0.8,
                  -18.5,
                  x - w * 0.8,
                  -18.5)),
          TOOTH.times(0.5));
      double y = lower[i];
      double v = w * 0.92;
      shadow.bone(
          Outline.smooth(
              p.all(
                  y - v,
                  -36,
                  y - v,
                  -29.5,
                  y,
                  -27.8,
                  y + v,
                  -29.5,
                  y + v * 0.9,
                  -36,
                  y + 0.2,
                  -50,
                  y - v * 0.8,
                  -46)),
          TOOTH);
      shadow.bone(
          Outline.smooth(p.all(y - v, -35, y - v, -29.8, y, -28.4, y + v, -29.8, y + v, -35)),
          TOOTH.times(0.5));
    }
  }

  /** The hyoid body and greater horn at the front of the C3/C4 level. */
  private void hyoid(Vec place) {
    Pose h = new Pose(place, p.degrees() * 0.4 - 8, k);
    shadow.bone(
        Outline.smooth(h.all(0, -4.5, 4.5, -3, 5.5, 2, 2.5, 5.5, -1, 2)),
        new Bone(4, 2, 3.5, 0.8, 0.1));
    for (int side = -1; side <= 1; side += 2) {
      Vec[] horn = h.moved(0, side * 1.3).all(0, 0, -11, 2.5, -22, 7, -31, 9.5);
      shadow.bone(Outline.band(3.2 * k, 2.4 * k, horn), new Bone(1.5, 1.4, 0.9, 0.6, 0.1));
    }
  }
}
