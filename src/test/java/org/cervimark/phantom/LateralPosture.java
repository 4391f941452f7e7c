package org.cervimark.phantom;

/**
 * The designed attitude of head and neck on a lateral film; angles in degrees, extension positive.
 *
 * @param scale build and magnification, 1 for the reference patient on the detector
 * @param c7Tilt tilt of the C7 inferior endplate, anterior end up positive
 * @param lordosis angle between inferior endplates, C2/3 to C6/7, lordosis positive
 * @param shift translation of the upper vertebra along the lower endplate, C2/3 to C7/T1, mm
 * @param t1Disc angle of the C7/T1 disc, open anteriorly positive
 * @param atlas atlas plane line against the C2 inferior endplate
 * @param head McGregor line against the atlas plane line
 * @param dentalGap anterior atlanto-dental interval, mm
 */
record LateralPosture(
    double scale,
    double c7Tilt,
    double[] lordosis,
    double[] shift,
    double t1Disc,
    double atlas,
    double head,
    double dentalGap) {

  /** Designed C2-C7 Cobb angle. */
  double cobb() {
    double sum = 0;
    for (double segment : lordosis) {
      sum += segment;
    }
    return sum;
  }

  /** Tilt of the inferior endplate of vertebra 2 to 7. */
  double tilt(int vertebra) {
    double tilt = c7Tilt;
    for (int level = 6; level >= vertebra; level--) {
      tilt += lordosis[level - 2];
    }
    return tilt;
  }

  double atlasTilt() {
    return tilt(2) + atlas;
  }

  double headTilt() {
    return atlasTilt() + head;
  }
}
