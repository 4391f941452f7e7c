package org.cervimark.imagej;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What lies over a film, in the order in which it is drawn. Of two scenes it can be told where they
 * differ, so that only there something is drawn again.
 */
final class Scene {

  /** The place of what may lie anywhere. */
  static final Rectangle EVERYWHERE = new Rectangle(-1_000_000, -1_000_000, 2_000_000, 2_000_000);

  private final List<Part> parts = new ArrayList<>();

  private record Part(
      Object look, Shape where, double reach, Rectangle2D bounds, Consumer<Graphics2D> drawing) {}

  /**
   * Adds something that lies over everything added before.
   *
   * @param look tells drawings apart; what has an equal one looks the same and lies at the same
   *     place
   * @param where the lines or the area that it covers
   * @param reach how far it reaches beyond them, in screen pixels
   * @param drawing draws it, with whatever colour and stroke it needs
   */
  void add(Object look, Shape where, double reach, Consumer<Graphics2D> drawing) {
    Rectangle2D b = where.getBounds2D();
    Rectangle2D bounds =
        new Rectangle2D.Double(
            b.getX() - reach,
            b.getY() - reach,
            b.getWidth() + 2 * reach,
            b.getHeight() + 2 * reach);
    parts.add(new Part(look, where, reach, bounds, drawing));
  }

  /** Draws everything that an area may show, in order. */
  void draw(Graphics2D g, Rectangle2D area) {
    for (Part part : parts) {
      if (part.bounds().intersects(area)) {
        part.drawing().accept(g);
      }
    }
  }

  /** Adds to some tiles those on which this scene looks different from another one. */
  void differences(Scene other, Tiles tiles) {
    // Most parts are the same in both and lie at the same place in the order.
    int same = Math.min(parts.size(), other.parts.size());
    List<Part> here = new ArrayList<>(parts.subList(same, parts.size()));
    List<Part> there = new ArrayList<>(other.parts.subList(same, other.parts.size()));
    for (int i = 0; i < same; i++) {
      if (!parts.get(i).look().equals(other.parts.get(i).look())) {
        here.add(parts.get(i));
        there.add(other.parts.get(i));
      }
    }
    Map<Object, Integer> unmatched = new HashMap<>();
    there.forEach(p -> unmatched.merge(p.look(), 1, Integer::sum));
    for (Part part : here) {
      int left = unmatched.getOrDefault(part.look(), 0);
      if (left == 0) {
        tiles.add(part.where(), part.reach());
      } else {
        unmatched.put(part.look(), left - 1);
      }
    }
    for (Part part : there) {
      int left = unmatched.getOrDefault(part.look(), 0);
      if (left > 0) {
        tiles.add(part.where(), part.reach());
        unmatched.put(part.look(), left - 1);
      }
    }
  }
}
