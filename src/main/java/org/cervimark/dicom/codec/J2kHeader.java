package org.cervimark.dicom.codec;

import java.nio.ByteBuffer;
import org.cervimark.image.PixelFormat;

/**
 * The frame of a JPEG 2000 codestream (ITU-T T.800 annex A): its size, and whether all its
 * tile-parts are there. The library that decodes the rest takes a truncated codestream for one of
 * lower quality, which a radiograph must not be.
 *
 * @param start index of the first byte of the codestream proper
 * @param columns width on the reference grid
 * @param rows height on the reference grid
 * @param left XOsiz, horizontal offset of the image on the reference grid
 * @param top YOsiz, its vertical offset
 * @param components number of components
 * @param precision bits per sample
 * @param signed whether samples are signed
 */
record J2kHeader(
    int start,
    int columns,
    int rows,
    int left,
    int top,
    int components,
    int precision,
    boolean signed) {

  private static final int SOC = 0xFF4F;
  private static final int SIZ = 0xFF51;
  private static final int CAP = 0xFF50;
  private static final int SOT = 0xFF90;
  private static final int EOC = 0xFFD9;
  private static final int SOD = 0xFF93;
  private static final int PPM = 0xFF60;
  private static final int PPT = 0xFF61;

  /** First box of a JP2 file, which some programs put around the codestream. */
  private static final long SIGNATURE_BOX = 0x0000000C6A502020L;

  private static final int CODESTREAM_BOX = 0x6A703263;
  private static final int MOST_TILES = 65535;

  /** Reads the header, follows the tile-parts to the end, and checks all against the format. */
  static J2kHeader read(byte[] bytes, PixelFormat format) throws CodecException {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int start = codestream(in);
    in.position(start);
    if (in.remaining() < 48 || word(in) != SOC || word(in) != SIZ) {
      throw new CodecException("its pixel data are not a JPEG 2000 codestream");
    }
    int end = in.position() + word(in);
    // Rsiz tells the profile; what a decoder must be capable of is in a CAP segment.
    in.getShort();
    long right = unsigned(in);
    long bottom = unsigned(in);
    long left = unsigned(in);
    long top = unsigned(in);
    long tileWidth = unsigned(in);
    long tileHeight = unsigned(in);
    long tileLeft = unsigned(in);
    long tileTop = unsigned(in);
    int components = word(in);
    if (left >= right
        || top >= bottom
        || tileLeft > left
        || tileTop > top
        || tileWidth == 0
        || tileHeight == 0
        || tileLeft + tileWidth <= left
        || tileTop + tileHeight <= top
        || right > Integer.MAX_VALUE / 2
        || bottom > Integer.MAX_VALUE / 2
        || components == 0
        || components > 4
        || end != in.position() + 3 * components
        || end > in.limit()) {
      throw new CodecException("the size segment of its JPEG 2000 data is wrong");
    }
    long tiles =
        ((right - tileLeft + tileWidth - 1) / tileWidth)
            * ((bottom - tileTop + tileHeight - 1) / tileHeight);
    if (tiles > MOST_TILES) {
      throw new CodecException("its JPEG 2000 data have too many tiles");
    }
    int depth = in.get() & 0xFF;
    for (int i = 0; i < components; i++) {
      if (i > 0 && (in.get() & 0xFF) != depth) {
        throw CodecException.unsupported("its components have different depths");
      }
      if (word(in) != 0x0101) {
        throw CodecException.unsupported("its components are sampled differently");
      }
    }
    int precision = (depth & 0x7F) + 1;
    if (precision > 16) {
      throw CodecException.unsupported("its codestream has samples of " + precision + " bits");
    }
    int columns = (int) (right - left);
    int rows = (int) (bottom - top);
    JpegFrameHeader.requireSize(format, columns, rows, components, precision);
    requireTileParts(in, end);
    return new J2kHeader(
        start, columns, rows, (int) left, (int) top, components, precision, depth >= 0x80);
  }

  private static int codestream(ByteBuffer in) throws CodecException {
    if (in.remaining() < 12 || in.getLong(0) != SIGNATURE_BOX) {
      return 0;
    }
    long position = 12;
    while (position + 8 <= in.limit()) {
      long length = in.getInt((int) position) & 0xFFFFFFFFL;
      if (in.getInt((int) position + 4) == CODESTREAM_BOX) {
        return (int) position + 8;
      }
      if (length < 8) {
        break;
      }
      position += length;
    }
    throw new CodecException("its JP2 boxes hold no codestream");
  }

  /** Follows marker segments to the first tile-part, and tile-parts to the end. */
  private static void requireTileParts(ByteBuffer in, int siz) throws CodecException {
    long position = siz;
    while (true) {
      if (position + 2 > in.limit()) {
        throw new CodecException("its JPEG 2000 data end before the image does");
      }
      int marker = in.getShort((int) position) & 0xFFFF;
      if (marker == EOC) {
        return;
      }
      if (marker == CAP) {
        throw CodecException.unsupported("its codestream is High-Throughput JPEG 2000");
      }
      refusePackedHeaders(marker);
      if (marker == SOT) {
        position = afterTilePart(in, position);
      } else {
        if (position + 4 > in.limit()) {
          throw new CodecException("its JPEG 2000 data end before the image does");
        }
        position += 2 + (in.getShort((int) position + 2) & 0xFFFF);
      }
    }
  }

  private static long afterTilePart(ByteBuffer in, long position) throws CodecException {
    if (position + 12 > in.limit()) {
      throw new CodecException("its JPEG 2000 data end before the image does");
    }
    requireTileHeader(in, position + 12);
    long length = in.getInt((int) position + 6) & 0xFFFFFFFFL;
    if (length == 0) {
      return end(in, (int) position + 12);
    }
    if (length < 14 || position + length > in.limit()) {
      throw new CodecException("its JPEG 2000 data end before the image does");
    }
    return position + length;
  }

  /** Follows the marker segments of a tile-part to its data. */
  private static void requireTileHeader(ByteBuffer in, long from) throws CodecException {
    long position = from;
    while (true) {
      if (position + 4 > in.limit()) {
        throw new CodecException("its JPEG 2000 data end before the image does");
      }
      int marker = in.getShort((int) position) & 0xFFFF;
      if (marker == SOD) {
        return;
      }
      refusePackedHeaders(marker);
      position += 2 + (in.getShort((int) position + 2) & 0xFFFF);
    }
  }

  /**
   * Refuses what is no marker, and packet headers that are kept apart from their packets: DICOM has
   * no use for them, and JJ2000 reads on behind their end for ever.
   */
  private static void refusePackedHeaders(int marker) throws CodecException {
    if (marker < 0xFF00) {
      throw new CodecException("a marker of its JPEG 2000 data is missing");
    }
    if (marker == PPM || marker == PPT) {
      throw CodecException.unsupported("its codestream has packed packet headers");
    }
  }

  /** The end marker behind a last tile-part that does not tell its length. */
  private static long end(ByteBuffer in, int from) throws CodecException {
    for (int i = in.limit() - 2; i >= from && i >= in.limit() - 4; i--) {
      if ((in.getShort(i) & 0xFFFF) == EOC) {
        return i;
      }
    }
    throw new CodecException("its JPEG 2000 data end before the image does");
  }

  private static int word(ByteBuffer in) {
    return in.getShort() & 0xFFFF;
  }

  private static long unsigned(ByteBuffer in) {
    return in.getInt() & 0xFFFFFFFFL;
  }
}
