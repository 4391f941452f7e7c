package org.cervimark.dicom.codec;

/** A JPEG-LS frame in the making, to which scans are added one after the other. */
final class LsFrame {

  private static final int SAMPLE_INTERLEAVED = 2;

  /** Bytes one sample can take at most: the longest code, which a damaged k may double. */
  private static final int MOST_SAMPLE_BYTES = 24;

  private final JpegFrameHeader frame;
  private final short[] samples;
  private final boolean[] decoded;
  private boolean linesConfirmed;

  /** Takes the memory for the frame. */
  LsFrame(JpegFrameHeader frame) throws CodecException {
    frame.requireFullSampling();
    this.frame = frame;
    samples = new short[frame.columns() * frame.rows() * frame.components()];
    decoded = new boolean[frame.components()];
  }

  /** Decodes the scan whose header the reader has met, and leaves the reader at the next marker. */
  void decode(LsParameters.Preset preset, int restartInterval, MarkerReader reader)
      throws CodecException {
    JpegScanHeader scan = JpegScanHeader.read(frame, reader);
    for (int i = 0; i < scan.components().length; i++) {
      if (decoded[scan.components()[i]]) {
        throw new CodecException("a component of its JPEG-LS data is coded twice");
      }
      decoded[scan.components()[i]] = true;
      if (scan.tables()[i] != 0) {
        throw CodecException.unsupported(
            "its JPEG-LS data use a mapping table, which is not supported");
      }
    }
    if (scan.end() > SAMPLE_INTERLEAVED
        || (scan.end() == 0 && scan.components().length != 1)
        || scan.high() != 0) {
      throw new CodecException("the interleave mode of its JPEG-LS data is wrong");
    }
    int transform = scan.low();
    if (transform >= frame.precision() - 1) {
      throw new CodecException("the point transform of its JPEG-LS data is wrong");
    }
    LsParameters parameters = LsParameters.of(frame.precision() - transform, scan.start(), preset);
    decodeLines(scan, parameters, restartInterval, reader);
  }

  private void decodeLines(
      JpegScanHeader scan, LsParameters parameters, int restartInterval, MarkerReader reader)
      throws CodecException {
    int width = frame.columns();
    int number = scan.components().length;
    int[][] lines = new int[number][width + 2];
    int[][] above = new int[number][width + 2];
    LsRuns[] runs = new LsRuns[number];
    for (int i = 0; i < number; i++) {
      runs[i] = new LsRuns();
    }
    LsContexts contexts = new LsContexts(parameters);
    BitReader bits = new BitReader();
    LsEntropySegments segments =
        new LsEntropySegments(reader, Math.multiplyExact(MOST_SAMPLE_BYTES, width * number));
    segments.next(bits);
    for (int row = 0; row < frame.rows(); row++) {
      if (restartInterval != 0 && row != 0 && row % restartInterval == 0) {
        segments.restart(bits);
        contexts.reset();
        for (int i = 0; i < number; i++) {
          runs[i].reset();
          java.util.Arrays.fill(above[i], 0);
        }
      }
      if (scan.end() == SAMPLE_INTERLEAVED && number > 1) {
        LsPixels.decode(bits, contexts, runs[0], lines, above, width);
      } else {
        for (int i = 0; i < number; i++) {
          LsLines.decode(bits, contexts, runs[i], lines[i], above[i], width);
        }
      }
      for (int i = 0; i < number; i++) {
        store(scan.components()[i], row, lines[i], scan.low());
      }
      int[][] swap = above;
      above = lines;
      lines = swap;
    }
    bits.requireEnd();
  }

  private void store(int component, int row, int[] line, int transform) {
    int step = frame.components();
    int width = frame.columns();
    int to = row * width * step + component;
    for (int x = 1; x <= width; x++, to += step) {
      samples[to] = (short) (line[x] << transform);
    }
  }

  /** Reads a DNL segment. */
  void checkLines(MarkerReader reader) throws CodecException {
    reader.enter();
    int lines = reader.unsignedShort();
    while (reader.remaining() > 0) {
      lines = lines << 8 | reader.unsignedByte();
    }
    if (lines != frame.rows()) {
      throw new CodecException(
          "the number of lines its codestream defines last contradicts its header");
    }
    linesConfirmed = true;
  }

  /** The samples, once all scans are decoded; refuses if a component had none. */
  short[] finish(boolean linesKnown) throws CodecException {
    if (!linesKnown && !linesConfirmed) {
      throw new CodecException("its codestream never says how many lines it has");
    }
    for (boolean each : decoded) {
      if (!each) {
        throw new CodecException("a component of its JPEG-LS data is missing");
      }
    }
    return samples;
  }
}
