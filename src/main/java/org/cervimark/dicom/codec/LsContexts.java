package org.cervimark.dicom.codec;

/**
 * What a JPEG-LS scan has learned so far (ITU-T T.87 A.2, A.6, A.7): the statistics of the 365
 * regular contexts and of the two of run interruption, and the gradient quantiser.
 *
 * <p>A regular context takes four cells: A, B, N, and a word that is worked out when the context is
 * updated, so that it is at hand when the context is met again: C in the upper 24 bits, bit 7 if
 * the error mapping is inverted, the Golomb parameter k in the lower five bits.
 */
final class LsContexts {

  static final int A = 0;
  static final int B = 1;
  static final int N = 2;
  static final int WORD = 3;
  static final int INVERTED = 0x80;
  static final int K = 0x1F;

  private static final int REGULAR = 365;

  final LsParameters parameters;

  /** Regular contexts, four cells each. */
  final int[] regular = new int[4 * REGULAR];

  /** Quantised gradients, -4 to 4, from index {@code -maximum} to {@code maximum} plus offset. */
  final byte[] quantised;

  private final int scale;
  private final int halvedAt;
  private final int[] runA = new int[2];
  private final int[] runN = new int[2];
  private final int[] runNegative = new int[2];

  LsContexts(LsParameters parameters) {
    this.parameters = parameters;
    scale = parameters.scale();
    halvedAt = parameters.reset();
    int maximum = parameters.maximum();
    quantised = new byte[2 * maximum + 1];
    for (int i = -maximum; i <= maximum; i++) {
      quantised[i + maximum] = (byte) quantise(i);
    }
    reset();
  }

  private int quantise(int gradient) {
    int size = Math.abs(gradient);
    int level;
    if (size <= parameters.near()) {
      level = 0;
    } else if (size < parameters.t1()) {
      level = 1;
    } else if (size < parameters.t2()) {
      level = 2;
    } else {
      level = size < parameters.t3() ? 3 : 4;
    }
    return gradient < 0 ? -level : level;
  }

  /** Forgets everything, at the start and after a restart marker. */
  void reset() {
    int a = Math.max(2, (parameters.range() + 32) / 64);
    for (int i = 0; i < regular.length; i += 4) {
      regular[i + A] = a;
      regular[i + B] = 0;
      regular[i + N] = 1;
      regular[i + WORD] = golomb(a, 1);
    }
    for (int i = 0; i < 2; i++) {
      runA[i] = a;
      runN[i] = 1;
      runNegative[i] = 0;
    }
  }

  /** The smallest k for which {@code n << k} is not below a. */
  static int golomb(int a, int n) {
    int k = Math.max(0, Integer.numberOfLeadingZeros(n) - Integer.numberOfLeadingZeros(a));
    return k + (((n << k) - a) >>> 31);
  }

  /**
   * Takes a prediction error into the statistics of a regular context (T.87 A.6), without branches
   * on the data.
   *
   * @param cell index of the first cell of the context
   * @param bias C of the context so far
   */
  void learn(int cell, int bias, int error) {
    int a = regular[cell + A] + Math.abs(error);
    int b = regular[cell + B] + error * scale;
    int n = regular[cell + N];
    if (n == halvedAt) {
      a >>= 1;
      b >>= 1;
      n >>= 1;
    }
    n++;
    int low = (b + n - 1) >> 31;
    int high = -b >> 31;
    b = Math.min(0, Math.max(b + (n & low) - (n & high), 1 - n));
    int nextBias = Math.max(-128, Math.min(127, bias + low - high));
    int k = golomb(a, n);
    regular[cell + A] = a;
    regular[cell + B] = b;
    regular[cell + N] = n;
    int inverted = k == 0 && scale == 1 && 2 * b <= -n ? INVERTED : 0;
    regular[cell + WORD] = nextBias << 8 | inverted | k;
  }

  /**
   * Decodes the prediction error of a sample that ends a run (T.87 A.7.2).
   *
   * @param type 1 if the neighbours to the left and above are equal, otherwise 0
   * @param runBits J of the run index
   */
  int interruptionError(BitReader bits, int type, int runBits) throws CodecException {
    int k = golomb(runA[type] + (type == 0 ? 0 : runN[type] >> 1), runN[type]);
    int mapped = golombCode(bits, k, parameters.limit() - runBits - 1);
    int doubled = mapped + type;
    int odd = doubled & 1;
    int size = (doubled + odd) >> 1;
    boolean negativeIsOdd = k != 0 || 2 * runNegative[type] >= runN[type];
    int error = negativeIsOdd == (odd == 1) ? -size : size;
    if (size > parameters.range()) {
      throw new CodecException("its JPEG-LS data are damaged");
    }
    if (error < 0) {
      runNegative[type]++;
    }
    runA[type] += (mapped + 1 - type) >> 1;
    if (runN[type] == parameters.reset()) {
      runA[type] >>= 1;
      runN[type] >>= 1;
      runNegative[type] >>= 1;
    }
    runN[type]++;
    return error;
  }

  /** Decodes a limited-length Golomb code (T.87 A.5.3), however long it is. */
  int golombCode(BitReader bits, int k, int limit) throws CodecException {
    int escape = limit - parameters.errorBits() - 1;
    int zeros = 0;
    while (true) {
      bits.refill();
      int here = Math.min(Long.numberOfLeadingZeros(bits.buffer), bits.count);
      zeros += here;
      if (zeros > escape) {
        throw new CodecException("its JPEG-LS data are damaged");
      }
      if (here < bits.count) {
        bits.bits(here);
        bits.bit();
        return zeros < escape ? (zeros << k) + bits.bits(k) : bits.bits(parameters.errorBits()) + 1;
      }
      bits.buffer = 0;
      bits.count = 0;
    }
  }

  /** Prediction plus error, modulo the range and within the limits (T.87 A.4.4, A.8). */
  int reconstruct(int predicted, int error) {
    int scale = parameters.scale();
    int near = parameters.near();
    int maximum = parameters.maximum();
    int value = predicted + error * scale;
    if (value < -near) {
      value += parameters.range() * scale;
    } else if (value > maximum + near) {
      value -= parameters.range() * scale;
    }
    return Math.max(0, Math.min(maximum, value));
  }
}
