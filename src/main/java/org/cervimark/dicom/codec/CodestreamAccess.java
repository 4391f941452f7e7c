package org.cervimark.dicom.codec;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import jj2000.j2k.io.EndianType;
import jj2000.j2k.io.RandomAccessIO;

/**
 * A codestream in memory, as JJ2000 wants to read it. Reading beyond the end is an unchecked
 * exception: JJ2000 prints the checked one and then goes on or ends the thread.
 */
final class CodestreamAccess implements RandomAccessIO {

  private final ByteBuffer bytes;
  private int behindFf = -1;

  CodestreamAccess(byte[] codestream, int start) {
    bytes = ByteBuffer.wrap(codestream, start, codestream.length - start).slice();
  }

  @Override
  public void close() {
    // Nothing is open.
  }

  @Override
  public int getPos() {
    return bytes.position();
  }

  @Override
  public int length() {
    return bytes.limit();
  }

  @Override
  public void seek(int position) {
    bytes.position(position);
  }

  /**
   * One byte of a packet header. No two of them are FF, since a zero bit follows every FF (ITU-T
   * T.800 B.10.1); JJ2000 would read ones for ever behind them.
   */
  @Override
  public int read() {
    int value = bytes.get() & 0xFF;
    if (value == 0xFF) {
      if (bytes.position() == behindFf + 1) {
        throw new IllegalStateException("a packet header without its stuffed bits");
      }
      behindFf = bytes.position();
    }
    return value;
  }

  @Override
  public void readFully(byte[] to, int from, int length) {
    bytes.get(to, from, length);
  }

  @Override
  public byte readByte() {
    return bytes.get();
  }

  @Override
  public int readUnsignedByte() {
    return bytes.get() & 0xFF;
  }

  @Override
  public short readShort() {
    return bytes.getShort();
  }

  @Override
  public int readUnsignedShort() {
    return bytes.getShort() & 0xFFFF;
  }

  @Override
  public int readInt() {
    return bytes.getInt();
  }

  @Override
  public long readUnsignedInt() {
    return bytes.getInt() & 0xFFFFFFFFL;
  }

  @Override
  public long readLong() {
    return bytes.getLong();
  }

  @Override
  public float readFloat() {
    return bytes.getFloat();
  }

  @Override
  public double readDouble() {
    return bytes.getDouble();
  }

  @Override
  public int getByteOrdering() {
    return EndianType.BIG_ENDIAN;
  }

  @Override
  public int skipBytes(int number) {
    if (number > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
    bytes.position(bytes.position() + number);
    return number;
  }

  @Override
  public void flush() {
    // Nothing is written.
  }

  @Override
  public void write(int value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void writeByte(int value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void writeShort(int value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void writeInt(int value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void writeLong(long value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void writeFloat(float value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void writeDouble(double value) {
    throw new UnsupportedOperationException();
  }
}
