package org.cervimark.phantom;

/**
 * Builds the vertex film, in (patient left, anterior), mm: the skull seen along its long axis with
 * the atlas ring projected into it.
 */
final class VertexPhantom {

  private static final Bone RING = new Bone(13, 16, 26, 2.6, 0.14);
  private static final Bone DENSE = new Bone(17, 13, 2, 1.2, 0.28);
  private static final Bone JAW = new Bone(9, 6, 5, 1.4, 0.2);
  private static final Bone ATLAS = new Bone(8, 3, 6, 0.9, 0.2);
  private static final double SKULL_TURN = -0.8;
  private static final double ATLAS_TURN = 2.6;

  private final Shadow shadow;
  private final LandmarkTable marks;
  private final Pose skull = new Pose(new Vec(0, 0), SKULL_TURN, 1);
  private final Pose atlas = new Pose(new Vec(1.2, -14), ATLAS_TURN, 1);

  private VertexPhantom(Shadow shadow, LandmarkTable marks) {
    this.shadow = shadow;
    this.marks = marks;
  }

  /** The landmarks and pixels of the film. */
  static Picture build(Film film, Technique technique) {
    LandmarkTable marks = new LandmarkTable(film);
    Shadow shadow = new Shadow(film, new Grain(technique.seed()));
    VertexPhantom phantom = new VertexPhantom(shadow, marks);
    phantom.place();
    marks.requireInside(60);
    phantom.head();
    phantom.face();
    phantom.base();
    phantom.atlasRing();
    SideMarker.draw(shadow, 'R', 90, 1200, 11);
    return new Picture(film, marks, new Exposure(shadow, technique).develop());
  }

  private void place() {
    marks.put("skull-axis-anterior", skull.at(0, 60));
    marks.put("skull-axis-posterior", skull.at(0, 4));
    marks.put("c1-tp-right", atlas.at(-33.5, -1));
    marks.put("c1-tp-left", atlas.at(33.5, -1));
  }

  private void head() {
    Vec[] skin =
        skull.all(
            0, 118, 10, 116, 16, 106, 46, 96, 68, 60, 84, 10, 84, -30, 70, -72, 40, -98, 0, -108,
            -40, -98, -70, -72, -84, -30, -84, 10, -68, 60, -46, 96, -16, 106, -10, 116);
    shadow.body(Outline.smooth(skin), 165, 34);
    Vec[] table =
        skull.all(
            0, 92, 30, 88, 52, 68, 66, 36, 76, 0, 77, -30, 64, -66, 36, -91, 0, -99, -36, -91, -64,
            -66, -77, -30, -76, 0, -66, 36, -52, 68, -30, 88);
    shadow.bone(Outline.smooth(table), RING);
    // unevenness of the base: fossae, sphenoid wings, occipital impressions
    for (int s = -1; s <= 1; s += 2) {
      Bone broad = new Bone(7, 18, 0, 1, 0.3);
      shadow.bone(Outline.ellipse(skull.at(s * 30, -52), 26, 30, s * 15), broad);
      shadow.bone(Outline.ellipse(skull.at(s * 20, 40), 15, 22, s * -20), broad.times(1.2));
      shadow.thin(Outline.ellipse(skull.at(s * 42, 14), 13, 15, 0), 0.82, 10);
      shadow.bone(
          Outline.band(5, 3, skull.all(s * 4, -88, s * 30, -76, s * 54, -50, s * 64, -26)),
          new Bone(3, 2.4, 0.5, 1, 0.2));
    }
    shadow.bone(Outline.ellipse(skull.at(0, 26), 13, 16, 0), new Bone(9, 10, 0.5, 1, 0.25));
    Vec[] inner =
        skull.all(
            0, 85, 28, 81, 48, 63, 60, 34, 69, 0, 70, -29, 58, -61, 33, -84, 0, -90, -33, -84, -58,
            -61, -70, -29, -69, 0, -60, 34, -48, 63, -28, 81);
    shadow.bone(Outline.band(1.3, 1.3, closed(inner)), new Bone(7, 1, 0, 1, 0.05));
  }

  private static Vec[] closed(Vec[] ring) {
    Vec[] path = new Vec[ring.length + 1];
    System.arraycopy(ring, 0, path, 0, ring.length);
    path[ring.length] = ring[0];
    return path;
  }

  private void face() {
    // mandible: horseshoe with condyles
    for (int s = -1; s <= 1; s += 2) {
      shadow.bone(
          Outline.band(
              14, 12, skull.all(s * 52, 17, s * 50, 34, s * 42, 62, s * 28, 86, s * 12, 97, 0, 99)),
          JAW);
      shadow.bone(Outline.ellipse(skull.at(s * 53, 14), 11, 5, s * -14), JAW.times(0.8));
      // zygomatic arch
      shadow.bone(
          Outline.band(5, 7, skull.all(s * 62, 22, s * 68, 42, s * 62, 62, s * 46, 76)),
          new Bone(6, 2, 4, 0.9, 0.1));
      // maxillary antrum and orbit
      shadow.thin(Outline.ellipse(skull.at(s * 23, 66), 14, 17, s * 12), 0.72, 5);
      for (int i = 0; i < 7; i++) {
        double a = 20 + 11.5 * i;
        Vec d = Vec.direction(a);
        Vec place = skull.at(s * (37 * d.x()), 56 + 35 * d.y());
        shadow.bone(
            Outline.ellipse(place, i < 3 ? 4.6 : 3.2, i < 3 ? 5 : 4, a),
            new Bone(10, 3, 4, 0.8, 0.03));
      }
      // turbinate shadow beside the septum
      shadow.soft(Outline.ellipse(skull.at(s * 8, 62), 5, 22, 0), -26, 4);
    }
    // nasal septum and vomer: thin bright line through the anterior landmark
    shadow.bone(
        Outline.band(1.7, 2.3, skull.at(0, 90), marks.get("skull-axis-anterior"), skull.at(0, 34)),
        new Bone(15, 0.8, 0, 1, 0.05));
  }

  private void base() {
    for (int s = -1; s <= 1; s += 2) {
      // petrous pyramids and mastoids
      shadow.bone(
          Outline.smooth(
              skull.all(
                  s * 10, 16, s * 22, 14, s * 44, 2, s * 62, -2, s * 68, -18, s * 58, -26, s * 46,
                  -18, s * 32, -6, s * 16, 4)),
          DENSE);
      shadow.bone(
          Outline.band(1.6, 1.6, skull.all(s * 12, 30, s * 34, 34, s * 56, 28, s * 66, 16)),
          new Bone(6, 1, 0, 1, 0));
      shadow.thin(Outline.ellipse(skull.at(s * 21, 20), 3.4, 2.2, s * 30), 0.55, 1);
      shadow.thin(Outline.ellipse(skull.at(s * 28, 14), 1.7, 1.4, 0), 0.55, 0.8);
      for (int i = 0; i < 22; i++) {
        shadow.thin(
            Outline.ellipse(
                skull.at(s * (47 + i * 41 % 18), -4 - i * 29 % 19),
                1.1 + i % 3 * 0.5,
                1.5 + i % 4 * 0.4,
                i * 40),
            0.78,
            1.1);
      }
      shadow.bone(
          Outline.smooth(
              skull.all(s * 8, -2, s * 12, 0, s * 21, -12, s * 22, -21, s * 17, -24, s * 11, -14)),
          new Bone(6, 4, 3, 0.8, 0.12));
    }
    // basilar process, its middle is the posterior landmark; foramen magnum behind it
    Vec basilar = marks.get("skull-axis-posterior");
    shadow.bone(
        Outline.smooth(
            basilar.plus(-12, 15),
            basilar.plus(12, 15),
            basilar.plus(10, 2),
            basilar.plus(8, -9),
            basilar.plus(0, -7),
            basilar.plus(-8, -9),
            basilar.plus(-10, 2)),
        DENSE.times(0.8));
    shadow.thin(
        Outline.smooth(
            skull.all(0, -6, 10, -9, 16, -22, 13, -36, 0, -44, -13, -36, -16, -22, -10, -9)),
        0.72,
        2);
    shadow.bone(Outline.band(4, 3, skull.all(0, -46, 0, -66, 0, -90)), new Bone(5, 2, 1, 1, 0.1));
    shadow.bone(Outline.ellipse(skull.at(0, -86), 8, 6, 0), new Bone(7, 5, 2, 1, 0.1));
  }

  private void atlasRing() {
    Vec[] ring =
        atlas.all(
            0, 21.5, 9, 19.5, 17, 13, 20, 2, 18, -13, 11, -22, 0, -26, -11, -22, -18, -13, -20, 2,
            -17, 13, -9, 19.5);
    shadow.bone(Outline.band(6.5, 6.5, closed(ring)), ATLAS);
    shadow.bone(Outline.ellipse(atlas.at(0, 24.2), 4.2, 2.6, 0), ATLAS);
    shadow.bone(Outline.ellipse(atlas.at(0, -28), 3.2, 2.6, 0), ATLAS);
    for (int s = -1; s <= 1; s += 2) {
      shadow.bone(
          Outline.smooth(
              atlas.all(
                  s * 14, 12, s * 22, 13.5, s * 26, 4, s * 25, -9, s * 18, -13, s * 13.5, -2)),
          ATLAS.times(1.1));
      Vec foramen = marks.get("c1-tp-" + (s > 0 ? "left" : "right"));
      shadow.bone(
          Outline.smooth(
              atlas.at(s * 24, 6),
              atlas.at(s * 34, 5.4),
              atlas.at(s * 42, 1.6),
              atlas.at(s * 45, -3),
              atlas.at(s * 41, -6.6),
              atlas.at(s * 33, -7.4),
              atlas.at(s * 24, -8)),
          ATLAS.times(0.85));
      shadow.thin(Outline.ellipse(foramen, 3.1, 2.7, 0), 0.4, 0.7);
      shadow.bone(Outline.ellipse(foramen, 4.3, 3.9, 0), new Bone(0.2, 1, 6, 0.9, 0));
    }
    // dens behind the anterior arch
    shadow.bone(Outline.ellipse(atlas.at(0.6, 12.4), 5.6, 5.4, 0), ATLAS.times(1.2));
  }
}
