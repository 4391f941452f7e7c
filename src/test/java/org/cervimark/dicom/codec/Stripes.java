package org.cervimark.dicom.codec;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Codestreams with restart intervals, which neither DCMTK nor GDCM writes: since a decoder starts
 * afresh after a restart marker, the coded data of one image can be repeated with markers between.
 */
final class Stripes {

  private static final int FIRST_RESTART = 0xD0;

  private Stripes() {}

  /**
   * Repeats an image downwards.
   *
   * @param codestream JPEG or JPEG-LS with one scan
   * @param rows rows of that image
   * @param interval what one stripe counts in restart intervals: MCUs, or lines in JPEG-LS
   */
  static byte[] repeat(byte[] codestream, int times, int rows, int interval) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(codestream, 0, 2);
    int position = 2;
    while ((codestream[position + 1] & 0xFF) != Marker.SOS) {
      int length = length(codestream, position);
      byte[] segment = Arrays.copyOfRange(codestream, position, position + length);
      int marker = segment[1] & 0xFF;
      if (Marker.isStartOfFrame(marker) || marker == Marker.SOF55) {
        segment[5] = (byte) ((rows * times) >>> 8);
        segment[6] = (byte) (rows * times);
      }
      out.writeBytes(segment);
      position += length;
    }
    out.writeBytes(
        new byte[] {
          (byte) 0xFF, (byte) Marker.DRI, 0, 4, (byte) (interval >>> 8), (byte) interval
        });
    int scan = position + length(codestream, position);
    out.write(codestream, position, scan - position);
    int end = codestream.length;
    while ((codestream[end - 2] & 0xFF) != 0xFF || (codestream[end - 1] & 0xFF) != Marker.EOI) {
      end--;
    }
    for (int i = 0; i < times; i++) {
      out.write(codestream, scan, end - 2 - scan);
      if (i < times - 1) {
        out.write(0xFF);
        out.write(FIRST_RESTART + i % 8);
      }
    }
    out.write(0xFF);
    out.write(Marker.EOI);
    return out.toByteArray();
  }

  private static int length(byte[] codestream, int position) {
    return 2 + ((codestream[position + 2] & 0xFF) << 8) + (codestream[position + 3] & 0xFF);
  }
}
