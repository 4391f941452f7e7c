package org.cervimark.dicom.codec;

/**
 * The lossless process of JPEG (ITU-T T.81 annex H; DICOM processes 14 and 14 SV1): each sample is
 * predicted from its neighbours, and the difference is Huffman coded.
 */
final class LosslessFrame implements ScanTarget {

  /** Category 16 stands for the difference 32768 and has no additional bits (T.81 H.1.2.2). */
  private static final int LARGEST_CATEGORY = 16;

  private final JpegFrameHeader frame;
  private final boolean signed;
  private final short[] samples;
  private final boolean[] decoded;

  /**
   * Takes the memory for the frame.
   *
   * @param signed Pixel Representation says signed; some encoders then code sign-extended samples,
   *     which do not fit the precision they announce
   */
  LosslessFrame(JpegFrameHeader frame, boolean signed) throws CodecException {
    frame.requireFullSampling();
    this.frame = frame;
    this.signed = signed;
    samples = new short[frame.columns() * frame.rows() * frame.components()];
    decoded = new boolean[frame.components()];
  }

  @Override
  public void decode(JpegScanHeader scan, JpegTables tables, MarkerReader reader)
      throws CodecException {
    int transform = scan.low();
    if (scan.start() < 1 || scan.start() > 7 || scan.end() != 0 || scan.high() != 0) {
      throw new CodecException("the predictor of its JPEG lossless data is wrong");
    }
    if (transform >= frame.precision()) {
      throw new CodecException("the point transform of its JPEG lossless data is wrong");
    }
    int[] components = scan.components();
    HuffmanTable[] huffman = new HuffmanTable[components.length];
    for (int i = 0; i < components.length; i++) {
      if (decoded[components[i]]) {
        throw new CodecException("a component of its JPEG lossless data is coded twice");
      }
      decoded[components[i]] = true;
      huffman[i] = tables.dc(scan.tables()[i] >>> 4);
      if (huffman[i].largest() > LARGEST_CATEGORY) {
        throw new CodecException("a Huffman table of its JPEG lossless data is wrong");
      }
    }
    decodeRows(scan, huffman, rowsPerInterval(tables.restartInterval()), reader);
    finishScan(components, transform);
  }

  private int rowsPerInterval(int restartInterval) throws CodecException {
    if (restartInterval == 0) {
      return frame.rows();
    }
    if (restartInterval % frame.columns() != 0) {
      throw new CodecException("the restart interval of its JPEG lossless data is wrong");
    }
    return restartInterval / frame.columns();
  }

  private void decodeRows(
      JpegScanHeader scan, HuffmanTable[] huffman, int rowsPerInterval, MarkerReader reader)
      throws CodecException {
    int[] components = scan.components();
    int columns = frame.columns();
    int step = frame.components();
    int first = 1 << (frame.precision() - scan.low() - 1);
    int[] differences = new int[columns * components.length];
    BitReader bits = new BitReader();
    EntropySegments segments = new EntropySegments(reader, 4 * differences.length);
    segments.next(bits);
    for (int row = 0; row < frame.rows(); row++) {
      boolean begins = row % rowsPerInterval == 0;
      if (begins && row > 0) {
        segments.restart(bits);
      }
      boolean valid =
          components.length == 1
              ? LosslessRows.readDifferences(bits, huffman[0], differences)
              : LosslessRows.readInterleaved(bits, huffman, differences);
      if (!valid || bits.overrun()) {
        throw new CodecException(
            "its JPEG lossless data are damaged in row " + row + " of " + frame.rows());
      }
      for (int i = 0; i < components.length; i++) {
        int at = row * columns * step + components[i];
        if (begins) {
          LosslessRows.predictFirst(samples, at, step, differences, i, components.length, first);
        } else {
          LosslessRows.predict(
              scan.start(), samples, at, step, columns * step, differences, i, components.length);
        }
      }
    }
    bits.requireEnd();
  }

  /** Checks the range of the samples, undoes sign extension and point transform. */
  private void finishScan(int[] components, int transform) throws CodecException {
    int bits = frame.precision() - transform;
    if (bits == 16) {
      return;
    }
    int step = frame.components();
    int mask = (1 << bits) - 1;
    int negative = signed && transform == 0 ? 0x10000 - (1 << (bits - 1)) : 0x10000;
    for (int component : components) {
      for (int i = component; i < samples.length; i += step) {
        int value = samples[i] & 0xFFFF;
        if (value > mask && value < negative) {
          throw new CodecException("its JPEG lossless data hold a value that is too large");
        }
        samples[i] = (short) ((value & mask) << transform);
      }
    }
  }

  @Override
  public short[] finish() throws CodecException {
    for (boolean each : decoded) {
      if (!each) {
        throw new CodecException("a component of its JPEG lossless data is missing");
      }
    }
    return samples;
  }
}
