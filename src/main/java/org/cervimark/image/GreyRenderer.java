package org.cervimark.image;

/**
 * Turns stored pixels into the grey that is shown, 0 black to 255 white: rescale, then window by
 * the LINEAR function of PS3.3 C.11.2.1.2.1, then inversion. Each stored value is looked up in a
 * table, so that a change of the window costs one table and one pass.
 */
public final class GreyRenderer {

  private static final int WHITE = 255;

  /** Below and above this share of the pixels the automatic window is black and white. */
  private static final double TAIL = 0.005;

  private GreyRenderer() {}

  /** The grey of every pixel, row by row. */
  public static byte[] render(StoredPixels pixels, GreyScale greyScale, Window window) {
    byte[] table = table(pixels.format(), greyScale, window);
    int lowest = lowest(pixels.format());
    int[] values = pixels.values();
    byte[] grey = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      grey[i] = table[values[i] - lowest];
    }
    return grey;
  }

  /**
   * The grey of every value that the format can store, from {@link #lowest} upward.
   *
   * @return {@code 2^bitsStored} values, unsigned
   */
  public static byte[] table(PixelFormat format, GreyScale greyScale, Window window) {
    byte[] table = new byte[1 << format.bitsStored()];
    int lowest = lowest(format);
    for (int i = 0; i < table.length; i++) {
      int grey = (int) (linear(greyScale.modalityValue(lowest + i), window) * WHITE + 0.5);
      table[i] = (byte) (greyScale.inverted() ? WHITE - grey : grey);
    }
    return table;
  }

  /** The lowest value that the format can store. */
  public static int lowest(PixelFormat format) {
    return format.signed() ? -(1 << (format.bitsStored() - 1)) : 0;
  }

  /** The first window of the header, or the automatic window if it has none. */
  public static Window initialWindow(StoredPixels pixels, GreyScale greyScale) {
    return greyScale.windows().isEmpty()
        ? automaticWindow(pixels, greyScale)
        : greyScale.windows().get(0);
  }

  /**
   * A window over the modality values that occur, without the lowest and highest half per cent of
   * the pixels and without padding. An image of one value gets a window of width 1.
   */
  public static Window automaticWindow(StoredPixels pixels, GreyScale greyScale) {
    int lowest = lowest(pixels.format());
    int[] counts = new int[1 << pixels.format().bitsStored()];
    for (int value : pixels.values()) {
      counts[value - lowest]++;
    }
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
    double first = greyScale.modalityValue(lowest + quantile(counts, (long) (total * TAIL)));
    double last =
        greyScale.modalityValue(lowest + quantile(counts, total - 1 - (long) (total * TAIL)));
    double width = Math.abs(last - first) + 1;
    return new Window((first + last) / 2 + 0.5, width, "");
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

  /** PS3.3 C.11.2.1.2.1 with an output from 0 to 1. */
  private static double linear(double x, Window window) {
    double middle = window.centre() - 0.5;
    double half = (window.width() - 1) / 2;
    if (x <= middle - half) {
      return 0;
    }
    if (x > middle + half) {
      return 1;
    }
    return (x - middle) / (window.width() - 1) + 0.5;
  }
}
