package org.cervimark.dicom.codec;

/**
 * One scan over a band of AC coefficients of a progressive frame (ITU-T T.81 G.1.2.2, G.1.2.3).
 * Coefficients are kept in zigzag order, 64 to a block.
 */
final class ProgressiveBand {

  private final int start;
  private final int end;
  private final int low;
  private final boolean refines;
  private final HuffmanTable table;
  private final BitReader bits;
  private final short[] coefficients;

  /** Blocks that have no further coefficient in this band. */
  private int endOfBandRun;

  ProgressiveBand(JpegScanHeader scan, HuffmanTable table, BitReader bits, short[] coefficients) {
    start = scan.start();
    end = scan.end();
    low = scan.low();
    refines = scan.high() != 0;
    this.table = table;
    this.bits = bits;
    this.coefficients = coefficients;
  }

  void restart() throws CodecException {
    end();
  }

  /** Checks that no block is owed. */
  void end() throws CodecException {
    if (endOfBandRun != 0) {
      throw new CodecException("its progressive JPEG data go on after the last block");
    }
  }

  /** Decodes the band of the block whose first coefficient is at an index. */
  void block(int at) throws CodecException {
    if (refines) {
      refine(at);
    } else {
      first(at);
    }
  }

  private void first(int at) throws CodecException {
    if (endOfBandRun > 0) {
      endOfBandRun--;
      return;
    }
    for (int k = start; k <= end; k++) {
      int symbol = table.symbol(bits);
      int run = symbol >>> 4;
      int size = symbol & 15;
      if (size != 0) {
        k += run;
        requireInBand(k);
        coefficients[at + k] = (short) (DctGeometry.extend(bits.bits(size), size) * (1 << low));
      } else if (run == 15) {
        k += 15;
      } else {
        endOfBandRun = (1 << run) + bits.bits(run) - 1;
        return;
      }
    }
  }

  private void refine(int at) throws CodecException {
    int k = start;
    if (endOfBandRun == 0) {
      while (k <= end) {
        int symbol = table.symbol(bits);
        int run = symbol >>> 4;
        int value = 0;
        if ((symbol & 15) == 1) {
          value = bits.bit() == 1 ? 1 << low : -(1 << low);
        } else if ((symbol & 15) != 0) {
          throw new CodecException("its progressive JPEG data are damaged");
        } else if (run != 15) {
          endOfBandRun = (1 << run) + bits.bits(run);
          break;
        }
        k = skipZeros(at, k, run);
        if (value != 0) {
          requireInBand(k);
          coefficients[at + k] = (short) value;
        }
        k++;
      }
    }
    if (endOfBandRun > 0) {
      for (; k <= end; k++) {
        correct(at + k);
      }
      endOfBandRun--;
    }
  }

  /** Corrects known coefficients on the way over a run of zeros to the next zero after it. */
  private int skipZeros(int at, int from, int run) {
    int zeros = run;
    int k = from;
    for (; k <= end; k++) {
      if (coefficients[at + k] != 0) {
        correct(at + k);
      } else if (zeros-- == 0) {
        break;
      }
    }
    return k;
  }

  private void correct(int index) {
    int value = coefficients[index];
    if (value != 0 && bits.bit() == 1 && (value & (1 << low)) == 0) {
      coefficients[index] = (short) (value + (value > 0 ? 1 << low : -(1 << low)));
    }
  }

  private void requireInBand(int k) throws CodecException {
    if (k > end) {
      throw new CodecException("its progressive JPEG data are damaged");
    }
  }
}
