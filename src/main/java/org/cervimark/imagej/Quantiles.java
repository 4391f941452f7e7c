package org.cervimark.imagej;

import ij.process.ImageProcessor;
import java.awt.Rectangle;
import java.util.Arrays;
import org.cervimark.image.Window;

/**
 * The distribution of the values in a part of an image. The lowest and the highest value that occur
 * are left out where there is anything between them: they are padding, collimation and burnt-in
 * letters.
 */
final class Quantiles {

  /** More pixels than this say nothing more about a window. */
  private static final int ENOUGH = 400_000;

  private final float[] sorted;

  /** The values of an image within a rectangle, which is cut to the image. */
  Quantiles(ImageProcessor image, Rectangle part) {
    Rectangle inside = part.intersection(new Rectangle(image.getWidth(), image.getHeight()));
    if (inside.isEmpty()) {
      inside = new Rectangle(image.getWidth(), image.getHeight());
    }
    long count = (long) inside.width * inside.height;
    int step = (int) Math.max(1, Math.ceil(Math.sqrt(count / (double) ENOUGH)));
    float[] values = new float[((inside.width - 1) / step + 1) * ((inside.height - 1) / step + 1)];
    int n = 0;
    for (int y = inside.y; y < inside.y + inside.height; y += step) {
      for (int x = inside.x; x < inside.x + inside.width; x += step) {
        values[n++] = image.getf(x, y);
      }
    }
    Arrays.sort(values);
    sorted = withoutEnds(values);
  }

  /** The value below which a share of the others lies. */
  double at(double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }

  /** A window of modality values from one share of the values to another. */
  Window window(StoredLevels levels, double from, double to) {
    double a = levels.modality(at(from));
    double b = levels.modality(at(to));
    return new Window((a + b) / 2 + 0.5, Math.abs(b - a) + 1, "");
  }

  private static float[] withoutEnds(float[] values) {
    int from = 0;
    int to = values.length;
    while (from < to && values[from] == values[0]) {
      from++;
    }
    while (to > from && values[to - 1] == values[values.length - 1]) {
      to--;
    }
    return to - from > 1 ? Arrays.copyOfRange(values, from, to) : values;
  }
}
