package org.cervimark.dicom.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cervimark.image.PixelFormat;

/** Stored values of an uncompressed little-endian file that another program wrote. */
final class PlainPixels {

  private PlainPixels() {}

  /** All values of all frames: Bits Stored bits, sign extended if signed. */
  static int[] of(Path file) {
    EncapsulatedFile opened = EncapsulatedFile.open(file);
    PixelFormat format = opened.format();
    long position = opened.dicom().pixelData().orElseThrow().position();
    ByteBuffer bytes;
    try {
      bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    bytes.position((int) position);
    int[] values =
        new int[format.columns() * format.rows() * format.samplesPerPixel() * format.frames()];
    int unused = 32 - format.bitsStored();
    for (int i = 0; i < values.length; i++) {
      int cell = format.bitsAllocated() == 8 ? bytes.get() : bytes.getShort();
      values[i] = format.signed() ? cell << unused >> unused : cell << unused >>> unused;
    }
    return values;
  }
}
