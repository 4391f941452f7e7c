package org.cervimark.dicom.codec;

import org.cervimark.image.PixelFormat;

/** Decodes one frame. Has no state; can be called from many threads. */
@FunctionalInterface
public interface FrameDecoder {

  /**
   * The pixel cells of the frame.
   *
   * @param codeStream the frame's fragments, joined
   * @param format what the header says; bounds what is allocated
   * @return {@code rows * columns * samplesPerPixel} cells of Bits Allocated bits, at most 16, row
   *     by row, the samples of a pixel side by side, neither shifted by the High Bit nor sign
   *     extended; colours as they are coded
   * @throws CodecException if the code stream is malformed or of another size than the format
   */
  short[] decode(byte[] codeStream, PixelFormat format) throws CodecException;
}
