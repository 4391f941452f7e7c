package org.cervimark.phantom;

import java.util.Map;
import java.util.TreeMap;

/**
 * Places T1 to C1 of a lateral film from the posture and records their landmarks. The bones are
 * built from the grid points, so that the drawing passes exactly through every landmark.
 */
final class LateralSpine {

  /**
   * The four corners of a vertebral body (C2: the top corners are at the base of the dens).
   *
   * @param pose the bone's own axes: origin at the postero-inferior corner, x along the endplate
   */
  record Body(Vec lowerBack, Vec lowerFront, Vec upperBack, Vec upperFront, Pose pose) {
    Vec backMiddle() {
      return lowerBack.mid(upperBack);
    }

    Vec frontMiddle() {
      return lowerFront.mid(upperFront);
    }

    double depth() {
      return lowerBack.distance(lowerFront);
    }
  }

  private static final double[] LOWER_DEPTH = {16.6, 16.9, 17.0, 17.3, 17.7, 17.4};
  private static final double[] UPPER_DEPTH = {14.4, 16.2, 16.3, 16.6, 17.1, 17.3, 17.8};
  private static final double[] HEIGHT = {15.6, 14.2, 14.0, 13.8, 13.9, 14.9};
  private static final double[] WEDGE = {0, 2.2, 2.4, 2.9, 2.5, 2.0};
  private static final double[] SKEW = {-1.5, 1.0, 0.6, 1.2, 0.9, 1.9};
  private static final double[] DISC = {4.7, 4.9, 5.0, 4.8, 4.9, 5.0};
  private static final double[] CANAL = {19.6, 19.0, 18.7, 18.5, 18.6, 18.3};
  private static final double[] TIP_X = {-44, -37, -36, -39, -46, -56};
  private static final double[] TIP_Y = {-3.5, -5, -8, -11, -14, -19};

  private final LateralPosture posture;
  private final LandmarkTable landmarks;
  private final double k;
  private final Map<Integer, Body> bodies = new TreeMap<>();
  private Pose atlas;

  LateralSpine(LateralPosture posture, LandmarkTable landmarks, boolean shouldersHigh) {
    this.posture = posture;
    this.landmarks = landmarks;
    this.k = posture.scale();
    stack(shouldersHigh);
    axis();
    atlas();
    processes(shouldersHigh);
  }

  /** The body of vertebra 2 to 7; 8 is T1, of which only the upper endplate is a landmark. */
  Body body(int vertebra) {
    return bodies.get(vertebra);
  }

  Pose atlasPose() {
    return atlas;
  }

  /** C2 in its own axes. */
  Pose axisPose() {
    return bodies.get(2).pose();
  }

  private void stack(boolean shouldersHigh) {
    Visibility c7 = shouldersHigh ? Visibility.ESTIMATED : Visibility.CLEAR;
    Vec lowerBack = new Vec(0, 0);
    for (int v = 7; v >= 2; v--) {
      int i = v - 2;
      double tilt = posture.tilt(v);
      Vec along = Vec.direction(tilt);
      Vec wall = along.left();
      double wallTilt = StrictMath.toRadians(-SKEW[i]);
      Vec up = along.times(-StrictMath.sin(wallTilt)).plus(wall.times(StrictMath.cos(wallTilt)));
      double upperTilt = tilt - WEDGE[i];
      Vec upperAlong = Vec.direction(upperTilt);
      Visibility lower = v == 7 ? c7 : Visibility.CLEAR;
      String name = "c" + v;
      Vec pi = landmarks.put(name + "-inferior-endplate-posterior", lowerBack, lower);
      Vec ai =
          landmarks.put(
              name + "-inferior-endplate-anterior",
              lowerBack.plus(along.times(LOWER_DEPTH[i] * k)),
              lower);
      Vec top = lowerBack.plus(up.times(HEIGHT[i] * k));
      Vec front =
          v == 2
              ? top.plus(along.times(UPPER_DEPTH[i] * k)).plus(wall.times(0.4 * k))
              : top.plus(upperAlong.times(UPPER_DEPTH[i] * k));
      String upper = v == 2 ? "c2-body-superior" : name + "-superior-endplate";
      Vec ps = landmarks.put(upper + "-posterior", top);
      Vec as = landmarks.put(upper + "-anterior", front);
      bodies.put(v, new Body(pi, ai, ps, as, new Pose(pi, tilt, k)));
      if (v > 2) {
        double discAngle = posture.tilt(v - 1) - upperTilt;
        double half = 8.4 * k * StrictMath.tan(StrictMath.toRadians(discAngle));
        lowerBack =
            top.plus(upperAlong.times(posture.shift()[v - 3]))
                .plus(upperAlong.left().times(DISC[v - 3] * k - half));
      }
    }
    firstThoracic();
  }

  private void firstThoracic() {
    Body c7 = bodies.get(7);
    double tilt = posture.tilt(7) - posture.t1Disc();
    Vec along = Vec.direction(tilt);
    double half = 8.6 * k * StrictMath.tan(StrictMath.toRadians(posture.t1Disc()));
    Vec back =
        c7.lowerBack()
            .minus(along.times(posture.shift()[5]))
            .minus(along.left().times(DISC[5] * k - half));
    Vec ps = landmarks.put("t1-superior-endplate-posterior", back, Visibility.ESTIMATED);
    Vec as =
        landmarks.put(
            "t1-superior-endplate-anterior",
            back.plus(along.times(UPPER_DEPTH[6] * k)),
            Visibility.ESTIMATED);
    Vec down = along.left().times(-16.2 * k).plus(along.times(-0.6 * k));
    Vec pi = back.plus(down);
    Vec ai = pi.plus(Vec.direction(tilt - 2).times(18.2 * k));
    bodies.put(8, new Body(pi, ai, ps, as, new Pose(pi, tilt, k)));
  }

  private void axis() {
    Pose c2 = axisPose();
    landmarks.put("c2-dens-tip", c2.at(4.7, 43.0));
    landmarks.put("c2-pedicle-centre", c2.at(3.2, 18.6));
  }

  private void atlas() {
    Pose c2 = axisPose();
    Vec forward = Vec.direction(posture.tilt(2) + 6);
    Vec dens = landmarks.put("c2-dens-anterior-at-c1", c2.at(11.0, 35.0));
    landmarks.put("c2-dens-posterior-at-c1", c2.at(-1.2, 33.2));
    Vec arch =
        landmarks.put(
            "c1-anterior-arch-posterior-mid", dens.plus(forward.times(posture.dentalGap())));
    atlas = new Pose(arch, posture.atlasTilt(), k);
    landmarks.put("c1-anterior-arch-centre", atlas.at(3.5, -0.9));
    landmarks.put("c1-anterior-tubercle", atlas.at(7.5, -2.2));
    landmarks.put("c1-posterior-arch-centre", atlas.at(-40.3, -0.9));
    landmarks.put("c1-posterior-arch-anterior-mid", atlas.at(-36.4, -0.6));
  }

  private void processes(boolean shouldersHigh) {
    for (int v = 3; v <= 7; v++) {
      Body body = bodies.get(v);
      Vec back = body.backMiddle();
      Vec wall = body.upperBack().minus(body.lowerBack()).unit();
      Vec lamina = back.plus(wall.left().times(CANAL[v - 2] * k)).plus(wall.times(-1.4 * k));
      landmarks.put(
          "c" + v + "-spinolaminar",
          lamina,
          v == 7 && shouldersHigh ? Visibility.ESTIMATED : Visibility.CLEAR);
    }
    for (int v = 2; v <= 7; v++) {
      landmarks.put(
          "c" + v + "-spinous-tip",
          bodies.get(v).pose().at(TIP_X[v - 2], TIP_Y[v - 2]),
          v == 7 && shouldersHigh ? Visibility.ESTIMATED : Visibility.CLEAR);
    }
  }
}
