package org.cervimark.dicom.codec;

/**
 * The inverse DCT in the integer arithmetic of the Independent JPEG Group's accurate method
 * (jidctint.c, after Loeffler, Ligtenberg and Moschytz 1989), so that lossy images come out equal
 * to those of the programs most archives were written and checked with.
 */
final class InverseDct {

  private static final int FRACTION = 13;
  private static final int C_0_298631336 = 2446;
  private static final int C_0_390180644 = 3196;
  private static final int C_0_541196100 = 4433;
  private static final int C_0_765366865 = 6270;
  private static final int C_0_899976223 = 7373;
  private static final int C_1_175875602 = 9633;
  private static final int C_1_501321110 = 12299;
  private static final int C_1_847759065 = 15137;
  private static final int C_1_961570560 = 16069;
  private static final int C_2_053119869 = 16819;
  private static final int C_2_562915447 = 20995;
  private static final int C_3_072711026 = 25172;

  private final int passBits;
  private final int middle;
  private final int largest;
  private final int[] work = new int[64];

  /** For samples of a precision of 8 or 12 bits. */
  InverseDct(int precision) {
    passBits = precision == 8 ? 2 : 1;
    middle = 1 << (precision - 1);
    largest = (1 << precision) - 1;
  }

  /**
   * Transforms one block in place, from dequantised coefficients in row order to samples.
   *
   * @param acColumns bit mask of the columns that hold a coefficient below the first row
   */
  void transform(int[] block, int acColumns) {
    int shift = FRACTION - passBits;
    for (int i = 0; i < 8; i++) {
      if (((acColumns >>> i) & 1) == 0) {
        int value = block[i] << passBits;
        for (int j = i; j < 64; j += 8) {
          work[j] = value;
        }
      } else {
        pass(block, i, 8, work, shift);
      }
    }
    int last = FRACTION + passBits + 3;
    for (int i = 0; i < 64; i += 8) {
      pass(work, i, 1, block, last);
      for (int j = i; j < i + 8; j++) {
        block[j] = clamp(block[j] + middle);
      }
    }
  }

  /** The samples of a block that has a DC coefficient only. */
  int flat(int dc) {
    return clamp(((dc * (1 << passBits) + (1 << (passBits + 2))) >> (passBits + 3)) + middle);
  }

  private int clamp(int value) {
    return Math.max(0, Math.min(largest, value));
  }

  private static void pass(int[] in, int at, int step, int[] out, int shift) {
    final int s0 = in[at];
    final int s1 = in[at + step];
    final int s2 = in[at + 2 * step];
    final int s3 = in[at + 3 * step];
    final int s4 = in[at + 4 * step];
    final int s5 = in[at + 5 * step];
    final int s6 = in[at + 6 * step];
    final int s7 = in[at + 7 * step];

    int z1 = (s2 + s6) * C_0_541196100;
    final int e2 = z1 - s6 * C_1_847759065;
    final int e3 = z1 + s2 * C_0_765366865;
    int round = 1 << (shift - 1);
    final int e0 = ((s0 + s4) << FRACTION) + round;
    final int e1 = ((s0 - s4) << FRACTION) + round;
    final int even0 = e0 + e3;
    final int even3 = e0 - e3;
    final int even1 = e1 + e2;
    final int even2 = e1 - e2;

    z1 = (s7 + s1) * -C_0_899976223;
    final int z2 = (s5 + s3) * -C_2_562915447;
    int z3 = s7 + s3;
    int z4 = s5 + s1;
    final int z5 = (z3 + z4) * C_1_175875602;
    z3 = z3 * -C_1_961570560 + z5;
    z4 = z4 * -C_0_390180644 + z5;
    final int odd3 = s7 * C_0_298631336 + z1 + z3;
    final int odd2 = s5 * C_2_053119869 + z2 + z4;
    final int odd1 = s3 * C_3_072711026 + z2 + z3;
    final int odd0 = s1 * C_1_501321110 + z1 + z4;

    out[at] = (even0 + odd0) >> shift;
    out[at + 7 * step] = (even0 - odd0) >> shift;
    out[at + step] = (even1 + odd1) >> shift;
    out[at + 6 * step] = (even1 - odd1) >> shift;
    out[at + 2 * step] = (even2 + odd2) >> shift;
    out[at + 5 * step] = (even2 - odd2) >> shift;
    out[at + 3 * step] = (even3 + odd3) >> shift;
    out[at + 4 * step] = (even3 - odd3) >> shift;
  }
}
