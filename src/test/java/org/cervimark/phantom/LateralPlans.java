package org.cervimark.phantom;

/** The designed postures and film placements of the lateral images. */
final class LateralPlans {

  private LateralPlans() {}

  /** Hong, first visit: 18 degrees of lordosis. */
  static LateralPhantom.Plan neutral() {
    LateralPosture posture =
        new LateralPosture(
            0.975,
            -25,
            new double[] {2.5, 3.5, 4.5, 4.5, 3.0},
            new double[] {-0.4, -0.5, -0.6, -0.5, -0.3, -0.2},
            4.5,
            25,
            -13,
            1.9);
    Film film = new Film(1664, 1984, 0.143, 0.143, 1, new Vec(47, 79));
    return new LateralPhantom.Plan(
        posture, film, Techniques.lateral(101, true, true, 0.12), 18, false, 'L', 1330, 1430);
  }

  /** Hong six weeks later: 21 degrees, slightly larger and differently placed. */
  static LateralPhantom.Plan followUp() {
    LateralPosture posture =
        new LateralPosture(
            0.99,
            -26,
            new double[] {3.0, 4.1, 5.2, 5.2, 3.5},
            new double[] {-0.4, -0.5, -0.5, -0.5, -0.3, -0.2},
            4.7,
            25.5,
            -15.5,
            1.9);
    Film film = new Film(1664, 1984, 0.143, 0.143, 1, new Vec(43, 82));
    return new LateralPhantom.Plan(
        posture, film, Techniques.lateral(505, true, true, 0.1), 15, false, 'L', 1290, 1510);
  }

  /** Hong, flexion: 15 degrees of kyphosis. */
  static LateralPhantom.Plan flexion() {
    LateralPosture posture =
        new LateralPosture(
            0.975,
            -27,
            new double[] {-1.5, -3.5, -4.5, -3.5, -2.0},
            new double[] {0.4, 0.9, 1.0, 0.7, 0.3, 0.1},
            2.0,
            18,
            -13,
            2.1);
    Film film = new Film(1960, 1760, 0.15, 0.15, 1, new Vec(79, 41));
    return new LateralPhantom.Plan(
        posture, film, Techniques.lateral(202, false, true, 0.12), 15, true, 'L', 1480, 1500);
  }

  /** Hong, extension: 40 degrees of lordosis. */
  static LateralPhantom.Plan extension() {
    LateralPosture posture =
        new LateralPosture(
            0.975,
            -21,
            new double[] {7.5, 8.5, 9.5, 8.5, 6.0},
            new double[] {-0.9, -1.2, -1.3, -1.0, -0.6, -0.3},
            5.5,
            28,
            -13,
            1.6);
    Film film = new Film(1600, 2080, 0.15, 0.15, 1, new Vec(16, 94));
    return new LateralPhantom.Plan(
        posture, film, Techniques.lateral(303, false, true, 0.12), 12, false, 'L', 1330, 1500);
  }

  /** Bravo: a straight, slightly kyphotic neck, facing left, anisotropic pixels. */
  static LateralPhantom.Plan bravo() {
    LateralPosture posture =
        new LateralPosture(
            0.86,
            -14,
            new double[] {-0.5, -1.0, -1.5, -1.0, 0.0},
            new double[] {-0.2, 0.3, 0.5, 0.2, -0.1, -0.2},
            3.5,
            29,
            -8,
            1.7);
    Film film = new Film(1536, 1680, 0.14, 0.16, -1, new Vec(40, 72));
    return new LateralPhantom.Plan(
        posture, film, Techniques.lateral(808, false, false, 0.14), 24, true, 'R', 200, 1180);
  }
}
