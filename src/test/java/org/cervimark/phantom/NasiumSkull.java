package org.cervimark.phantom;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Draws the skull and face of the nasium film through the recorded landmarks. */
final class NasiumSkull {

  private static final Bone VAULT = new Bone(12, 14, 26, 2.4, 0.12);
  private static final Bone MASS = new Bone(10, 5, 5, 0.8, 0.16);
  private static final Bone LINE = new Bone(6, 1, 0, 1, 0.03);

  private final Shadow shadow;
  private final LandmarkTable marks;
  private final Pose skull;

  NasiumSkull(Shadow shadow, LandmarkTable marks, Pose skull) {
    this.shadow = shadow;
    this.marks = marks;
    this.skull = skull;
  }

  void draw() {
    vault();
    skullBase();
    face();
  }

  private void vault() {
    Outline.Builder skullLine = Outline.from(skull.at(-62, 14));
    Vec[] low = skull.all(-46, 2, -26, 3, -10, 8, 0, 9, 10, 8, 26, 3, 46, 2, 62, 14);
    skullLine.through(0.25, low);
    List<Vec> arch = new ArrayList<>(List.of(sideOfVault(1)));
    arch.add(skull.at(0, 132));
    List<Vec> right = new ArrayList<>(List.of(sideOfVault(-1)));
    Collections.reverse(right);
    arch.addAll(right);
    arch.add(skull.at(-62, 14));
    shadow.bone(skullLine.through(1, arch.toArray(new Vec[0])).close(1), VAULT);
    Vec[] inner = new Vec[21];
    for (int i = 0; i < 21; i++) {
      Vec d = Vec.direction(-14 + 208 * i / 20.0);
      double y = 58 + 66 * d.y();
      inner[i] =
          skull.at(
              (NasiumPhantom.halfWidth(Math.min(y * 1.0 + 4 * d.y(), 131)) - 6.5)
                  * sign(d.x())
                  * Math.sqrt(Math.abs(d.x()) < 1 ? 1 - pow4(1 - Math.abs(d.x())) : 1),
              y);
    }
    shadow.bone(Outline.band(1.3, 1.3, inner), LINE);
    // sagittal suture and falx
    shadow.bone(
        Outline.band(1.6, 1.2, skull.all(0.4, 128, 0, 100, -0.5, 70, 0.3, 52)),
        new Bone(2.2, 1, 0, 1, 0));
  }

  private static double sign(double v) {
    return v < 0 ? -1 : 1;
  }

  private static double pow4(double v) {
    return v * v * v * v;
  }

  /** Outer table from below upwards on one side, through the skull pair landmarks. */
  private Vec[] sideOfVault(int s) {
    Vec[] points = new Vec[11];
    points[0] = skull.at(s * 70, 30);
    points[1] = skull.at(s * NasiumPhantom.halfWidth(46), 46);
    points[2] = skull.at(s * NasiumPhantom.halfWidth(58), 58);
    for (int pair = 1; pair <= 5; pair++) {
      points[2 + pair] = marks.get("skull-pair-" + pair + "-" + NasiumPhantom.side(s));
    }
    points[8] = skull.at(s * NasiumPhantom.halfWidth(114), 114);
    points[9] = skull.at(s * NasiumPhantom.halfWidth(122), 122);
    points[10] = skull.at(s * 18, 129.8);
    return points;
  }

  private void skullBase() {
    for (int s = -1; s <= 1; s += 2) {
      Vec tip = marks.get("mastoid-tip-" + NasiumPhantom.side(s));
      shadow.bone(
          Outline.from(tip)
              .through(
                  1,
                  skull.at(s * 58, -13),
                  skull.at(s * 65, 2),
                  skull.at(s * 69, 24),
                  skull.at(s * 48, 26),
                  skull.at(s * 44, 4),
                  skull.at(s * 47.5, -12),
                  tip)
              .close(1),
          new Bone(11, 8, 5, 1, 0.14));
      for (int i = 0; i < 24; i++) {
        Vec cell = skull.at(s * (48.5 + i * 37 % 15), -12 + i * 53 % 31);
        shadow.thin(Outline.ellipse(cell, 1 + i % 3 * 0.5, 1.4 + i % 4 * 0.5, i * 40), 0.78, 1.1);
      }
      Vec margin = marks.get("occipital-condyle-lateral-" + NasiumPhantom.side(s));
      shadow.bone(
          Outline.from(skull.at(s * 8.6, -2))
              .through(1.6, skull.at(s * 11, -9.2), skull.at(s * 17, -8.8), margin)
              .through(
                  0.5,
                  skull.at(s * 25, 0),
                  skull.at(s * 20, 8),
                  skull.at(s * 10, 6),
                  skull.at(s * 8.6, -2))
              .close(0.5),
          MASS.times(0.7));
      shadow.bone(
          Outline.smooth(
              skull.all(
                  s * 8, 22, s * 26, 27, s * 46, 24, s * 60, 18, s * 56, 8, s * 30, 10, s * 10,
                  12)),
          new Bone(12, 14, 1, 1, 0.25));
    }
    shadow.bone(
        Outline.band(1.8, 1.8, skull.all(-44, -2, -26, -5, -12, 2, 0, 4, 12, 2, 26, -5, 44, -2)),
        LINE);
  }

  private void face() {
    Bone broad = new Bone(6, 14, 0.3, 1, 0.3);
    shadow.bone(
        Outline.smooth(
            skull.all(
                -30, 34, -48, 26, -50, 8, -34, -6, -32, -26, 0, -30, 32, -26, 34, -6, 50, 8, 48, 26,
                30, 34, 12, 26, 0, 34, -12, 26)),
        broad.times(1.2));
    shadow.bone(Outline.ellipse(skull.at(0, 34), 52, 26, 0), new Bone(7, 24, 0, 1, 0.25));
    shadow.bone(
        Outline.smooth(skull.all(-16, 72, -4, 76, 3, 73, 12, 79, 20, 72, 10, 62, -2, 60, -14, 63)),
        new Bone(2.2, 2, 1.5, 0.7, 0));
    for (int s = -1; s <= 1; s += 2) {
      shadow.bone(
          Outline.smooth(
              skull.all(
                  s * 40, 26, s * 52, 32, s * 62, 22, s * 66, 8, s * 58, 4, s * 50, 8, s * 42, 14)),
          broad);
      shadow.bone(
          Outline.band(
              1.6, 1.3, skull.all(s * 16, 42, s * 22, 32, s * 34, 28, s * 46, 33, s * 51, 44)),
          LINE.times(0.6));
      shadow.thin(Outline.ellipse(skull.at(s * 31, 46), 18, 15, s * -8), 0.72, 5);
      shadow.bone(
          Outline.band(2, 1.6, skull.all(s * 14, 50, s * 20, 61, s * 34, 64, s * 48, 56)),
          LINE.times(0.8));
      shadow.thin(Outline.ellipse(skull.at(s * 27, 16), 12, 13, 0), 0.76, 5);
      shadow.soft(Outline.ellipse(skull.at(s * 7.5, 20), 6, 15, s * 5), -20, 6);
      shadow.bone(
          Outline.smooth(
              skull.all(
                  s * 55, 12, s * 62, 10, s * 62, -16, s * 55, -44, s * 40, -62, s * 18, -71, 0,
                  -72, 0, -57, s * 18, -55, s * 36, -46, s * 47, -28, s * 53, -6)),
          new Bone(6, 4, 6, 1.4, 0.1));
      for (int i = 0; i < 5; i++) {
        double x = s * (3.8 + 7.4 * i);
        shadow.bone(
            Outline.smooth(
                skull.all(
                    x - 3, -31, x + 3, -31, x + 3.2, -24, x + 1.4, -10, x - 1.4, -10, x - 3.2,
                    -24)),
            new Bone(7, 3, 2.2, 0.8, 0.05));
        shadow.bone(
            Outline.smooth(
                skull.all(
                    x * 0.9 - 2.7,
                    -34,
                    x * 0.9 + 2.7,
                    -34,
                    x * 0.9 + 2.8,
                    -40,
                    x * 0.9 + 1,
                    -54,
                    x * 0.9 - 1,
                    -54,
                    x * 0.9 - 2.8,
                    -40)),
            new Bone(7, 3, 2.2, 0.8, 0.05));
      }
    }
    shadow.bone(Outline.band(1.8, 1.8, skull.all(0, 46, 0.6, 24, 0, 0)), LINE);
  }
}
