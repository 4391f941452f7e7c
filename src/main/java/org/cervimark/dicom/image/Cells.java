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
   * Reads the cells of one frame of native Pixel Data.
   *
   * @param swapped whether 8-bit cells come in 16-bit words of Big Endian, PS3.5 8.1.1
   */
  static int[] read(ReadableByteChannel in, PixelFormat format, ByteOrder order, boolean swapped)
      throws IOException {
    int[] cells = new int[format.rows() * format.columns()];
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
        bytes(chunk, cells, done, count, swapped ? 1 : 0);
      } else {
        words(chunk, cells, done, count);
      }
      done += count;
    }
    return cells;
  }

  private static void bytes(ByteBuffer chunk, int[] cells, int from, int count, int flip) {
    for (int i = 0; i < count; i++) {
      cells[from + i] = chunk.get(i ^ flip) & 0xFF;
    }
  }

  private static void words(ByteBuffer chunk, int[] cells, int from, int count) {
    var shorts = chunk.asShortBuffer();
    for (int i = 0; i < count; i++) {
      cells[from + i] = shorts.get(i) & 0xFFFF;
    }
  }

  /** Turns cells into stored values, in place: Bits Stored bits below the High Bit. */
  static int[] toStored(int[] cells, PixelFormat format) {
    int left = Integer.SIZE - 1 - format.highBit();
    int right = Integer.SIZE - format.bitsStored();
    if (format.signed()) {
      for (int i = 0; i < cells.length; i++) {
        cells[i] = cells[i] << left >> right;
      }
    } else {
      for (int i = 0; i < cells.length; i++) {
        cells[i] = cells[i] << left >>> right;
      }
    }
    return cells;
  }
}
