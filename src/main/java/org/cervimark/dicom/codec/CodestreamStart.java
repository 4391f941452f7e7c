package org.cervimark.dicom.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How the first bytes of a frame look, which a fragment in the middle of a frame cannot have: FF D8
 * does not occur in coded JPEG data, and the other beginnings are too long to occur by chance.
 */
final class CodestreamStart {

  /** Bytes that are looked at. */
  static final int LENGTH = 64;

  private static final int SOI = 0xFFD8;
  private static final int SOC_SIZ = 0xFF4FFF51;
  private static final long JP2_SIGNATURE = 0x0000000C6A502020L;
  private static final int MOST_RLE_SEGMENTS = 15;

  private CodestreamStart() {}

  /** Whether JPEG, JPEG-LS or JPEG 2000 begins here. */
  static boolean isMarker(ByteBuffer bytes) {
    ByteBuffer start = bytes.duplicate().order(ByteOrder.BIG_ENDIAN);
    if (start.remaining() < 8) {
      return start.remaining() >= 2 && (start.getShort(0) & 0xFFFF) == SOI;
    }
    return (start.getShort(0) & 0xFFFF) == SOI
        || start.getInt(0) == SOC_SIZ
        || start.getLong(0) == JP2_SIGNATURE;
  }

  /** Whether an RLE header stands here: the number of segments, and that many rising offsets. */
  static boolean isRleHeader(ByteBuffer bytes) {
    if (bytes.remaining() < LENGTH) {
      return false;
    }
    ByteBuffer header = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    int segments = header.getInt();
    if (segments < 1 || segments > MOST_RLE_SEGMENTS || header.getInt(4) != LENGTH) {
      return false;
    }
    for (int i = 1; i < MOST_RLE_SEGMENTS; i++) {
      int offset = header.getInt(4 + 4 * i);
      boolean rises = offset > header.getInt(4 * i);
      if (i < segments ? !rises : offset != 0) {
        return false;
      }
    }
    return true;
  }
}
