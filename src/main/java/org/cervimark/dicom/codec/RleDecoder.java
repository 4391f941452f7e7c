package org.cervimark.dicom.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.cervimark.image.PixelFormat;

/**
 * RLE Lossless, PS3.5 annex G: the bytes of all pixels, most significant first, each plane in a
 * segment of its own, packed by the PackBits scheme.
 */
final class RleDecoder implements FrameDecoder {

  private static final int HEADER = 64;
  private static final int MOST_SEGMENTS = 15;

  /** A replicate run of two bytes stands for 128. */
  private static final int MOST_PER_BYTE = 64;

  @Override
  public short[] decode(byte[] codeStream, PixelFormat format) throws CodecException {
    int samples = format.samplesPerPixel();
    int planes = format.bitsAllocated() / 8;
    long pixels = (long) format.rows() * format.columns();
    if (codeStream.length * (long) MOST_PER_BYTE < pixels * planes * samples
        || pixels * samples > Integer.MAX_VALUE - 64) {
      throw new CodecException(codeStream.length + " bytes for " + pixels + " pixels");
    }
    int[] bounds = segmentBounds(codeStream, planes * samples);
    short[] cells = new short[(int) pixels];
    short[] interleaved = samples == 1 ? cells : new short[(int) pixels * samples];
    for (int segment = 0; segment < planes * samples; segment++) {
      int shift = 8 * (planes - 1 - segment % planes);
      unpack(codeStream, bounds[segment], bounds[segment + 1], cells, shift);
      if (samples > 1 && shift == 0) {
        interleave(cells, interleaved, segment / planes, samples);
      }
    }
    return interleaved;
  }

  /** Moves one component to its place in every pixel, and clears it for the next. */
  private static void interleave(short[] component, short[] cells, int at, int step) {
    for (int i = 0; i < component.length; i++) {
      cells[at + i * step] = component[i];
      component[i] = 0;
    }
  }

  /** The start of each segment, and behind them the end of the last. */
  private static int[] segmentBounds(byte[] codeStream, int planes) throws CodecException {
    if (codeStream.length < HEADER) {
      throw new CodecException("RLE header of " + codeStream.length + " bytes");
    }
    ByteBuffer header = ByteBuffer.wrap(codeStream).order(ByteOrder.LITTLE_ENDIAN);
    int segments = header.getInt();
    if (segments != planes || segments > MOST_SEGMENTS) {
      throw new CodecException(segments + " RLE segments instead of " + planes);
    }
    int[] bounds = new int[planes + 1];
    int last = HEADER;
    for (int i = 0; i < planes; i++) {
      bounds[i] = header.getInt();
      if (bounds[i] < last || bounds[i] > codeStream.length) {
        throw new CodecException("RLE segment " + i + " starts at " + bounds[i]);
      }
      last = bounds[i];
    }
    bounds[planes] = codeStream.length;
    return bounds;
  }

  private static void unpack(byte[] packed, int start, int end, short[] cells, int shift)
      throws CodecException {
    int in = start;
    int out = 0;
    while (out < cells.length) {
      if (in >= end) {
        throw new CodecException("RLE segment ends after " + out + " of " + cells.length);
      }
      int control = packed[in++];
      if (control >= 0) {
        int count = control + 1;
        if (in + count > end || out + count > cells.length) {
          throw new CodecException("RLE literal run of " + count + " does not fit");
        }
        literal(packed, in, count, cells, out, shift);
        in += count;
        out += count;
      } else if (control != -128) {
        int count = 1 - control;
        if (in >= end || out + count > cells.length) {
          throw new CodecException("RLE replicate run of " + count + " does not fit");
        }
        replicate((packed[in++] & 0xFF) << shift, count, cells, out);
        out += count;
      }
    }
    checkPadding(packed, in, end);
  }

  private static void literal(
      byte[] packed, int from, int count, short[] cells, int to, int shift) {
    for (int i = 0; i < count; i++) {
      cells[to + i] |= (short) ((packed[from + i] & 0xFF) << shift);
    }
  }

  private static void replicate(int bits, int count, short[] cells, int to) {
    for (int i = 0; i < count; i++) {
      cells[to + i] |= (short) bits;
    }
  }

  // One byte makes the segment even and another the fragment; more means that the image is larger
  // than the header says.
  private static void checkPadding(byte[] packed, int from, int end) throws CodecException {
    if (end - from > 2) {
      throw new CodecException((end - from) + " bytes left in an RLE segment");
    }
    for (int i = from; i < end; i++) {
      if (packed[i] != 0 && packed[i] != -128) {
        throw new CodecException("RLE segment goes on behind the last pixel");
      }
    }
  }
}
