package org.cervimark.image;

/**
 * A true vertical seen in the image.
 *
 * @param top its upper point
 * @param bottom its lower point
 */
public record PlumbLine(ImagePoint top, ImagePoint bottom) {

  /** Refuses two equal points. */
  public PlumbLine {
    if (top.equals(bottom)) {
      throw new IllegalArgumentException("a plumb line needs two different points: " + top);
    }
  }
}
