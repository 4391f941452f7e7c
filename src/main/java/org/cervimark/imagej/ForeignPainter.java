package org.cervimark.imagej;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cervimark.image.ImagePoint;
import org.cervimark.reading.ForeignLayer;
import org.cervimark.reading.ForeignMark;

/** Draws what other programs have marked: thin, dotted, violet, and with whose it is. */
final class ForeignPainter {

  private static final Color COLOUR = new Color(0xC9A2FF);
  private static final double RADIUS = 3.5;
  private static final int LONGEST = 48;

  private final ViewerModel model;

  ForeignPainter(ViewerModel model) {
    this.model = model;
  }

  /** Adds them to a scene. */
  void addTo(Scene scene, ViewTransform view) {
    List<Named> marks = new ArrayList<>();
    for (ForeignLayer layer : model.study().foreign(model.radiograph())) {
      for (ForeignMark mark : layer.on(model.radiograph().reference())) {
        if (!mark.points().isEmpty()) {
          boolean first = marks.isEmpty() || !marks.get(marks.size() - 1).layer().equals(layer);
          marks.add(new Named(mark, layer, first));
        }
      }
    }
    if (!marks.isEmpty()) {
      Foreign foreign = new Foreign(marks, view);
      scene.add(foreign, Scene.EVERYWHERE, 0, foreign::draw);
    }
  }

  /** A mark, and whether whose it is is said beside it: once for all marks of a layer. */
  private record Named(ForeignMark mark, ForeignLayer layer, boolean first) {}

  private record Foreign(List<Named> marks, ViewTransform view) {

    void draw(Graphics2D g) {
      marks.forEach(named -> paint(g, view, named.mark()));
      List<Rectangle2D> taken = new ArrayList<>();
      for (Named named : marks) {
        label(g, view, named.mark(), named.first() ? named.layer().whose() : "", taken);
      }
    }
  }

  private static void paint(Graphics2D g, ViewTransform view, ForeignMark mark) {
    Shape shape = shape(view, mark);
    g.setColor(Look.HALO);
    g.setStroke(Look.stroke(3.2));
    g.draw(shape);
    g.setColor(COLOUR);
    g.setStroke(Look.dashed(1.3, 2.5));
    g.draw(shape);
    g.setStroke(Look.stroke(1.3));
    if (mark.shape() != ForeignMark.Shape.TEXT) {
      mark.points().forEach(p -> g.draw(circle(view.toScreen(p), RADIUS)));
    }
  }

  private static Shape shape(ViewTransform view, ForeignMark mark) {
    List<Point2D.Double> points = mark.points().stream().map(view::toScreen).toList();
    return switch (mark.shape()) {
      case POLYLINE -> MarksPainter.path(points);
      case CIRCLE -> circle(points.get(0), points.get(0).distance(points.get(1)));
      case ELLIPSE -> ellipse(points);
      case NONE, POINTS, TEXT -> new Path2D.Double();
    };
  }

  /** Through the ends of both axes. */
  private static Shape ellipse(List<Point2D.Double> ends) {
    double x = (ends.get(0).x + ends.get(1).x) / 2;
    double y = (ends.get(0).y + ends.get(1).y) / 2;
    Path2D path = new Path2D.Double();
    for (int degrees = 0; degrees <= 360; degrees += 5) {
      double c = Math.cos(Math.toRadians(degrees)) / 2;
      double s = Math.sin(Math.toRadians(degrees)) / 2;
      double px = x + c * (ends.get(1).x - ends.get(0).x) + s * (ends.get(3).x - ends.get(2).x);
      double py = y + c * (ends.get(1).y - ends.get(0).y) + s * (ends.get(3).y - ends.get(2).y);
      if (degrees == 0) {
        path.moveTo(px, py);
      } else {
        path.lineTo(px, py);
      }
    }
    return path;
  }

  /** Beside the last point, or below what stands there already. */
  private static void label(
      Graphics2D g, ViewTransform view, ForeignMark mark, String whose, List<Rectangle2D> taken) {
    String values =
        mark.values().stream()
            .map(v -> String.format(Locale.ROOT, "%.4g %s", v.value(), v.unit()))
            .collect(Collectors.joining(", "));
    String text = shortened(mark.label()) + (values.isEmpty() ? "" : "  " + values);
    Font font = Look.font(11);
    g.setFont(font);
    FontMetrics metrics = g.getFontMetrics(font);
    ImagePoint last = mark.points().get(mark.points().size() - 1);
    Point2D.Double at = view.toScreen(last);
    List<String> lines =
        Stream.of(text, whose.isBlank() ? "" : "(" + whose + ")")
            .filter(line -> !line.isBlank())
            .toList();
    int width = lines.stream().mapToInt(metrics::stringWidth).max().orElse(0) + 4;
    Rectangle2D room =
        new Rectangle2D.Double(
            at.x + 7, at.y - metrics.getAscent(), width, lines.size() * metrics.getHeight());
    while (taken.stream().anyMatch(room::intersects)) {
      room.setRect(room.getX(), room.getY() + metrics.getHeight(), width, room.getHeight());
    }
    taken.add(room);
    g.setColor(Look.HALO);
    g.fill(room);
    g.setColor(COLOUR);
    float y = (float) room.getY() + metrics.getAscent();
    for (String line : lines) {
      g.drawString(line, (float) room.getX() + 2, y);
      y += metrics.getHeight();
    }
  }

  private static String shortened(String label) {
    return label.length() > LONGEST ? label.substring(0, LONGEST) + "…" : label;
  }

  private static Ellipse2D circle(Point2D centre, double radius) {
    return new Ellipse2D.Double(
        centre.getX() - radius, centre.getY() - radius, 2 * radius, 2 * radius);
  }
}
