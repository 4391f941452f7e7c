package org.cervimark.dicom.codec;

/**
 * Cuts the entropy-coded data of a scan at its markers and removes the zero bytes stuffed after
 * each FF (ITU-T T.81 B.1.1.5), so that the decoding loops see plain bits.
 */
final class EntropySegments {

  private final MarkerReader source;
  private final byte[] plain;
  private final int padding;
  private int restarts;

  /**
   * Begins at the position of the source, after the scan header.
   *
   * @param padding how many bytes may be read beyond the end before somebody checks
   */
  EntropySegments(MarkerReader source, int padding) {
    this.source = source;
    this.padding = padding + 16;
    plain = new byte[Math.addExact(source.data().length - source.position(), this.padding)];
  }

  /** Loads the bits up to the next marker and moves the source to that marker. */
  void next(BitReader bits) {
    byte[] data = source.data();
    int from = source.position();
    int to = 0;
    while (true) {
      int stop = from;
      while (stop < data.length && data[stop] != (byte) 0xFF) {
        stop++;
      }
      if (stop + 1 < data.length && data[stop + 1] == 0) {
        int length = stop + 1 - from;
        System.arraycopy(data, from, plain, to, length);
        to += length;
        from = stop + 2;
      } else {
        System.arraycopy(data, from, plain, to, stop - from);
        to += stop - from;
        source.position(stop);
        break;
      }
    }
    java.util.Arrays.fill(plain, to, to + padding, (byte) 0);
    bits.start(plain, 8L * to);
  }

  /** Checks that the segment is used up, steps over the restart marker and loads what follows. */
  void restart(BitReader bits) throws CodecException {
    bits.requireEnd();
    int marker = source.nextMarker();
    if (marker != Marker.RST0 + (restarts & 7)) {
      throw new CodecException("restart marker " + (restarts & 7) + " of its JPEG data is missing");
    }
    restarts++;
    next(bits);
  }
}
