package org.cervimark.imagej;

import ij.process.ImageProcessor;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferInt;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The picture of the part of an image that is seen. Keeps the samples of the last part, so that
 * another window costs one look-up for each screen pixel, marks drawn over it cost nothing of the
 * image, and a part moved by whole screen pixels is sampled only where it was not seen before.
 */
final class FilmPicture implements Ground {

  /** Enlarged more than this, pixels are shown as the squares that they are. */
  private static final double SMOOTH_UP_TO = 4;

  /** The entry of the colour beside the image, behind those of all pixel values. */
  private static final int BESIDE = Tone.VALUES;

  /** How far from a whole number of screen pixels a part may have moved by rounding. */
  private static final double ROUNDING = 1e-6;

  private final int[] colours = new int[BESIDE + 1];
  private @Nullable Part part;
  private float[] samples = new float[0];
  private int[] indices = new int[0];
  private @Nullable Shade shade;
  private @Nullable BufferedImage picture;
  private int pictured = -1;
  private int version;

  /** What samples depend on. */
  private record Part(
      ImageProcessor image,
      Object pixels,
      ViewTransform view,
      int width,
      int height,
      boolean smooth) {

    /** Whether values must be brought into the display range before they have a colour. */
    boolean isRanged() {
      return image.getBitDepth() == 32;
    }

    /** The view of a rectangle of the screen. */
    ViewTransform of(Rectangle area) {
      return new ViewTransform(
          view.x() + area.x / view.magnification(),
          view.y() + area.y / (view.magnification() * view.aspect()),
          view.magnification(),
          view.aspect(),
          view.turn(),
          area.getSize());
    }

    /** By how many screen pixels another part lies beside this one, if by whole ones. */
    Optional<Point> stepsTo(Part other) {
      double right = (other.view.x() - view.x()) * view.magnification();
      double down = (other.view.y() - view.y()) * view.magnification() * view.aspect();
      Point steps = new Point((int) Math.rint(right), (int) Math.rint(down));
      boolean same =
          other.equals(new Part(image, pixels, other.view, width, height, smooth))
              && other.view.magnification() == view.magnification()
              && other.view.aspect() == view.aspect();
      return same
              && Math.abs(right - steps.x) < ROUNDING
              && Math.abs(down - steps.y) < ROUNDING
              && Math.abs(steps.x) < width
              && Math.abs(steps.y) < height
          ? Optional.of(steps)
          : Optional.empty();
    }
  }

  /** What the colours of samples depend on. */
  private record Shade(Tone tone, double low, double high, ColorModel colours) {}

  /**
   * A picture.
   *
   * @param background the colour beside the image, 0xRRGGBB
   */
  FilmPicture(int background) {
    colours[BESIDE] = background;
  }

  /** Forgets the samples: the pixels of the image may have changed. */
  void pixelsChanged() {
    part = null;
  }

  /** A number that is another one whenever the picture has come to look different. */
  int version() {
    return version;
  }

  /**
   * Shows a part of an image from now on.
   *
   * @param view which part, in pixels of the picture
   * @param alwaysSmooth whether even pixels enlarged much run into one another
   */
  void show(
      ImageProcessor image,
      Tone tone,
      ViewTransform view,
      int width,
      int height,
      boolean alwaysSmooth) {
    boolean smooth = alwaysSmooth || view.magnification() <= SMOOTH_UP_TO;
    Part wanted = new Part(image, image.getPixels(), view, width, height, smooth);
    Shade shown = new Shade(tone, image.getMin(), image.getMax(), image.getCurrentColorModel());
    Part known = part;
    if (wanted.equals(known) && shown.equals(shade)) {
      return;
    }
    if (!wanted.equals(known)) {
      Optional<Point> steps = known == null ? Optional.empty() : known.stepsTo(wanted);
      if (steps.isPresent()) {
        move(wanted, steps.get());
      } else {
        samples = new float[width * height];
        indices = new int[width * height];
        sample(wanted, new Rectangle(width, height));
      }
      part = wanted;
    }
    if (wanted.isRanged()) {
      bringIntoRange(shown);
    }
    tone.colour(image, colours);
    shade = shown;
    version++;
  }

  @Override
  public Dimension size() {
    Part shown = shown();
    return new Dimension(shown.width(), shown.height());
  }

  @Override
  public void draw(BufferedImage target, Rectangle area) {
    int width = shown().width();
    int[] pixels = ((DataBufferInt) target.getRaster().getDataBuffer()).getData();
    for (int y = area.y; y < area.y + area.height; y++) {
      colour(pixels, y * width + area.x, y * width + area.x + area.width);
    }
  }

  /** The part shown as a picture, until the next one is shown. */
  BufferedImage image() {
    Dimension size = size();
    BufferedImage result = picture;
    if (result == null || result.getWidth() != size.width || result.getHeight() != size.height) {
      result = new BufferedImage(size.width, size.height, BufferedImage.TYPE_INT_RGB);
      picture = result;
      pictured = -1;
    }
    if (pictured != version) {
      draw(result, new Rectangle(size));
      pictured = version;
    }
    return result;
  }

  private Part shown() {
    if (part == null) {
      throw new IllegalStateException("no part of an image is shown yet");
    }
    return part;
  }

  private void colour(int[] pixels, int from, int to) {
    int[] entries = indices;
    int[] table = colours;
    for (int i = from; i < to; i++) {
      pixels[i] = table[entries[i]];
    }
  }

  /** Takes over what was seen before, and samples what was not. */
  private void move(Part wanted, Point steps) {
    int width = wanted.width();
    int height = wanted.height();
    Rectangle all = new Rectangle(width, height);
    Rectangle kept = all.intersection(new Rectangle(-steps.x, -steps.y, width, height));
    for (int i = 0; i < kept.height; i++) {
      // Downward or upward, so that no row is overwritten before it has been moved.
      int y = kept.y + (steps.y < 0 ? kept.height - 1 - i : i);
      int to = y * width + kept.x;
      int from = (y + steps.y) * width + kept.x + steps.x;
      System.arraycopy(samples, from, samples, to, kept.width);
      System.arraycopy(indices, from, indices, to, kept.width);
    }
    sample(wanted, new Rectangle(0, 0, width, kept.y));
    sample(wanted, new Rectangle(0, kept.y + kept.height, width, height - kept.y - kept.height));
    sample(wanted, new Rectangle(0, kept.y, kept.x, kept.height));
    int right = kept.x + kept.width;
    sample(wanted, new Rectangle(right, kept.y, width - right, kept.height));
  }

  /** Samples a rectangle of the screen; 8- and 16-bit values name their colours themselves. */
  private void sample(Part wanted, Rectangle area) {
    if (area.isEmpty()) {
      return;
    }
    float[] strip =
        new FilmSampler(wanted.image(), wanted.smooth())
            .sample(wanted.of(area), area.width, area.height);
    for (int y = 0; y < area.height; y++) {
      int at = (area.y + y) * wanted.width() + area.x;
      System.arraycopy(strip, y * area.width, samples, at, area.width);
      if (!wanted.isRanged()) {
        round(at, at + area.width);
      }
    }
  }

  private void round(int from, int to) {
    for (int i = from; i < to; i++) {
      indices[i] = Float.isNaN(samples[i]) ? BESIDE : (int) (samples[i] + 0.5f);
    }
  }

  /** Samples of 32-bit pixels as entries of a table of 256 steps of the display range. */
  private void bringIntoRange(Shade range) {
    float low = (float) range.low();
    float scale = (float) (256 / Math.max(range.high() - range.low(), Float.MIN_NORMAL));
    for (int i = 0; i < indices.length; i++) {
      int step = (int) ((samples[i] - low) * scale);
      indices[i] = Float.isNaN(samples[i]) ? BESIDE : Math.max(0, Math.min(255, step));
    }
  }
}
