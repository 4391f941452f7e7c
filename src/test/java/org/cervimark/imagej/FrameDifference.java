package org.cervimark.imagej;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/** Where two frames of the same size differ, so that only that is sent to the screen. */
final class FrameDifference {

  private FrameDifference() {}

  /**
   * The smallest rectangle that holds every pixel in which two images differ; empty if none does.
   */
  static Rectangle between(BufferedImage one, BufferedImage other) {
    int width = one.getWidth();
    int[] a = pixels(one);
    int[] b = pixels(other);
    int left = width;
    int right = -1;
    int top = -1;
    int bottom = -1;
    for (int y = 0; y < one.getHeight(); y++) {
      int start = y * width;
      int first = Arrays.mismatch(a, start, start + width, b, start, start + width);
      if (first >= 0) {
        top = top < 0 ? y : top;
        bottom = y;
        left = Math.min(left, first);
        int last = width - 1;
        while (last > right && a[start + last] == b[start + last]) {
          last--;
        }
        right = Math.max(right, last);
      }
    }
    return bottom < 0
        ? new Rectangle()
        : new Rectangle(left, top, right - left + 1, bottom - top + 1);
  }

  private static int[] pixels(BufferedImage image) {
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }
}
