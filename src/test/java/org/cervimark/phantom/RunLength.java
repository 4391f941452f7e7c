package org.cervimark.phantom;

import java.io.ByteArrayOutputStream;

/** DICOM RLE Lossless (PS3.5 Annex G) of 16-bit pixels: one segment per byte plane, high first. */
final class RunLength {

  private static final int HEADER = 64;

  private RunLength() {}

  /** Encodes one frame; every row starts a new run, every segment has even length. */
  static byte[] encode(short[] pixels, int columns, int rows) {
    byte[] high = segment(pixels, columns, rows, 8);
    byte[] low = segment(pixels, columns, rows, 0);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int4(out, 2);
    int4(out, HEADER);
    int4(out, HEADER + high.length);
    for (int i = 0; i < 13; i++) {
      int4(out, 0);
    }
    out.writeBytes(high);
    out.writeBytes(low);
    return out.toByteArray();
  }

  private static byte[] segment(short[] pixels, int columns, int rows, int shift) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] line = new byte[columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        line[column] = (byte) (pixels[row * columns + column] >> shift);
      }
      pack(line, out);
    }
    if (out.size() % 2 == 1) {
      out.write(0);
    }
    return out.toByteArray();
  }

  private static void pack(byte[] line, ByteArrayOutputStream out) {
    int i = 0;
    while (i < line.length) {
      int run = runLength(line, i);
      if (run >= 3) {
        out.write(1 - run);
        out.write(line[i]);
        i += run;
      } else {
        int start = i;
        while (i < line.length && i - start < 128 && runLength(line, i) < 3) {
          i++;
        }
        out.write(i - start - 1);
        out.write(line, start, i - start);
      }
    }
  }

  private static int runLength(byte[] line, int from) {
    int end = from + 1;
    while (end < line.length && end - from < 128 && line[end] == line[from]) {
      end++;
    }
    return end - from;
  }

  private static void int4(ByteArrayOutputStream out, int value) {
    for (int shift = 0; shift < 32; shift += 8) {
      out.write(value >>> shift);
    }
  }
}
