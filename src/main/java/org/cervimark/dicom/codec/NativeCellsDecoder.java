package org.cervimark.dicom.codec;

import org.cervimark.image.PixelFormat;

/** Encapsulated Uncompressed (PS3.5 A.4.11): native cells, little endian, in fragments. */
final class NativeCellsDecoder implements FrameDecoder {

  @Override
  public short[] decode(byte[] codeStream, PixelFormat format) throws CodecException {
    long number = (long) format.columns() * format.rows() * format.samplesPerPixel();
    int size = format.bitsAllocated() / 8;
    if (codeStream.length != (number * size + 1) / 2 * 2 && codeStream.length != number * size) {
      throw new CodecException(codeStream.length + " bytes for " + number + " cells");
    }
    short[] cells = new short[(int) number];
    for (int i = 0; i < cells.length; i++) {
      cells[i] =
          (short)
              (size == 1
                  ? codeStream[i] & 0xFF
                  : (codeStream[2 * i] & 0xFF) | codeStream[2 * i + 1] << 8);
    }
    return cells;
  }
}
