package org.cervimark.phantom;

/** Exposure and processing of the single films. */
final class Techniques {

  private static final double[] BORDER = {7, 9, 6, 6};

  private Techniques() {}

  /** A lateral film of a digital system. */
  static Technique lateral(long seed, boolean bonesBright, boolean shutter, double heel) {
    return new Technique(
        seed, 0.0205, 0.054, 0.32, 5600, heel, 0.57, 0.36, 3.85, bonesBright, shutter, BORDER);
  }

  static Technique openMouth() {
    return new Technique(
        404,
        0.0200,
        0.036,
        0.26,
        9000,
        0.06,
        0.5,
        1.35,
        4.0,
        true,
        true,
        new double[] {5, 5, 5, 5});
  }

  static Technique nasium() {
    return new Technique(606, 0.0195, 0.034, 0.26, 7000, 0.1, 0.5, 1.0, 4.3, false, true, BORDER);
  }

  static Technique vertex() {
    return new Technique(707, 0.0185, 0.034, 0.28, 7000, 0.08, 0.5, 1.1, 4.4, true, true, BORDER);
  }
}
