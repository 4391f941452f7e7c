package org.cervimark.imagej;

import java.awt.Dimension;
import java.awt.Rectangle;

/**
 * Which part of an image is shown on a stage of a given size. Immutable. The image never leaves the
 * stage: an image smaller than the stage is shown whole, a larger one covers it. Pixels that are
 * not square are stretched vertically. Knows nothing of turning: a stage on which the image lies
 * sideways is given with its sides exchanged.
 *
 * @param image size of the image in pixels
 * @param aspect height of an image pixel divided by its width
 * @param stage size of the free area in screen pixels
 * @param magnification screen pixels for each image column
 * @param x first column shown
 * @param y first row shown
 */
record Viewport(
    Dimension image, double aspect, Dimension stage, double magnification, int x, int y) {

  /** The largest magnification that ImageJ offers. */
  static final double MAX_MAGNIFICATION = 32;

  private static final double MIN_MAGNIFICATION = 1 / 72.0;

  /** Clips magnification and position to what can be shown. */
  Viewport {
    image = new Dimension(image);
    stage = new Dimension(Math.max(1, stage.width), Math.max(1, stage.height));
    magnification = Math.max(MIN_MAGNIFICATION, Math.min(MAX_MAGNIFICATION, magnification));
    x = clip(x, image.width - shown(stage.width, image.width, magnification));
    y = clip(y, image.height - shown(stage.height, image.height, magnification * aspect));
  }

  /** The whole image, as large as the stage allows. */
  static Viewport whole(Dimension image, double aspect, Dimension stage) {
    double magnification =
        Math.min(
            Math.max(1, stage.width) / (double) image.width,
            Math.max(1, stage.height) / (image.height * aspect));
    return new Viewport(image, aspect, stage, magnification, 0, 0);
  }

  /** Whether the whole image is seen. */
  boolean isWhole() {
    Rectangle source = source();
    return source.width == image.width && source.height == image.height;
  }

  /** The same part on a stage of another size; an image shown whole stays whole. */
  Viewport onStage(Dimension size) {
    if (isWhole()) {
      return whole(image, aspect, size);
    }
    int centreX = x + (int) Math.round((size.width - stage.width) / (-2 * magnification));
    int centreY =
        y + (int) Math.round((size.height - stage.height) / (-2 * magnification * aspect));
    return new Viewport(image, aspect, size, magnification, centreX, centreY);
  }

  /** Another magnification; the image position under the given canvas position stays there. */
  Viewport zoomed(double newMagnification, double column, double row) {
    double bounded = Math.max(MIN_MAGNIFICATION, Math.min(MAX_MAGNIFICATION, newMagnification));
    double imageX = x + column / magnification;
    double imageY = y + row / (magnification * aspect);
    return new Viewport(
        image,
        aspect,
        stage,
        bounded,
        (int) Math.round(imageX - column / bounded),
        (int) Math.round(imageY - row / (bounded * aspect)));
  }

  /** The same magnification, with an image position in the middle. */
  Viewport centredOn(double imageX, double imageY) {
    Rectangle source = source();
    return new Viewport(
        image,
        aspect,
        stage,
        magnification,
        (int) Math.round(imageX - source.width / 2.0),
        (int) Math.round(imageY - source.height / 2.0));
  }

  /** Moved by whole image pixels. */
  Viewport panned(int columns, int rows) {
    return new Viewport(image, aspect, stage, magnification, x + columns, y + rows);
  }

  /** The part of the image that is shown, pixels cut by the border included. */
  Rectangle source() {
    return new Rectangle(
        x,
        y,
        shown(stage.width, image.width, magnification),
        shown(stage.height, image.height, magnification * aspect));
  }

  /** The size of the canvas that shows it. */
  Dimension canvas() {
    return new Dimension(
        Math.max(1, Math.min(stage.width, (int) Math.round(image.width * magnification))),
        Math.max(
            1, Math.min(stage.height, (int) Math.round(image.height * magnification * aspect))));
  }

  private static int shown(int stage, int image, double magnification) {
    return Math.max(1, Math.min(image, (int) Math.ceil(stage / magnification - 1e-9)));
  }

  private static int clip(int value, int max) {
    return Math.max(0, Math.min(value, max));
  }
}
