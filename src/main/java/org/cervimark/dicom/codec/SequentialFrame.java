package org.cervimark.dicom.codec;

import java.util.Arrays;

/**
 * The sequential DCT process with Huffman coding (ITU-T T.81 annex F; DICOM processes 1, 2 and 4):
 * each block is decoded and transformed at once. Spectral selection has only one value here, which
 * some encoders do not write; hence it is not looked at.
 */
final class SequentialFrame implements ScanTarget {

  private static final int SHIFT = 64 - HuffmanTable.LOOKAHEAD;

  private final JpegFrameHeader frame;
  private final DctGeometry geometry;
  private final InverseDct inverse;
  private final int[] order = DctGeometry.naturalOrder();
  private final boolean[] decoded;
  private final int[] block = new int[64];
  private int acColumns;
  private boolean acRows;

  SequentialFrame(JpegFrameHeader frame) throws CodecException {
    this.frame = frame;
    geometry = new DctGeometry(frame);
    inverse = new InverseDct(frame.precision());
    decoded = new boolean[frame.components()];
  }

  @Override
  public void decode(JpegScanHeader scan, JpegTables tables, MarkerReader reader)
      throws CodecException {
    int[] components = scan.components();
    HuffmanTable[] dc = new HuffmanTable[components.length];
    HuffmanTable[] ac = new HuffmanTable[components.length];
    int[][] quantisation = new int[components.length][];
    for (int i = 0; i < components.length; i++) {
      if (decoded[components[i]]) {
        throw new CodecException("a component of its JPEG data is coded twice");
      }
      decoded[components[i]] = true;
      dc[i] = tables.dc(scan.tables()[i] >>> 4);
      ac[i] = tables.ac(scan.tables()[i] & 15);
      quantisation[i] = tables.quantisation(frame.quantisation()[components[i]]);
      if (dc[i].largest() > 15) {
        throw new CodecException("a Huffman table of its JPEG data is wrong");
      }
    }
    decodeBlocks(components, dc, ac, quantisation, tables.restartInterval(), reader);
  }

  private void decodeBlocks(
      int[] components,
      HuffmanTable[] dc,
      HuffmanTable[] ac,
      int[][] quantisation,
      int restartInterval,
      MarkerReader reader)
      throws CodecException {
    BitReader bits = new BitReader();
    EntropySegments segments =
        new EntropySegments(reader, DctGeometry.MOST_BLOCK_BYTES * components.length);
    segments.next(bits);
    int[] predicted = new int[components.length];
    int unit = 0;
    for (int row = 0; row < geometry.blockRows(); row++) {
      for (int column = 0; column < geometry.blockColumns(); column++) {
        if (restartInterval != 0 && unit != 0 && unit % restartInterval == 0) {
          segments.restart(bits);
          Arrays.fill(predicted, 0);
        }
        unit++;
        for (int i = 0; i < components.length; i++) {
          int size = dc[i].symbol(bits);
          predicted[i] += DctGeometry.extend(bits.bits(size), size);
          if (!readAc(bits, ac[i], quantisation[i]) || bits.overrun()) {
            throw new CodecException(
                "its JPEG data are damaged in block row " + row + " of " + geometry.blockRows());
          }
          finishBlock(predicted[i] * quantisation[i][0]);
          geometry.store(components[i], column, row, block);
          Arrays.fill(block, 0);
        }
      }
    }
    bits.requireEnd();
  }

  private void finishBlock(int dc) {
    if (acRows) {
      block[0] = dc;
      inverse.transform(block, acColumns);
    } else {
      Arrays.fill(block, inverse.flat(dc));
    }
  }

  /** Reads and dequantises the AC coefficients of a block; false if they are damaged. */
  private boolean readAc(BitReader bits, HuffmanTable table, int[] quantisation) {
    byte[] bytes = bits.bytes;
    long buffer = bits.buffer;
    int count = bits.count;
    int position = bits.position;
    int[] lookup = table.lookup();
    int columns = 0;
    boolean valid = true;
    acRows = false;
    for (int k = 1; k < 64; k++) {
      if (count < 32) {
        buffer |= ((int) BitReader.INT.get(bytes, position) & 0xFFFFFFFFL) << (32 - count);
        position += 4;
        count += 32;
      }
      int entry = lookup[(int) (buffer >>> SHIFT)];
      if (entry == 0) {
        entry = table.longCode((int) (buffer >>> 48));
        valid &= entry < HuffmanTable.INVALID;
      }
      int length = (entry >>> 8) & 0xFF;
      int size = entry & 15;
      buffer <<= length;
      count -= length;
      k += (entry >>> 4) & 15;
      if (size != 0) {
        if (k > 63) {
          valid = false;
          break;
        }
        int negative = (int) (~buffer >> 63);
        int value = (int) (buffer >>> 1 >>> (63 - size)) + (negative & (1 - (1 << size)));
        buffer <<= size;
        count -= size;
        int at = order[k];
        block[at] = value * quantisation[k];
        columns |= (at > 7 ? 1 : 0) << (at & 7);
        acRows = true;
      } else if ((entry & 0xF0) != 0xF0) {
        break;
      }
    }
    acColumns = columns;
    bits.buffer = buffer;
    bits.count = count;
    bits.position = position;
    return valid;
  }

  @Override
  public short[] finish() throws CodecException {
    for (boolean each : decoded) {
      if (!each) {
        throw new CodecException("a component of its JPEG data is missing");
      }
    }
    return geometry.samples();
  }
}
