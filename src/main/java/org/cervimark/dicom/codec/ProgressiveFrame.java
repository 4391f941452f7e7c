package org.cervimark.dicom.codec;

import java.util.Arrays;

/**
 * The progressive DCT process with Huffman coding (ITU-T T.81 annex G; the retired DICOM processes
 * 6, 8, 10 and 12): coefficients arrive over several scans and are transformed at the end.
 */
final class ProgressiveFrame implements ScanTarget {

  private final JpegFrameHeader frame;
  private final DctGeometry geometry;
  private final short[][] coefficients;
  private final int[][] quantisation;

  /** Point transform up to which a coefficient of a component is known, -1 for not at all. */
  private final int[][] known;

  ProgressiveFrame(JpegFrameHeader frame) throws CodecException {
    this.frame = frame;
    geometry = new DctGeometry(frame);
    long size = 64L * geometry.blockColumns() * geometry.blockRows();
    if (size > Integer.MAX_VALUE - 64) {
      throw new CodecException("its progressive JPEG data are too large");
    }
    coefficients = new short[frame.components()][(int) size];
    quantisation = new int[frame.components()][];
    known = new int[frame.components()][64];
    for (int[] each : known) {
      Arrays.fill(each, -1);
    }
  }

  @Override
  public void decode(JpegScanHeader scan, JpegTables tables, MarkerReader reader)
      throws CodecException {
    check(scan);
    int[] components = scan.components();
    HuffmanTable[] dc = new HuffmanTable[components.length];
    for (int i = 0; i < components.length; i++) {
      if (quantisation[components[i]] == null) {
        quantisation[components[i]] =
            tables.quantisation(frame.quantisation()[components[i]]).clone();
      }
      if (scan.start() == 0 && scan.high() == 0) {
        dc[i] = tables.dc(scan.tables()[i] >>> 4);
        if (dc[i].largest() > 15) {
          throw new CodecException("a Huffman table of its JPEG data is wrong");
        }
      }
    }
    BitReader bits = new BitReader();
    EntropySegments segments =
        new EntropySegments(reader, DctGeometry.MOST_BLOCK_BYTES * components.length);
    segments.next(bits);
    int[] predicted = new int[components.length];
    ProgressiveBand band =
        scan.start() == 0
            ? null
            : new ProgressiveBand(
                scan, tables.ac(scan.tables()[0] & 15), bits, coefficients[components[0]]);
    int units = geometry.blockColumns() * geometry.blockRows();
    for (int unit = 0; unit < units; unit++) {
      if (tables.restartInterval() != 0 && unit != 0 && unit % tables.restartInterval() == 0) {
        segments.restart(bits);
        Arrays.fill(predicted, 0);
        if (band != null) {
          band.restart();
        }
      }
      if (band != null) {
        band.block(64 * unit);
      } else {
        decodeDc(scan, dc, bits, predicted, 64 * unit);
      }
      if (bits.overrun()) {
        throw new CodecException("its compressed data end before the image does");
      }
    }
    if (band != null) {
      band.end();
    }
    bits.requireEnd();
  }

  private void decodeDc(
      JpegScanHeader scan, HuffmanTable[] dc, BitReader bits, int[] predicted, int at)
      throws CodecException {
    for (int i = 0; i < predicted.length; i++) {
      short[] plane = coefficients[scan.components()[i]];
      if (scan.high() == 0) {
        int size = dc[i].symbol(bits);
        predicted[i] += DctGeometry.extend(bits.bits(size), size);
        plane[at] = (short) (predicted[i] << scan.low());
      } else {
        plane[at] |= (short) (bits.bit() << scan.low());
      }
    }
  }

  /** Each scan must tell something new and follow on what is known (T.81 G.1.1.1). */
  private void check(JpegScanHeader scan) throws CodecException {
    boolean dc = scan.start() == 0;
    if (scan.end() > 63
        || scan.start() > scan.end()
        || dc != (scan.end() == 0)
        || (!dc && scan.components().length != 1)
        || scan.low() > 13
        || (scan.high() != 0 && scan.high() != scan.low() + 1)) {
      throw new CodecException("the spectral selection of its progressive JPEG data is wrong");
    }
    for (int component : scan.components()) {
      for (int k = scan.start(); k <= scan.end(); k++) {
        if (known[component][k] != (scan.high() == 0 ? -1 : scan.high())
            || (!dc && known[component][0] < 0)) {
          throw new CodecException("the scans of its progressive JPEG data do not follow up");
        }
        known[component][k] = scan.low();
      }
    }
  }

  @Override
  public short[] finish() throws CodecException {
    InverseDct inverse = new InverseDct(frame.precision());
    int[] block = new int[64];
    for (int component = 0; component < frame.components(); component++) {
      if (known[component][0] < 0) {
        throw new CodecException("a component of its JPEG data is missing");
      }
      for (int k = 0; k < 64; k++) {
        if (known[component][k] != 0) {
          throw new CodecException("the last scans of its progressive JPEG data are missing");
        }
      }
      int at = 0;
      for (int row = 0; row < geometry.blockRows(); row++) {
        for (int column = 0; column < geometry.blockColumns(); column++, at += 64) {
          transform(inverse, coefficients[component], at, quantisation[component], block);
          geometry.store(component, column, row, block);
        }
      }
    }
    return geometry.samples();
  }

  private static void transform(
      InverseDct inverse, short[] coefficients, int at, int[] quantisation, int[] block) {
    int columns = 0;
    for (int i = 0; i < 64; i++) {
      int value = coefficients[at + i] * quantisation[i];
      int to = DctGeometry.natural(i);
      block[to] = value;
      columns |= ((value != 0 && to > 7) ? 1 : 0) << (to & 7);
    }
    inverse.transform(block, columns);
  }
}
