package org.cervimark.dicom.codec;

/**
 * The coding parameters of a JPEG-LS scan (ITU-T T.87 A.2.1, C.2.4.1.1).
 *
 * @param maximum MAXVAL, the largest sample
 * @param near NEAR, the largest difference from the original, 0 for lossless
 * @param t1 first gradient threshold
 * @param t2 second gradient threshold
 * @param t3 third gradient threshold
 * @param reset RESET, the count at which contexts are halved
 */
record LsParameters(int maximum, int near, int t1, int t2, int t3, int reset) {

  /** The preset parameters of an LSE segment; 0 means default. */
  record Preset(int maximum, int t1, int t2, int t3, int reset) {

    /** All defaults. */
    static final Preset NONE = new Preset(0, 0, 0, 0, 0);
  }

  /** Fills in the defaults and checks the ranges. */
  static LsParameters of(int precision, int near, Preset preset) throws CodecException {
    int most = (1 << precision) - 1;
    int maximum = preset.maximum == 0 ? most : preset.maximum;
    if (maximum > most) {
      throw new CodecException("the largest sample of its JPEG-LS data is wrong");
    }
    if (near > Math.min(255, maximum / 2)) {
      throw new CodecException("the deviation of its near-lossless JPEG-LS data is wrong");
    }
    LsParameters defaults = defaults(maximum, near);
    int t1 = preset.t1 == 0 ? defaults.t1 : preset.t1;
    int t2 = preset.t2 == 0 ? defaults.t2 : preset.t2;
    int t3 = preset.t3 == 0 ? defaults.t3 : preset.t3;
    int reset = preset.reset == 0 ? defaults.reset : preset.reset;
    if (t1 < near + 1 || t2 < t1 || t3 < t2 || t3 > maximum || reset < 3) {
      throw new CodecException("the thresholds of its JPEG-LS data are wrong");
    }
    return new LsParameters(maximum, near, t1, t2, t3, reset);
  }

  /** T.87 C.2.4.1.1.1. */
  private static LsParameters defaults(int maximum, int near) {
    int t1;
    int t2;
    int t3;
    if (maximum >= 128) {
      int factor = (Math.min(maximum, 4095) + 128) / 256;
      t1 = factor + 2 + 3 * near;
      t2 = factor * 4 + 3 + 5 * near;
      t3 = factor * 17 + 4 + 7 * near;
    } else {
      int factor = 256 / (maximum + 1);
      t1 = Math.max(2, 3 / factor + 3 * near);
      t2 = Math.max(3, 7 / factor + 5 * near);
      t3 = Math.max(4, 21 / factor + 7 * near);
    }
    t1 = t1 > maximum || t1 < near + 1 ? near + 1 : t1;
    t2 = t2 > maximum || t2 < t1 ? t1 : t2;
    t3 = t3 > maximum || t3 < t2 ? t2 : t3;
    return new LsParameters(maximum, near, t1, t2, t3, 64);
  }

  /** Distance of neighbouring reconstruction values: 2 NEAR + 1. */
  int scale() {
    return 2 * near + 1;
  }

  /** RANGE, the number of distinct prediction errors. */
  int range() {
    return (maximum + 2 * near) / scale() + 1;
  }

  /** qbpp, bits of a prediction error in the escape code. */
  int errorBits() {
    return bits(range());
  }

  /** LIMIT, the longest code. */
  int limit() {
    int bits = Math.max(2, bits(maximum + 1));
    return 2 * (bits + Math.max(8, bits));
  }

  private static int bits(int values) {
    return 32 - Integer.numberOfLeadingZeros(values - 1);
  }
}
