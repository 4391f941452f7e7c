package org.cervimark.dicom.codec;

import org.cervimark.image.PixelFormat;

/**
 * The start-of-frame segment of a JPEG or JPEG-LS codestream (ITU-T T.81 B.2.2, T.87 C.2.2).
 *
 * @param process second byte of the marker
 * @param precision bits per sample
 * @param rows number of lines, 0 if a DNL segment tells it later
 * @param columns samples per line
 * @param identifiers component identifiers in order
 * @param sampling horizontal factor times 16 plus vertical factor, per component
 * @param quantisation quantisation table destination, per component
 */
@SuppressWarnings("ArrayRecordComponent")
record JpegFrameHeader(
    int process,
    int precision,
    int rows,
    int columns,
    int[] identifiers,
    int[] sampling,
    int[] quantisation) {

  /** Reads the entered segment to its end. */
  static JpegFrameHeader read(int process, MarkerReader segment) throws CodecException {
    segment.enter();
    int precision = segment.unsignedByte();
    int rows = segment.unsignedShort();
    int columns = segment.unsignedShort();
    int components = segment.unsignedByte();
    if (components == 0 || components > 4) {
      throw new CodecException("its codestream has " + components + " components");
    }
    int[] identifiers = new int[components];
    int[] sampling = new int[components];
    int[] quantisation = new int[components];
    for (int i = 0; i < components; i++) {
      identifiers[i] = segment.unsignedByte();
      sampling[i] = segment.unsignedByte();
      quantisation[i] = segment.unsignedByte();
      for (int j = 0; j < i; j++) {
        if (identifiers[j] == identifiers[i]) {
          throw new CodecException("two components of its codestream have the same name");
        }
      }
    }
    segment.leave();
    return new JpegFrameHeader(
        process, precision, rows, columns, identifiers, sampling, quantisation);
  }

  int components() {
    return identifiers.length;
  }

  /** Index of the component with an identifier. */
  int component(int identifier) throws CodecException {
    for (int i = 0; i < identifiers.length; i++) {
      if (identifiers[i] == identifier) {
        return i;
      }
    }
    throw new CodecException("a scan of its codestream names a component that does not exist");
  }

  /**
   * Checks the frame against the DICOM header, and supplies the number of rows if it comes later.
   *
   * @param least the least precision of the coding process
   * @param most its largest
   */
  JpegFrameHeader agreeing(PixelFormat expected, int least, int most) throws CodecException {
    if (precision < least || precision > most) {
      throw CodecException.unsupported("its codestream has samples of " + precision + " bits");
    }
    requireSize(expected, columns, rows == 0 ? expected.rows() : rows, components(), precision);
    return new JpegFrameHeader(
        process, precision, expected.rows(), columns, identifiers, sampling, quantisation);
  }

  /** Checks the size a codestream gives against the DICOM header. */
  static void requireSize(
      PixelFormat expected, int columns, int rows, int components, int precision)
      throws CodecException {
    if (columns != expected.columns() || rows != expected.rows()) {
      throw new CodecException(
          String.format(
              java.util.Locale.ROOT,
              "its codestream is %d x %d pixels, but its header says %d x %d",
              columns,
              rows,
              expected.columns(),
              expected.rows()));
    }
    if (components != expected.samplesPerPixel()) {
      throw new CodecException(
          String.format(
              java.util.Locale.ROOT,
              "its codestream has %d components, but its header says %d",
              components,
              expected.samplesPerPixel()));
    }
    if (precision > expected.bitsAllocated()) {
      throw new CodecException(
          String.format(
              java.util.Locale.ROOT,
              "its codestream has samples of %d bits, but its header allocates %d",
              precision,
              expected.bitsAllocated()));
    }
    if ((long) columns * rows * components > Integer.MAX_VALUE - 64) {
      throw new CodecException("one frame has more than two thousand million samples");
    }
  }

  /** Refuses chroma subsampling. */
  void requireFullSampling() throws CodecException {
    for (int factors : sampling) {
      if (factors >>> 4 == 0 || factors >>> 4 > 4 || (factors & 15) == 0 || (factors & 15) > 4) {
        throw new CodecException("the sampling factors of its codestream are wrong");
      }
      if (factors != sampling[0]) {
        throw CodecException.unsupported(
            "its components are sampled differently, which is supported at 8 bits only");
      }
    }
  }
}
