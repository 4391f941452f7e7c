package org.cervimark.imagej;

import ij.process.ImageProcessor;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The picture of the part of an image that is seen. Keeps the samples of the last part, so that
 * another window costs one look-up for each screen pixel, and the picture itself, so that marks
 * drawn over it cost nothing of the image.
 */
final class FilmPicture {

  /** Enlarged more than this, pixels are shown as the squares that they are. */
  private static final double SMOOTH_UP_TO = 4;

  /** The entry of the colour beside the image, behind those of all pixel values. */
  private static final int BESIDE = Tone.VALUES;

  private final int background;
  private @Nullable Part part;
  private float[] samples = new float[0];
  private int[] indices = new int[0];
  private @Nullable Shade shade;
  private @Nullable BufferedImage picture;
  private int version;

  /** What samples depend on. */
  private record Part(
      ImageProcessor image,
      Object pixels,
      ViewTransform view,
      int width,
      int height,
      boolean smooth) {}

  /** What the colours of samples depend on; 32-bit values must be brought into the range first. */
  private record Shade(Tone tone, double low, double high, ColorModel colours, boolean ranged) {}

  /**
   * A picture.
   *
   * @param background the colour beside the image, 0xRRGGBB
   */
  FilmPicture(int background) {
    this.background = background;
  }

  /** Forgets the samples: the pixels of the image may have changed. */
  void pixelsChanged() {
    part = null;
  }

  /** A number that is another one whenever the picture has been coloured anew. */
  int version() {
    return version;
  }

  /**
   * The picture of a part of an image.
   *
   * @param view which part, in pixels of the picture
   * @param alwaysSmooth whether even pixels enlarged much run into one another
   */
  BufferedImage of(
      ImageProcessor image,
      Tone tone,
      ViewTransform view,
      int width,
      int height,
      boolean alwaysSmooth) {
    boolean smooth = alwaysSmooth || view.magnification() <= SMOOTH_UP_TO;
    Part wanted = new Part(image, image.getPixels(), view, width, height, smooth);
    Shade shown =
        new Shade(
            tone,
            image.getMin(),
            image.getMax(),
            image.getCurrentColorModel(),
            image.getBitDepth() == 32);
    BufferedImage known = picture;
    if (known != null && wanted.equals(part) && shown.equals(shade)) {
      return known;
    }
    if (!wanted.equals(part)) {
      samples = new FilmSampler(image, smooth).sample(view, width, height);
      part = wanted;
      indices = new int[0];
    }
    if (indices.length == 0 || shown.ranged()) {
      indices = shown.ranged() ? inRange(shown) : rounded();
    }
    BufferedImage result =
        known != null && known.getWidth() == width && known.getHeight() == height
            ? known
            : new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    colour(result, tone.table(image));
    shade = shown;
    picture = result;
    version++;
    return result;
  }

  /** Samples of 8- and 16-bit pixels as entries of the table of colours. */
  private int[] rounded() {
    int[] result = new int[samples.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = Float.isNaN(samples[i]) ? BESIDE : (int) (samples[i] + 0.5f);
    }
    return result;
  }

  /** Samples of 32-bit pixels as entries of a table of 256 steps of the display range. */
  private int[] inRange(Shade range) {
    float low = (float) range.low();
    float scale = (float) (256 / Math.max(range.high() - range.low(), Float.MIN_NORMAL));
    int[] result = new int[samples.length];
    for (int i = 0; i < result.length; i++) {
      int step = (int) ((samples[i] - low) * scale);
      result[i] = Float.isNaN(samples[i]) ? BESIDE : Math.max(0, Math.min(255, step));
    }
    return result;
  }

  private void colour(BufferedImage target, int[] table) {
    int[] colours = Arrays.copyOf(table, BESIDE + 1);
    colours[BESIDE] = background;
    int[] pixels = ((DataBufferInt) target.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = colours[indices[i]];
    }
  }
}
