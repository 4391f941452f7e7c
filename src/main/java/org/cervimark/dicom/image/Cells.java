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
   * Reads cells of 8 or 16 bits.
   *
   * @param number how many
   * @param bytes bytes of a cell, 1 or 2
   * @param swapped whether 8-bit cells come in 16-bit words of Big Endian, PS3.5 8.1.1
   */
  static short[] read(
      ReadableByteChannel in, int number, int bytes, ByteOrder order, boolean swapped)
      throws IOException {
    short[] cells = new short[number];
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

  /**
   * Cells of one bit out of bytes, PS3.5 8.1.1: the lowest bit of a byte comes first.
   *
   * @param packed cells of the bytes
   * @param from bits to be passed over
   */
  static short[] bits(short[] packed, int from, int number) {
    short[] cells = new short[number];
    for (int i = 0; i < number; i++) {
      int at = from + i;
      cells[i] = (short) (packed[at >> 3] >> (at & 7) & 1);
    }
    return cells;
  }

  /** Puts the samples of each pixel side by side that come plane by plane. */
  static short[] interleaved(short[] planes, int samples) {
    int pixels = planes.length / samples;
    short[] cells = new short[planes.length];
    for (int sample = 0; sample < samples; sample++) {
      for (int i = 0; i < pixels; i++) {
        cells[i * samples + sample] = planes[sample * pixels + i];
      }
    }
    return cells;
  }

  /** Gives every pixel the chrominance that two share: Y Y Cb Cr becomes Y Cb Cr Y Cb Cr. */
  static short[] doubled(short[] halved) {
    short[] cells = new short[halved.length / 4 * 6];
    for (int from = 0, to = 0; to < cells.length; from += 4, to += 6) {
      cells[to] = halved[from];
      cells[to + 3] = halved[from + 1];
      cells[to + 1] = halved[from + 2];
      cells[to + 4] = halved[from + 2];
      cells[to + 2] = halved[from + 3];
      cells[to + 5] = halved[from + 3];
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
