package org.cervimark.dicom.codec;

/** Decodes lines of one component (ITU-T T.87 A.3 to A.7): the inner loop of JPEG-LS. */
final class LsLines {

  private LsLines() {}

  /**
   * Decodes one line.
   *
   * @param line receives the samples at indices 1 to width
   * @param above the line above, with one more sample at either end (T.87 A.2.1): at index 0 its
   *     own left neighbour, at width + 1 its last sample again
   */
  static void decode(
      BitReader bits, LsContexts contexts, LsRuns runs, int[] line, int[] above, int width)
      throws CodecException {
    final LsParameters parameters = contexts.parameters;
    final int maximum = parameters.maximum();
    final int scale = parameters.scale();
    final boolean modular = scale == 1 && (maximum & (maximum + 1)) == 0;
    final int limit = parameters.limit();
    final int escape = limit - parameters.errorBits() - 1;
    final byte[] quantised = contexts.quantised;
    final int[] state = contexts.regular;
    final byte[] bytes = bits.bytes;
    long buffer = bits.buffer;
    int count = bits.count;
    int position = bits.position;

    line[0] = above[1];
    above[width + 1] = above[width];
    int a = line[0];
    int b = above[1];
    int c = above[0];
    int q2 = quantised[b - c + maximum];
    int largest = 0;
    int x = 1;
    while (x <= width) {
      final int d = above[x + 1];
      final int q1 = quantised[d - b + maximum];
      final int q = 81 * q1 + 9 * q2 + quantised[c - a + maximum];
      if (q == 0) {
        bits.buffer = buffer;
        bits.count = count;
        bits.position = position;
        x = runs.decode(bits, contexts, line, above, x, width);
        buffer = bits.buffer;
        count = bits.count;
        position = bits.position;
        if (x <= width) {
          a = line[x - 1];
          b = above[x];
          c = above[x - 1];
          q2 = quantised[b - c + maximum];
        }
        continue;
      }
      final int sign = q >> 31;
      final int cell = 4 * ((q ^ sign) - sign);
      final int word = state[cell + LsContexts.WORD];
      final int bias = word >> 8;
      final int k = word & LsContexts.K;
      int value = Math.max(Math.min(a, b), Math.min(Math.max(a, b), a + b - c));
      value = Math.max(0, Math.min(maximum, value + ((bias ^ sign) - sign)));

      if (count < 32) {
        buffer |= ((int) BitReader.INT.get(bytes, position) & 0xFFFFFFFFL) << (32 - count);
        position += 4;
        count += 32;
      }
      final int zeros = Long.numberOfLeadingZeros(buffer);
      int mapped;
      if (zeros < escape && zeros + k < 32) {
        buffer <<= zeros + 1;
        mapped = (zeros << k) + (int) (buffer >>> 1 >>> (63 - k));
        buffer <<= k;
        count -= zeros + 1 + k;
      } else {
        bits.buffer = buffer;
        bits.count = count;
        bits.position = position;
        mapped = contexts.golombCode(bits, k, limit);
        buffer = bits.buffer;
        count = bits.count;
        position = bits.position;
      }
      largest = Math.max(largest, mapped);
      final int inverted = -((word >>> 7) & 1);
      final int error = (mapped >>> 1) ^ -(mapped & 1) ^ inverted;

      contexts.learn(cell, bias, error);
      final int signed = (error ^ sign) - sign;
      a = modular ? (value + signed) & maximum : contexts.reconstruct(value, signed);
      line[x] = a;
      c = b;
      b = d;
      q2 = q1;
      x++;
    }
    bits.buffer = buffer;
    bits.count = count;
    bits.position = position;
    if (largest > 2 * parameters.range() || bits.overrun()) {
      throw new CodecException("its JPEG-LS data are damaged");
    }
  }
}
