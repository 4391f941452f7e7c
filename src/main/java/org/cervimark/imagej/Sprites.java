package org.cervimark.imagej;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Small drawings that are wanted again and again, as the rings of landmarks and their labels: drawn
 * smoothly once, then copied. A drawing is made for each quarter of a screen pixel, so that marks
 * still move by less than a pixel.
 */
final class Sprites {

  private static final int PHASES = 4;
  private static final int MOST = 1500;

  private final Map<Key, BufferedImage> made =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, BufferedImage> eldest) {
          return size() > MOST;
        }
      };

  private record Key(Object what, int across, int down, double scale) {}

  /**
   * Draws something around a position.
   *
   * @param what tells drawings apart; equal ones look the same
   * @param reach how far the drawing reaches from the position, at most
   * @param drawing draws it around the origin
   */
  void draw(
      Graphics2D g, Object what, Point2D position, double reach, Consumer<Graphics2D> drawing) {
    AffineTransform device = g.getTransform();
    double scale = device.getScaleX();
    Point2D at = device.transform(position, null);
    int side = (int) Math.ceil(reach * scale) + 1;
    long x = Math.round(at.getX() * PHASES);
    long y = Math.round(at.getY() * PHASES);
    Key key = new Key(what, Math.floorMod(x, PHASES), Math.floorMod(y, PHASES), scale);
    BufferedImage picture = made.computeIfAbsent(key, k -> picture(g, k, side, drawing));
    g.setTransform(new AffineTransform());
    g.drawImage(
        picture,
        (int) Math.floorDiv(x, PHASES) - side,
        (int) Math.floorDiv(y, PHASES) - side,
        null);
    g.setTransform(device);
  }

  private static BufferedImage picture(
      Graphics2D like, Key key, int side, Consumer<Graphics2D> drawing) {
    BufferedImage picture =
        new BufferedImage(2 * side + 1, 2 * side + 1, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D g = picture.createGraphics();
    g.setRenderingHints(like.getRenderingHints());
    g.translate(side + key.across() / (double) PHASES, side + key.down() / (double) PHASES);
    g.scale(key.scale(), key.scale());
    drawing.accept(g);
    g.dispose();
    return picture;
  }
}
