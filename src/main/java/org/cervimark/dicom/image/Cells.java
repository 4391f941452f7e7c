package org.cervimark.dicom.image;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import org.cervimark.image.PixelFormat;

/** Pixel cells: how they are read from native Pixel Data, and how stored values lie in them. */
final class Cells {

  private static final int CHUNK = 1 << 18;

  private Cells() {}

  /**
   * Reads the cells of one frame of native Pixel Data, samples in the order of the file.
   *
   * @param swapped whether 8-bit cells come in 16-bit words of Big Endian, PS3.5 8.1.1
   */
  static short[] read(ReadableByteChannel in, PixelFormat format, ByteOrder order, boolean swapped)
      throws IOException {
    short[] cells = new short[format.rows() * format.columns() * format.samplesPerPixel()];
    int bytes = format.bitsAllocated() / 8;
    ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK).order(order);
    int done = 0;
    while (done < cells.length) {
      int count = Math.min(cells.length - done, CHUNK / bytes);
      int length = count * bytes;
      chunk.clear().limit(swapped ? length + length % 2 : length);
      while (chunk.hasRemaining()) {
        if (in.read(chunk) < 0) {
          if (swapped && chunk.position() == length) {
            break;
          }
          throw new EOFException("Pixel Data is too short");
        }
      }
      chunk.flip();
      if (bytes == 1) {
        widen(chunk, cells, done, count, swapped ? 1 : 0);
      } else {
        chunk.asShortBuffer().get(cells, done, count);
      }
      done += count;
    }
    return cells;
  }

  private static void widen(ByteBuffer chunk, short[] cells, int from, int count, int flip) {
    for (int i = 0; i < count; i++) {
      cells[from + i] = (short) (chunk.get(i ^ flip) & 0xFF);
    }
  }

  /** Cells of at most 16 bits that a decoder gave. */
  static short[] narrow(int[] decoded) {
    short[] cells = new short[decoded.length];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = (short) decoded[i];
    }
    return cells;
  }

  /** Turns cells into stored values, in place: Bits Stored bits below the High Bit. */
  static short[] toStored(short[] cells, PixelFormat format) {
    int left = Short.SIZE - 1 - format.highBit();
    int right = Short.SIZE - format.bitsStored();
    if (left == 0 && right == 0) {
      return cells;
    }
    if (format.signed()) {
      for (int i = 0; i < cells.length; i++) {
        cells[i] = (short) ((short) (cells[i] << left) >> right);
      }
    } else {
      for (int i = 0; i < cells.length; i++) {
        cells[i] = (short) ((cells[i] << left & 0xFFFF) >> right);
      }
    }
    return cells;
  }
}
