package org.cervimark.imagej;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.cervimark.image.ImagePoint;
import org.cervimark.reading.FreeMark;

/** Draws what the reader drew beside the protocol: squares at its points, and lines. */
final class FreeMarksPainter {

  private static final double HALF = 3.5;

  private static final double REACH = 3;

  private final ViewerModel model;

  FreeMarksPainter(ViewerModel model) {
    this.model = model;
  }

  /** Adds lines and points, without any text. */
  void addTo(Scene scene, ViewTransform view) {
    Drawing drawing = model.drawing();
    Optional<FreeMark> selected = drawing.selected();
    for (FreeMark mark : drawing.marks()) {
      Color colour = selected.equals(Optional.of(mark)) ? Look.SELECTED : Look.FREE;
      add(scene, view, mark.kind(), mark.points(), colour);
    }
    drawing.kind().ifPresent(k -> add(scene, view, k, drawing.unfinished(), Look.SELECTED));
  }

  private static void add(
      Scene scene, ViewTransform view, FreeMark.Kind kind, List<ImagePoint> points, Color colour) {
    if (points.isEmpty()) {
      return;
    }
    Drawn drawn = new Drawn(kind, points.stream().map(view::toScreen).toList(), colour);
    Path2D path = drawn.path();
    scene.add(drawn, path, REACH, g -> drawn.draw(g, path));
  }

  /** What is drawn: how it looks depends on nothing else. */
  private record Drawn(FreeMark.Kind kind, List<Point2D.Double> points, Color colour) {

    Path2D path() {
      Path2D path = new Path2D.Double();
      for (int i = 0; i < points.size(); i++) {
        Point2D.Double p = points.get(i);
        boolean begins = i == 0 || (kind == FreeMark.Kind.COBB && i == 2);
        if (begins) {
          path.moveTo(p.x, p.y);
        } else {
          path.lineTo(p.x, p.y);
        }
      }
      for (Point2D.Double p : points) {
        path.append(new Rectangle2D.Double(p.x - HALF, p.y - HALF, 2 * HALF, 2 * HALF), false);
      }
      return path;
    }

    void draw(Graphics2D g, Path2D path) {
      g.setColor(Look.HALO);
      g.setStroke(Look.stroke(3.6));
      g.draw(path);
      g.setColor(colour);
      g.setStroke(Look.stroke(1.6));
      g.draw(path);
    }
  }
}
