package org.cervimark.dicom.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Cuts the entropy-coded data of a JPEG-LS scan at its markers and removes the zero bit stuffed
 * after each FF (ITU-T T.87 A.1), so that the decoding loops see plain bits.
 */
final class LsEntropySegments {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private final MarkerReader source;
  private final byte[] plain;
  private final int padding;
  private int restarts;
  private long waiting;
  private int waitingBits;
  private int to;

  /**
   * Begins at the position of the source, after the scan header.
   *
   * @param padding how many bytes may be read beyond the end before somebody checks
   */
  LsEntropySegments(MarkerReader source, int padding) {
    this.source = source;
    this.padding = padding + 16;
    plain = new byte[Math.addExact(source.data().length - source.position() + 8, this.padding)];
  }

  /** Loads the bits up to the next marker and moves the source to that marker. */
  void next(BitReader bits) {
    byte[] data = source.data();
    int from = source.position();
    waiting = 0;
    waitingBits = 0;
    to = 0;
    while (from < data.length) {
      from = withoutStuffing(data, from);
      if (from == data.length) {
        break;
      }
      if (data[from] != (byte) 0xFF) {
        append(data[from] & 0xFF, 8);
        from++;
      } else if (from + 1 < data.length && data[from + 1] >= 0) {
        append(0xFF, 8);
        append(data[from + 1], 7);
        from += 2;
      } else {
        break;
      }
    }
    source.position(from);
    long length = 8L * to + waitingBits;
    LONG.set(plain, to, waiting);
    Arrays.fill(plain, to + 8, to + padding, (byte) 0);
    bits.start(plain, length);
  }

  /** Copies groups of eight bytes without an FF. */
  private int withoutStuffing(byte[] data, int start) {
    int from = start;
    int at = to;
    int shift = waitingBits;
    long left = waiting;
    while (from + 8 <= data.length) {
      long group = (long) LONG.get(data, from);
      long inverted = ~group;
      if (((inverted - LOW_BITS) & group & HIGH_BITS) != 0) {
        break;
      }
      LONG.set(plain, at, left | (group >>> shift));
      left = shift == 0 ? 0 : group << (64 - shift);
      from += 8;
      at += 8;
    }
    waiting = left;
    to = at;
    return from;
  }

  private void append(long value, int length) {
    int free = 64 - waitingBits;
    if (length < free) {
      waiting |= value << (free - length);
      waitingBits += length;
    } else {
      waitingBits = length - free;
      LONG.set(plain, to, waiting | (value >>> waitingBits));
      waiting = waitingBits == 0 ? 0 : value << (64 - waitingBits);
      to += 8;
    }
  }

  /** Checks that the segment is used up, steps over the restart marker and loads what follows. */
  void restart(BitReader bits) throws CodecException {
    bits.requireEnd();
    int marker = source.nextMarker();
    if (marker != Marker.RST0 + (restarts & 7)) {
      throw new CodecException(
          "restart marker " + (restarts & 7) + " of its JPEG-LS data is missing");
    }
    restarts++;
    next(bits);
  }
}
