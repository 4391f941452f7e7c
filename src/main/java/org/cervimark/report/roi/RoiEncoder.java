package org.cervimark.report.roi;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cervimark.image.ImagePoint;

/**
 * Writes a selection in ImageJ's ROI format, as {@code ij.io.RoiDecoder} documents it: a header of
 * 64 bytes, coordinates as whole numbers and as floats, a second header of 64 bytes, the name.
 * ImageJ counts points and lines from the centres of pixels, DICOM from their outer corners.
 */
final class RoiEncoder {

  /** ImageJ's kinds of selection. */
  enum Kind {
    /** Points. */
    POINT(10),
    /** A line with corners. */
    POLYLINE(5);

    private final int code;

    Kind(int code) {
      this.code = code;
    }
  }

  private static final int HEADER = 64;
  private static final int SECOND_HEADER = 64;
  private static final short VERSION = 228;
  private static final short SUB_PIXEL = 128;
  private static final double CENTRE = 0.5;

  private RoiEncoder() {}

  /**
   * The bytes of a selection.
   *
   * @param colour of the line, 0xAARRGGBB
   * @param frame frame of the image from 1, or 0 if it has only one
   */
  static byte[] encode(Kind kind, String name, List<ImagePoint> points, int colour, int frame) {
    int n = points.size();
    float[] columns = new float[n];
    float[] rows = new float[n];
    int left = Integer.MAX_VALUE;
    int top = Integer.MAX_VALUE;
    int right = Integer.MIN_VALUE;
    int bottom = Integer.MIN_VALUE;
    for (int i = 0; i < n; i++) {
      columns[i] = (float) (points.get(i).column() - CENTRE);
      rows[i] = (float) (points.get(i).row() - CENTRE);
      left = Math.min(left, (int) Math.floor(columns[i]));
      top = Math.min(top, (int) Math.floor(rows[i]));
      right = Math.max(right, (int) Math.ceil(columns[i]));
      bottom = Math.max(bottom, (int) Math.ceil(rows[i]));
    }
    int second = HEADER + n * 12;
    int nameAt = second + SECOND_HEADER;
    byte[] letters = name.getBytes(StandardCharsets.UTF_16BE);
    ByteBuffer out = ByteBuffer.allocate(nameAt + letters.length);
    out.put("Iout".getBytes(StandardCharsets.US_ASCII)).putShort(VERSION).put((byte) kind.code);
    out.position(8);
    out.putShort((short) top).putShort((short) left).putShort((short) bottom);
    out.putShort((short) right).putShort((short) n);
    out.putInt(40, colour);
    out.putShort(50, SUB_PIXEL);
    out.putInt(56, frame);
    out.putInt(60, second);
    out.position(HEADER);
    for (float column : columns) {
      out.putShort((short) (Math.floor(column) - left));
    }
    for (float row : rows) {
      out.putShort((short) (Math.floor(row) - top));
    }
    for (float column : columns) {
      out.putFloat(column);
    }
    for (float row : rows) {
      out.putFloat(row);
    }
    out.putInt(second + 16, nameAt);
    out.putInt(second + 20, name.length());
    out.position(nameAt);
    out.put(letters);
    return out.array();
  }
}
