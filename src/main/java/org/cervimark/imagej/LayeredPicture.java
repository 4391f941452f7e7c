package org.cervimark.imagej;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ground with a scene over it, of which only what has changed is drawn again. */
final class LayeredPicture {

  private @Nullable BufferedImage drawn;
  private Scene shown = new Scene();

  /**
   * Draws a scene over a ground.
   *
   * @param under the ground
   * @param changed whether it is another one than the last time
   * @param over the scene, in units of which each has {@code scale} pixels
   * @return the areas, in pixels, that look different from the last time
   */
  List<Rectangle> draw(Ground under, boolean changed, Scene over, double scale) {
    Dimension size = under.size();
    BufferedImage target = drawn;
    List<Rectangle> areas;
    if (target == null || target.getWidth() != size.width || target.getHeight() != size.height) {
      target = new BufferedImage(size.width, size.height, BufferedImage.TYPE_INT_RGB);
      drawn = target;
      areas = List.of(new Rectangle(size));
    } else if (changed) {
      areas = List.of(new Rectangle(size));
    } else {
      Tiles tiles = new Tiles(size, scale);
      over.differences(shown, tiles);
      areas = tiles.areas();
    }
    for (Rectangle area : areas) {
      under.draw(target, area);
      Graphics2D g = target.createGraphics();
      g.clip(area);
      Graphics2D smooth = Look.smooth(g);
      smooth.scale(scale, scale);
      over.draw(
          smooth,
          new Rectangle2D.Double(
              area.x / scale, area.y / scale, area.width / scale, area.height / scale));
      smooth.dispose();
      g.dispose();
    }
    shown = over;
    return areas;
  }

  /** The picture as drawn last. */
  BufferedImage picture() {
    if (drawn == null) {
      throw new IllegalStateException("nothing has been drawn yet");
    }
    return drawn;
  }
}
