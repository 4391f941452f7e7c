package org.cervimark.dicom.image;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import org.cervimark.image.PixelFormat;

/**
 * How the frames of native Pixel Data follow each other (PS3.5 8.1.1, PS3.3 C.7.6.3): one behind
 * the other, without anything between them, samples side by side or plane by plane.
 *
 * @param format size and coding
 * @param planar whether the samples come plane by plane: Planar Configuration (0028,0006) is 1
 */
record NativePixels(PixelFormat format, boolean planar) {

  private boolean halved() {
    return format.photometricInterpretation().equals(Colours.HALVED);
  }

  /** Cells of one frame. */
  private long cells() {
    return (long) format.rows() * format.columns() * (halved() ? 2 : format.samplesPerPixel());
  }

  /** Bytes that a number of frames take. */
  long length(long frames) {
    return (frames * cells() * format.bitsAllocated() + 7) / 8;
  }

  /** Whether the size is one that the coding allows. */
  boolean isPossible() {
    return !halved() || (format.columns() % 2 == 0 && !planar);
  }

  /** Whether a frame starts between two bytes of a word, so that it cannot be taken apart. */
  boolean isSplit(int frame, boolean swapped) {
    return swapped && length(frame - 1L) % 2 != 0;
  }

  /**
   * Reads a frame.
   *
   * @param start position of the first frame
   * @param frame frame number from 1
   */
  short[] read(FileChannel file, long start, int frame, ByteOrder order, boolean swapped)
      throws IOException {
    long first = start + (frame - 1) * cells() * format.bitsAllocated() / 8;
    if (file.size() < start + length(frame)) {
      throw new EOFException("Pixel Data goes beyond the end of the file");
    }
    return read(file.position(first), frame, order, swapped);
  }

  /** Reads a frame that begins where a channel stands. */
  short[] read(ReadableByteChannel in, int frame, ByteOrder order, boolean swapped)
      throws IOException {
    int number = (int) cells();
    if (format.bitsAllocated() == 1) {
      int skipped = (int) ((frame - 1) * cells() % 8);
      short[] packed = Cells.read(in, (skipped + number + 7) / 8, 1, order, swapped);
      return Cells.bits(packed, skipped, number);
    }
    short[] cells = Cells.read(in, number, format.bitsAllocated() / 8, order, swapped);
    if (halved()) {
      return Cells.doubled(cells);
    }
    boolean apart = planar && format.samplesPerPixel() > 1;
    return apart ? Cells.interleaved(cells, format.samplesPerPixel()) : cells;
  }

  /** Where in Pixel Data a frame begins, in bytes. */
  int offset(int frame) {
    return (int) ((frame - 1) * cells() * format.bitsAllocated() / 8);
  }
}
