package org.cervimark.imagej;

import ij.process.ShortProcessor;

/**
 * A copy of an image in which faint detail stands out from its surroundings: contrast-limited
 * adaptive histogram equalisation (Zuiderveld 1994). The image is divided into tiles; each has a
 * curve from its histogram, whose slope is limited so that noise is not blown up; between the
 * middles of the tiles the curves are mixed. For looking only: nothing is measured on the copy.
 */
final class LocalContrast {

  /** Tiles along each side. */
  private static final int TILES = 8;

  private static final int BINS = 256;

  /** By how much contrast may grow. */
  static final double LIMIT = 3;

  private final ShortProcessor image;
  private final double low;
  private final double high;
  private final float[][] curves = new float[TILES * TILES][];

  /**
   * Prepares the curves.
   *
   * @param low the lowest value that is changed
   * @param high the highest value that is changed, above the lowest
   */
  LocalContrast(ShortProcessor image, double low, double high) {
    this.image = image;
    int least = 0xFFFF;
    int greatest = 0;
    for (short pixel : (short[]) image.getPixels()) {
      least = Math.min(least, pixel & 0xFFFF);
      greatest = Math.max(greatest, pixel & 0xFFFF);
    }
    // A window may reach beyond the values that there are, even below zero.
    this.low = Math.max(low, least);
    this.high = Math.max(this.low + 1, Math.min(high, greatest));
    for (int row = 0; row < TILES; row++) {
      for (int column = 0; column < TILES; column++) {
        curves[row * TILES + column] = curve(column, row);
      }
    }
  }

  /** The copy; values outside the range stay as they are. */
  ShortProcessor enhanced() {
    int width = image.getWidth();
    int height = image.getHeight();
    short[] source = (short[]) image.getPixels();
    short[] result = new short[source.length];
    for (int y = 0; y < height; y++) {
      double tileY = (y + 0.5) * TILES / height - 0.5;
      int top = clip((int) Math.floor(tileY));
      int bottom = clip(top + (tileY < 0 ? 0 : 1));
      float down = (float) Math.max(0, Math.min(1, tileY - top));
      for (int x = 0; x < width; x++) {
        int value = source[y * width + x] & 0xFFFF;
        if (value <= low || value >= high) {
          result[y * width + x] = (short) value;
          continue;
        }
        double tileX = (x + 0.5) * TILES / width - 0.5;
        int left = clip((int) Math.floor(tileX));
        int right = clip(left + (tileX < 0 ? 0 : 1));
        float across = (float) Math.max(0, Math.min(1, tileX - left));
        float position = (float) ((value - low) / (high - low) * BINS);
        float above = mix(at(top, left, position), at(top, right, position), across);
        float below = mix(at(bottom, left, position), at(bottom, right, position), across);
        result[y * width + x] = (short) Math.round(low + (high - low) * mix(above, below, down));
      }
    }
    return new ShortProcessor(width, height, result, null);
  }

  private float at(int row, int column, float position) {
    float[] curve = curves[row * TILES + column];
    int bin = Math.min(BINS - 1, (int) position);
    return mix(curve[bin], curve[bin + 1], position - bin);
  }

  private static float mix(float first, float second, float share) {
    return first + share * (second - first);
  }

  private static int clip(int tile) {
    return Math.max(0, Math.min(TILES - 1, tile));
  }

  /** The share of the range that each border of a bin is mapped to, from 0 to at most 1. */
  private float[] curve(int column, int row) {
    int width = image.getWidth();
    int left = column * width / TILES;
    int right = Math.max(left + 1, (column + 1) * width / TILES);
    int top = row * image.getHeight() / TILES;
    int bottom = Math.max(top + 1, (row + 1) * image.getHeight() / TILES);
    double[] counts = new double[BINS];
    short[] pixels = (short[]) image.getPixels();
    double total = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int value = pixels[y * width + x] & 0xFFFF;
        if (value > low && value < high) {
          counts[Math.min(BINS - 1, (int) ((value - low) / (high - low) * BINS))]++;
          total++;
        }
      }
    }
    return total == 0 ? straight() : summed(limited(counts, total), total);
  }

  /** Cuts what stands above the limit and spreads it over all bins below, until it fits. */
  private static double[] limited(double[] counts, double total) {
    double limit = LIMIT * total / BINS;
    for (int round = 0; round < BINS; round++) {
      double excess = 0;
      int below = 0;
      for (double count : counts) {
        excess += Math.max(0, count - limit);
        below += count < limit ? 1 : 0;
      }
      if (excess < 1e-9 * total || below == 0) {
        break;
      }
      for (int i = 0; i < BINS; i++) {
        counts[i] = counts[i] < limit ? counts[i] + excess / below : limit;
      }
    }
    return counts;
  }

  private static float[] summed(double[] counts, double total) {
    float[] curve = new float[BINS + 1];
    double sum = 0;
    for (int i = 0; i < BINS; i++) {
      sum += counts[i];
      curve[i + 1] = (float) Math.min(1, sum / total);
    }
    return curve;
  }

  private static float[] straight() {
    float[] curve = new float[BINS + 1];
    for (int i = 0; i <= BINS; i++) {
      curve[i] = i / (float) BINS;
    }
    return curve;
  }
}
