package org.cervimark.dicom.codec;

/** How the blocks of a DCT frame lie over its samples, and what all DCT scans have in common. */
final class DctGeometry {

  /** T.81 figure A.6. */
  private static final int[] NATURAL_ORDER = {
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20,
    13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59,
    52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63
  };

  /** Bytes one block can take at most: 64 codes of 16 bits with 16 additional bits, and some. */
  static final int MOST_BLOCK_BYTES = 64 * 4 + 16;

  private final JpegFrameHeader frame;
  private final short[] samples;

  /** Takes the memory for the samples. */
  DctGeometry(JpegFrameHeader frame) throws CodecException {
    frame.requireFullSampling();
    this.frame = frame;
    samples = new short[frame.columns() * frame.rows() * frame.components()];
  }

  /** Row-order index of a coefficient in zigzag order. */
  static int natural(int zigzag) {
    return NATURAL_ORDER[zigzag];
  }

  /** All of them. */
  static int[] naturalOrder() {
    return NATURAL_ORDER.clone();
  }

  short[] samples() {
    return samples;
  }

  int blockColumns() {
    return (frame.columns() + 7) / 8;
  }

  int blockRows() {
    return (frame.rows() + 7) / 8;
  }

  /** Writes the samples of one block, cut at the right and lower edge. */
  void store(int component, int blockColumn, int blockRow, int[] block) {
    int step = frame.components();
    int wide = Math.min(8, frame.columns() - 8 * blockColumn);
    int high = Math.min(8, frame.rows() - 8 * blockRow);
    for (int y = 0; y < high; y++) {
      int to = ((8 * blockRow + y) * frame.columns() + 8 * blockColumn) * step + component;
      for (int x = 0; x < wide; x++) {
        samples[to + x * step] = (short) block[8 * y + x];
      }
    }
  }

  /** The value of additional bits (T.81 F.2.2.1 EXTEND). */
  static int extend(int bits, int size) {
    return size == 0 || bits >>> (size - 1) != 0 ? bits : bits + 1 - (1 << size);
  }
}
