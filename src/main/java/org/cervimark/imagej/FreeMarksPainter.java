package org.cervimark.imagej;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.cervimark.image.ImagePoint;
import org.cervimark.reading.FreeMark;

/** Draws what the reader drew beside the protocol: squares at its points, lines, value or note. */
final class FreeMarksPainter {

  private static final double HALF = 3.5;

  private final ViewerModel model;
  private final ResultText text;

  FreeMarksPainter(ViewerModel model, ResultText text) {
    this.model = model;
    this.text = text;
  }

  /** Draws lines and points, without any text. */
  void paintPlain(Graphics2D g, ViewTransform view) {
    Drawing drawing = model.drawing();
    Optional<FreeMark> selected = drawing.selected();
    for (FreeMark mark : drawing.marks()) {
      Color colour = selected.equals(Optional.of(mark)) ? Look.SELECTED : Look.FREE;
      paint(g, view, mark.kind(), mark.points(), colour);
    }
    drawing.kind().ifPresent(k -> paint(g, view, k, drawing.unfinished(), Look.SELECTED));
  }

  /** Writes values and notes where there is room. */
  void paintText(Graphics2D g, ViewTransform view, LabelPlacement room) {
    Font font = Look.bold(12);
    FontMetrics metrics = g.getFontMetrics(font);
    for (FreeMark mark : model.drawing().marks()) {
      String words = text.free(mark, model.session().scale());
      List<ImagePoint> points = mark.points();
      for (int at : new int[] {points.size() - 1, 0}) {
        Optional<Rectangle2D> place =
            room.atEnd(
                view.toScreen(points.get(at)),
                metrics.stringWidth(words) + 20,
                metrics.getHeight() + 10);
        if (place.isPresent()) {
          MarksPainter.paintBox(g, font, words, place.get(), Look.FREE);
          break;
        }
      }
    }
  }

  /** The points of all marks on the screen, which no label may cover. */
  List<Point2D.Double> points(ViewTransform view) {
    return model.drawing().marks().stream()
        .flatMap(m -> m.points().stream())
        .map(view::toScreen)
        .toList();
  }

  private static void paint(
      Graphics2D g, ViewTransform view, FreeMark.Kind kind, List<ImagePoint> points, Color colour) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < points.size(); i++) {
      Point2D p = view.toScreen(points.get(i));
      boolean begins = i == 0 || (kind == FreeMark.Kind.COBB && i == 2);
      if (begins) {
        path.moveTo(p.getX(), p.getY());
      } else {
        path.lineTo(p.getX(), p.getY());
      }
    }
    for (ImagePoint point : points) {
      Point2D p = view.toScreen(point);
      path.append(
          new Rectangle2D.Double(p.getX() - HALF, p.getY() - HALF, 2 * HALF, 2 * HALF), false);
    }
    g.setColor(Look.HALO);
    g.setStroke(Look.stroke(3.6));
    g.draw(path);
    g.setColor(colour);
    g.setStroke(Look.stroke(1.6));
    g.draw(path);
  }
}
