package org.cervimark.imagej;

import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Samples the part of an image that is seen, one sample for each screen pixel, in pixel values: a
 * change of the grey scale colours the same samples anew.
 *
 * <p>Where a screen pixel covers several image pixels its sample is the mean of those whose centres
 * it covers, so that each image pixel counts once and no thin line is lost. Where the image is
 * enlarged the sample lies between the four nearest pixels, or is the nearest one.
 */
final class FilmSampler {

  /** The sample of screen pixels beside the image. */
  static final float OUTSIDE = Float.NaN;

  /** Rows of the screen that are worth another processor. */
  private static final int BAND = 64;

  private static final int MOST_BANDS = 16;

  private final ImageProcessor image;
  private final boolean smooth;

  /**
   * A sampler of an image of 8, 16 or 32 bits, not of a colour image.
   *
   * @param smooth whether enlarged pixels run into one another
   */
  FilmSampler(ImageProcessor image, boolean smooth) {
    this.image = image;
    this.smooth = smooth;
  }

  /** Whether an image has pixels that can be sampled. */
  static boolean canSample(ImageProcessor image) {
    return image instanceof ShortProcessor
        || image instanceof ByteProcessor
        || image instanceof FloatProcessor;
  }

  /** The samples of screen pixels row by row; {@link #OUTSIDE} beside the image. */
  float[] sample(ViewTransform view, int width, int height) {
    Axis columns = axis(view.x(), 1 / view.magnification(), width, image.getWidth());
    Axis rows =
        axis(view.y(), 1 / (view.magnification() * view.aspect()), height, image.getHeight());
    float[] samples = new float[width * height];
    int bands = Math.max(1, Math.min(MOST_BANDS, height / BAND));
    IntStream.range(0, bands)
        .parallel()
        .forEach(i -> band(rows, columns, height * i / bands, height * (i + 1) / bands, samples));
    return samples;
  }

  /** Samples the rows of the screen from {@code top} up to {@code bottom}. */
  private void band(Axis rows, Axis columns, int top, int bottom, float[] samples) {
    int width = columns.from.length;
    Arrays.fill(samples, top * width, bottom * width, OUTSIDE);
    int left = columns.least();
    float[] sums = new float[Math.max(0, columns.most() - left)];
    float[] second = new float[sums.length];
    for (int y = top; y < bottom; y++) {
      if (rows.isSeen(y)) {
        Arrays.fill(sums, 0);
        for (int row = rows.from[y]; row < rows.to[y]; row++) {
          addRow(row, left, sums);
        }
        float share = rows.share[y];
        if (share > 0) {
          Arrays.fill(second, 0);
          addRow(rows.from[y] + 1, left, second);
          for (int i = 0; i < sums.length; i++) {
            sums[i] += share * (second[i] - sums[i]);
          }
        }
        alongRow(sums, left, rows.to[y] - rows.from[y], columns, samples, y * width);
      }
    }
  }

  private static void alongRow(
      float[] sums, int left, int rows, Axis columns, float[] samples, int at) {
    for (int x = 0; x < columns.from.length; x++) {
      int from = columns.from[x] - left;
      int to = columns.to[x] - left;
      if (columns.isSeen(x)) {
        float sum = 0;
        for (int column = from; column < to; column++) {
          sum += sums[column];
        }
        float share = columns.share[x];
        if (share > 0) {
          sum += share * (sums[to] - sum);
        }
        samples[at + x] = sum / ((to - from) * rows);
      }
    }
  }

  /**
   * Which image pixels each screen pixel shows along one axis: those from {@code from} up to {@code
   * to}, mixed with a share of the one behind; none where the two are equal.
   */
  private static final class Axis {

    final int[] from;
    final int[] to;
    final float[] share;

    Axis(int screen) {
      from = new int[screen];
      to = new int[screen];
      share = new float[screen];
    }

    boolean isSeen(int i) {
      return from[i] < to[i];
    }

    int least() {
      return IntStream.range(0, from.length).filter(this::isSeen).map(i -> from[i]).min().orElse(0);
    }

    /** One more than the last pixel that is needed. */
    int most() {
      return IntStream.range(0, from.length)
          .filter(this::isSeen)
          .map(i -> to[i] + (share[i] > 0 ? 1 : 0))
          .max()
          .orElse(0);
    }
  }

  private Axis axis(double start, double step, int screen, int pixels) {
    Axis axis = new Axis(screen);
    for (int i = 0; i < screen; i++) {
      double position = start + (i + 0.5) * step;
      if (step > 1) {
        axis.from[i] = clipped(Math.ceil(start + i * step - 0.5), pixels);
        axis.to[i] = clipped(Math.ceil(start + (i + 1) * step - 0.5), pixels);
      } else if (position >= 0 && position < pixels) {
        double centre = Math.max(0, Math.min(pixels - 1.0, position - 0.5));
        axis.from[i] = smooth ? (int) centre : (int) position;
        axis.to[i] = axis.from[i] + 1;
        axis.share[i] = smooth ? (float) (centre - (int) centre) : 0;
      }
    }
    return axis;
  }

  private static int clipped(double position, int pixels) {
    return (int) Math.max(0, Math.min(pixels, position));
  }

  /** Adds a part of a row, from a column on, to the sums of the columns. */
  private void addRow(int row, int left, float[] sums) {
    int at = row * image.getWidth() + left;
    Object pixels = image.getPixels();
    if (pixels instanceof short[] shorts) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += shorts[at + i] & 0xFFFF;
      }
    } else if (pixels instanceof byte[] bytes) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += bytes[at + i] & 0xFF;
      }
    } else {
      float[] floats = (float[]) pixels;
      for (int i = 0; i < sums.length; i++) {
        sums[i] += floats[at + i];
      }
    }
  }
}
