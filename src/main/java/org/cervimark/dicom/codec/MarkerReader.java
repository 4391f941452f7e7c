package org.cervimark.dicom.codec;

/**
 * Walks over the marker segments of a JPEG or JPEG-LS codestream (ITU-T T.81 B.1.1). A segment is
 * entered, read with bounds, and left; reading beyond its end is a defect, not an array error.
 */
final class MarkerReader {

  private final byte[] data;
  private int position;
  private int segmentEnd;
  private int marker;

  MarkerReader(byte[] data) {
    this.data = data;
  }

  byte[] data() {
    return data;
  }

  int position() {
    return position;
  }

  /** Continues at an index of the codestream, after entropy-coded data. */
  void position(int index) {
    position = index;
  }

  boolean atEnd() {
    return position >= data.length;
  }

  /** Reads the next marker, skipping fill bytes, and returns its second byte. */
  int nextMarker() throws CodecException {
    if (position + 1 >= data.length) {
      throw new CodecException("its codestream ends before the image does");
    }
    if (data[position] != (byte) 0xFF) {
      throw new CodecException("a marker is missing at byte " + position + " of its codestream");
    }
    while (position < data.length && data[position] == (byte) 0xFF) {
      position++;
    }
    if (position >= data.length) {
      throw new CodecException("its codestream ends before the image does");
    }
    marker = data[position++] & 0xFF;
    segmentEnd = position;
    return marker;
  }

  /** Reads the length of the segment of the current marker. */
  void enter() throws CodecException {
    if (position + 2 > data.length) {
      throw new CodecException("its codestream ends within " + name());
    }
    int length = (data[position] & 0xFF) << 8 | (data[position + 1] & 0xFF);
    if (length < 2 || length > data.length - position) {
      throw new CodecException("the length of " + name() + " is wrong");
    }
    segmentEnd = position + length;
    position += 2;
  }

  /** Skips the segment of the current marker. */
  void skip() throws CodecException {
    enter();
    position = segmentEnd;
  }

  /** Bytes of the entered segment that have not been read. */
  int remaining() {
    return segmentEnd - position;
  }

  /** Checks that the entered segment has been read to its end. */
  void leave() throws CodecException {
    if (position != segmentEnd) {
      throw new CodecException("the length of " + name() + " is wrong");
    }
  }

  int unsignedByte() throws CodecException {
    if (position >= segmentEnd) {
      throw new CodecException(name() + " is too short");
    }
    return data[position++] & 0xFF;
  }

  int unsignedShort() throws CodecException {
    int high = unsignedByte();
    return high << 8 | unsignedByte();
  }

  private String name() {
    return "marker segment FF"
        + Integer.toHexString(0x100 | marker).substring(1).toUpperCase(java.util.Locale.ROOT);
  }
}
