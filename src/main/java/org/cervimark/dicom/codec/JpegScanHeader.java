package org.cervimark.dicom.codec;

/**
 * The start-of-scan segment (ITU-T T.81 B.2.3, T.87 C.2.3). The last three values mean spectral
 * selection and successive approximation in DCT processes; predictor and point transform in the
 * lossless process; NEAR, interleave mode and point transform in JPEG-LS.
 *
 * @param components indices of the components of the scan, ascending
 * @param tables table destinations per component: DC times 16 plus AC, or the mapping table
 * @param start Ss, predictor, or NEAR
 * @param end Se or ILV
 * @param high Ah
 * @param low Al or Pt
 */
@SuppressWarnings("ArrayRecordComponent")
record JpegScanHeader(int[] components, int[] tables, int start, int end, int high, int low) {

  /** Reads the segment of an SOS marker. */
  static JpegScanHeader read(JpegFrameHeader frame, MarkerReader segment) throws CodecException {
    segment.enter();
    int number = segment.unsignedByte();
    if (number == 0 || number > frame.components()) {
      throw new CodecException("a scan of its codestream has " + number + " components");
    }
    int[] components = new int[number];
    int[] tables = new int[number];
    for (int i = 0; i < number; i++) {
      components[i] = frame.component(segment.unsignedByte());
      tables[i] = segment.unsignedByte();
      if (i > 0 && components[i] <= components[i - 1]) {
        throw new CodecException("the components of a scan are out of order");
      }
    }
    int start = segment.unsignedByte();
    int end = segment.unsignedByte();
    int last = segment.unsignedByte();
    segment.leave();
    return new JpegScanHeader(components, tables, start, end, last >>> 4, last & 15);
  }
}
