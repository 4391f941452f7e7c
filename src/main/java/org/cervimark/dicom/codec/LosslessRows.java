package org.cervimark.dicom.codec;

/**
 * The inner loops of the lossless process, one row per call. Reading the differences and adding
 * them up are two passes: the first is bound by the bits, the second by the predictor, and the row
 * stays in the cache between them.
 */
final class LosslessRows {

  private static final int SHIFT = 64 - HuffmanTable.LOOKAHEAD;

  private LosslessRows() {}

  /** Reads a row of differences of one component; false if a code is in no table. */
  static boolean readDifferences(BitReader bits, HuffmanTable table, int[] differences) {
    byte[] bytes = bits.bytes;
    long buffer = bits.buffer;
    int count = bits.count;
    int position = bits.position;
    int[] lookup = table.lookup();
    int seen = 0;
    for (int i = 0; i < differences.length; i++) {
      if (count < 32) {
        buffer |= ((int) BitReader.INT.get(bytes, position) & 0xFFFFFFFFL) << (32 - count);
        position += 4;
        count += 32;
      }
      int entry = lookup[(int) (buffer >>> SHIFT)];
      if (entry == 0) {
        entry = table.longCode((int) (buffer >>> 48));
        seen |= entry;
      }
      int size = entry & 0xFF;
      int length = (entry >>> 8) & 0xFF;
      buffer <<= length;
      if (size == 16) {
        differences[i] = 32768;
        size = 0;
      } else {
        int negative = (int) (~buffer >> 63);
        differences[i] = (int) (buffer >>> 1 >>> (63 - size)) + (negative & (1 - (1 << size)));
      }
      buffer <<= size;
      count -= length + size;
    }
    bits.buffer = buffer;
    bits.count = count;
    bits.position = position;
    return (seen & HuffmanTable.INVALID) == 0;
  }

  /** Reads a row of differences of several components, sample by sample. */
  static boolean readInterleaved(BitReader bits, HuffmanTable[] tables, int[] differences)
      throws CodecException {
    int component = 0;
    for (int i = 0; i < differences.length; i++) {
      int size = tables[component].symbol(bits);
      component = component + 1 == tables.length ? 0 : component + 1;
      if (size == 16) {
        differences[i] = 32768;
      } else {
        int value = bits.bits(size);
        differences[i] = size == 0 || value >>> (size - 1) != 0 ? value : value + 1 - (1 << size);
      }
    }
    return true;
  }

  /**
   * The first row of an interval: each sample is predicted from the one before, the first from the
   * middle of the range (T.81 H.1.2.1).
   *
   * @param at index of the first sample
   * @param step distance of neighbouring samples
   * @param from index of the first difference
   * @param stride distance of the differences
   */
  static void predictFirst(
      short[] samples, int at, int step, int[] differences, int from, int stride, int middle) {
    int value = middle;
    int to = at;
    for (int i = from; i < differences.length; i += stride) {
      value = (value + differences[i]) & 0xFFFF;
      samples[to] = (short) value;
      to += step;
    }
  }

  /** Any other row, with one of the predictors of T.81 table H.1. */
  static void predict(
      int predictor,
      short[] samples,
      int at,
      int step,
      int above,
      int[] differences,
      int from,
      int stride) {
    int a = (samples[at - above] + differences[from]) & 0xFFFF;
    samples[at] = (short) a;
    int to = at + step;
    int d = from + stride;
    switch (predictor) {
      case 1 -> {
        for (; d < differences.length; d += stride, to += step) {
          a = (a + differences[d]) & 0xFFFF;
          samples[to] = (short) a;
        }
      }
      case 2 -> {
        for (; d < differences.length; d += stride, to += step) {
          samples[to] = (short) (samples[to - above] + differences[d]);
        }
      }
      case 3 -> {
        for (; d < differences.length; d += stride, to += step) {
          samples[to] = (short) (samples[to - above - step] + differences[d]);
        }
      }
      case 4 -> {
        for (; d < differences.length; d += stride, to += step) {
          a = (a + samples[to - above] - samples[to - above - step] + differences[d]) & 0xFFFF;
          samples[to] = (short) a;
        }
      }
      case 5 -> {
        for (; d < differences.length; d += stride, to += step) {
          int slope = (samples[to - above] & 0xFFFF) - (samples[to - above - step] & 0xFFFF);
          a = (a + (slope >> 1) + differences[d]) & 0xFFFF;
          samples[to] = (short) a;
        }
      }
      case 6 -> {
        for (; d < differences.length; d += stride, to += step) {
          int slope = a - (samples[to - above - step] & 0xFFFF);
          a = (samples[to - above] + (slope >> 1) + differences[d]) & 0xFFFF;
          samples[to] = (short) a;
        }
      }
      default -> {
        for (; d < differences.length; d += stride, to += step) {
          a = (((a + (samples[to - above] & 0xFFFF)) >> 1) + differences[d]) & 0xFFFF;
          samples[to] = (short) a;
        }
      }
    }
  }
}
