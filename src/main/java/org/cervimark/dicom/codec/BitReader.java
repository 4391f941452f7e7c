package org.cervimark.dicom.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The bits of one entropy-coded segment after removal of stuffing, first bit first. The array is
 * padded with zeros, so that decoding one unit (a row, a block) may run over the end without harm;
 * {@link #overrun()} tells afterwards.
 *
 * <p>Hot loops copy {@link #buffer}, {@link #count} and {@link #position} into local variables and
 * write them back.
 */
final class BitReader {

  static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  byte[] bytes = new byte[0];

  /** Unread bits, left aligned; bits after the first {@code count} are zero. */
  long buffer;

  /** Number of bits in the buffer, 0 to 64. */
  int count;

  /** Index of the first byte that is not yet in the buffer. */
  int position;

  private long length;

  /** Starts over with new bits. */
  void start(byte[] padded, long bitLength) {
    bytes = padded;
    length = bitLength;
    buffer = 0;
    count = 0;
    position = 0;
  }

  /** Bits that are left; negative if more were read than there are. */
  long left() {
    return length - (8L * position - count);
  }

  /** More bits were read than there are. */
  boolean overrun() {
    return left() < 0;
  }

  /** Makes sure that at least 32 bits are in the buffer. */
  void refill() {
    if (count < 32) {
      buffer |= ((int) INT.get(bytes, position) & 0xFFFFFFFFL) << (32 - count);
      position += 4;
      count += 32;
    }
  }

  /** Reads up to 32 bits as an unsigned number. */
  int bits(int number) {
    refill();
    int value = (int) (buffer >>> 1 >>> (63 - number));
    buffer <<= number;
    count -= number;
    return value;
  }

  /** Reads one bit. */
  int bit() {
    refill();
    int value = (int) (buffer >>> 63);
    buffer <<= 1;
    count--;
    return value;
  }

  /**
   * Checks that nothing but padding follows: less than a byte, or whole bytes of all zeros or all
   * ones, as some encoders append.
   */
  void requireEnd() throws CodecException {
    long left = left();
    if (left < 0) {
      throw new CodecException("its compressed data end before the image does");
    }
    int first = (int) ((8L * position - count + 7) >> 3);
    int end = (int) ((length + 7) >> 3);
    for (int i = first; i < end; i++) {
      if (bytes[i] != 0 && bytes[i] != (byte) 0xFF) {
        throw new CodecException(
            "its compressed data go on after the last pixel (" + (end - first) + " bytes)");
      }
    }
  }
}
