package org.cervimark.image;

import java.util.Arrays;

/**
 * Turns stored pixels into the grey that is shown, 0 black to 255 white, by the grey-scale pipeline
 * of PS3.4 N.2. Each stored value is looked up in a table, so that a change of the window costs one
 * table and one pass.
 */
public final class GreyRenderer {

  private static final int WHITE = 255;

  /** Below and above this share of the pixels the automatic window is black and white. */
  private static final double TAIL = 0.005;

  private GreyRenderer() {}

  /** The grey of every pixel, row by row, without overlays and shutters. */
  public static byte[] render(StoredPixels pixels, GreyScale greyScale, Voi voi) {
    // Indexed by the 16 bits of the word, so that the inner loop need not know the sign.
    byte[] byWord = new byte[1 << Short.SIZE];
    byte[] table = table(pixels.format(), greyScale, voi);
    int lowest = lowest(pixels.format());
    for (int i = 0; i < table.length; i++) {
      byWord[(lowest + i) & 0xFFFF] = table[i];
    }
    short[] words = pixels.words();
    byte[] grey = new byte[words.length];
    for (int i = 0; i < words.length; i++) {
      grey[i] = byWord[words[i] & 0xFFFF];
    }
    return grey;
  }

  /**
   * The grey of every value that the format can store, from {@link #lowest} upward. Padding is
   * black.
   *
   * @return {@code 2^bitsStored} values, unsigned
   */
  public static byte[] table(PixelFormat format, GreyScale greyScale, Voi voi) {
    byte[] table = new byte[1 << format.bitsStored()];
    int lowest = lowest(format);
    for (int i = 0; i < table.length; i++) {
      double grey = greyScale.grey(greyScale.modalityValue(lowest + i), voi);
      table[i] = (byte) (int) (grey * WHITE + 0.5);
    }
    greyScale
        .padding()
        .ifPresent(
            padding -> {
              int from = Math.max(0, padding.low() - lowest);
              int to = Math.min(table.length, padding.high() - lowest + 1);
              if (from < to) {
                Arrays.fill(table, from, to, (byte) 0);
              }
            });
    return table;
  }

  /** The lowest value that the format can store. */
  public static int lowest(PixelFormat format) {
    return format.signed() ? -(1 << (format.bitsStored() - 1)) : 0;
  }

  /** The first window or VOI table of the header, or the automatic window if it has none. */
  public static Voi initialVoi(StoredPixels pixels, GreyScale greyScale) {
    return greyScale.vois().isEmpty()
        ? automaticWindow(pixels, greyScale)
        : greyScale.vois().get(0);
  }

  /**
   * A window over the modality values that occur, without the lowest and highest half per cent of
   * the pixels and without padding. An image of one value gets a window of width 1.
   */
  public static Window automaticWindow(StoredPixels pixels, GreyScale greyScale) {
    int lowest = lowest(pixels.format());
    int[] counts = histogram(pixels);
    greyScale
        .padding()
        .ifPresent(
            padding -> {
              for (int i = 0; i < counts.length; i++) {
                if (padding.contains(lowest + i)) {
                  counts[i] = 0;
                }
              }
            });
    long total = 0;
    for (int count : counts) {
      total += count;
    }
    long left = (long) (total * TAIL);
    double first = greyScale.modalityValue(lowest + quantile(counts, left));
    double last = greyScale.modalityValue(lowest + quantile(counts, total - 1 - left));
    double width = Math.abs(last - first) + 1;
    return new Window((first + last) / 2 + 0.5, width, "");
  }

  /** How often each value that the format can store occurs, from {@link #lowest} upward. */
  private static int[] histogram(StoredPixels pixels) {
    int[] byWord = new int[1 << Short.SIZE];
    for (short word : pixels.words()) {
      byWord[word & 0xFFFF]++;
    }
    int lowest = lowest(pixels.format());
    int[] counts = new int[1 << pixels.format().bitsStored()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = byWord[(lowest + i) & 0xFFFF];
    }
    return counts;
  }

  /** The index at which the running sum of the counts first exceeds a rank. */
  private static int quantile(int[] counts, long rank) {
    long sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += counts[i];
      if (sum > rank && counts[i] > 0) {
        return i;
      }
    }
    return 0;
  }
}
