package org.cervimark.imagej;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The part of a picture that must be drawn again, in tiles: few areas instead of many lines. */
final class Tiles {

  private static final int SIDE = 32;
  private static final double FLATNESS = 1;

  /** So many tiles are sent to the screen in the time that another call takes. */
  private static final int WORTH_A_CALL = 150;

  private final Dimension picture;
  private final double scale;
  private final int across;
  private final int down;
  private final BitSet marked = new BitSet();

  /**
   * No tile of a picture.
   *
   * @param picture its size in pixels
   * @param scale pixels for each unit in which shapes are given
   */
  Tiles(Dimension picture, double scale) {
    this.picture = new Dimension(picture);
    this.scale = scale;
    this.across = (picture.width + SIDE - 1) / SIDE;
    this.down = (picture.height + SIDE - 1) / SIDE;
  }

  /** Adds the tiles that a shape touches: those on its outline, of a rectangle also within. */
  void add(Shape shape, double reach) {
    if (shape instanceof Rectangle2D r) {
      area(r.getMinX(), r.getMinY(), r.getMaxX(), r.getMaxY(), reach);
      return;
    }
    double[] c = new double[6];
    double startX = 0;
    double startY = 0;
    double x = 0;
    double y = 0;
    for (PathIterator p = shape.getPathIterator(null, FLATNESS); !p.isDone(); p.next()) {
      switch (p.currentSegment(c)) {
        case PathIterator.SEG_MOVETO -> {
          startX = c[0];
          startY = c[1];
        }
        case PathIterator.SEG_CLOSE -> {
          line(x, y, startX, startY, reach);
          c[0] = startX;
          c[1] = startY;
        }
        default -> line(x, y, c[0], c[1], reach);
      }
      x = c[0];
      y = c[1];
    }
  }

  /** The tiles along a line, in steps of which each is a small area. */
  private void line(double x1, double y1, double x2, double y2, double reach) {
    double length = Math.hypot(x2 - x1, y2 - y1) * scale;
    int steps = (int) Math.max(1, Math.min(length / SIDE, 4.0 * (across + down)));
    for (int i = 0; i < steps; i++) {
      double a = i / (double) steps;
      double b = (i + 1) / (double) steps;
      double fromX = x1 + a * (x2 - x1);
      double fromY = y1 + a * (y2 - y1);
      double toX = x1 + b * (x2 - x1);
      double toY = y1 + b * (y2 - y1);
      area(
          Math.min(fromX, toX),
          Math.min(fromY, toY),
          Math.max(fromX, toX),
          Math.max(fromY, toY),
          reach);
    }
  }

  private void area(double left, double top, double right, double bottom, double reach) {
    int firstX = tile((left - reach) * scale - 1, across);
    int lastX = tile((right + reach) * scale + 1, across);
    int firstY = tile((top - reach) * scale - 1, down);
    int lastY = tile((bottom + reach) * scale + 1, down);
    for (int y = Math.max(0, firstY); y <= Math.min(lastY, down - 1); y++) {
      int from = Math.max(0, firstX);
      int to = Math.min(lastX, across - 1) + 1;
      if (from < to) {
        marked.set(y * across + from, y * across + to);
      }
    }
  }

  private static int tile(double pixel, int tiles) {
    return (int) Math.floor(Math.max(-SIDE, Math.min(pixel, (double) tiles * SIDE)) / SIDE);
  }

  /**
   * What the tiles cover of the picture, as areas of few calls: two are one where their common
   * bounds hold little else.
   */
  List<Rectangle> areas() {
    List<Rectangle> areas = new ArrayList<>();
    for (int y = 0; y < down; y++) {
      int end = (y + 1) * across;
      int from = marked.nextSetBit(y * across);
      while (from >= 0 && from < end) {
        int to = Math.min(end, marked.nextClearBit(from));
        join(areas, new Rectangle(from - y * across, y, to - from, 1));
        from = marked.nextSetBit(to);
      }
    }
    return areas.stream().map(this::pixels).toList();
  }

  private static void join(List<Rectangle> areas, Rectangle added) {
    Rectangle joined = added;
    for (int i = 0; i < areas.size(); i++) {
      Rectangle both = joined.union(areas.get(i));
      if (count(both) - count(joined) - count(areas.get(i)) <= WORTH_A_CALL) {
        areas.remove(i);
        joined = both;
        i = -1;
      }
    }
    areas.add(joined);
  }

  private static int count(Rectangle tiles) {
    return tiles.width * tiles.height;
  }

  private Rectangle pixels(Rectangle tiles) {
    return new Rectangle(tiles.x * SIDE, tiles.y * SIDE, tiles.width * SIDE, tiles.height * SIDE)
        .intersection(new Rectangle(picture));
  }
}
