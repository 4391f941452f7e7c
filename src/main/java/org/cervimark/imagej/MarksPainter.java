package org.cervimark.imagej;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.graphic.Graphic;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.Window;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.cervimark.reading.ReadingSession.Result;

/** Draws the marks of a session in screen size, whatever the magnification. */
final class MarksPainter {

  private static final double RADIUS = 5.5;
  private static final double MARGIN = 8;

  private final ViewerModel model;
  private final ResultText text;
  private final ForeignPainter foreign;
  private final CoverPainter cover;
  private final Sprites sprites = new Sprites();
  private final FreeMarksPainter free;

  MarksPainter(ViewerModel model, ResultText text) {
    this.model = model;
    this.text = text;
    this.foreign = new ForeignPainter(model);
    cover = new CoverPainter(model);
    this.free = new FreeMarksPainter(model, text);
  }

  /** Draws lines, the expected place of the target, landmarks and labels, and the window. */
  void paint(Graphics2D g, ViewTransform view, Dimension canvas, Window window) {
    Optional<Result> drawn = model.drawn();
    cover.paint(g, view);
    foreign.paint(g, view);
    drawn.ifPresent(result -> paintLines(g, view, result));
    model.expectedTarget().ifPresent(p -> paintExpected(g, view.toScreen(p)));
    List<Point2D.Double> points = new ArrayList<>();
    for (Placement placement : model.session().landmarks().all()) {
      placement.point().map(view::toScreen).ifPresent(points::add);
    }
    points.addAll(free.points(view));
    LabelPlacement room = new LabelPlacement(canvas, RADIUS + 2, points);
    free.paintPlain(g, view);
    paintLandmarks(g, view);
    paintCorner(g, room, window, view.turn());
    model.message().ifPresent(m -> paintMessage(g, room, canvas, text.message(m)));
    drawn.ifPresent(result -> paintCaption(g, view, room, result));
    free.paintText(g, view, room);
    paintLabels(g, view, room);
  }

  /** How the image is shown, in the upper left corner. */
  private void paintCorner(Graphics2D g, LabelPlacement room, Window window, Turn turn) {
    String words = text.shown(window, turn);
    Font font = Look.font(11);
    FontMetrics metrics = g.getFontMetrics(font);
    Rectangle2D place =
        new Rectangle2D.Double(MARGIN, MARGIN, metrics.stringWidth(words) + 6, metrics.getHeight());
    room.reserve(place);
    paintText(g, font, words, place, Look.SELECTED);
  }

  /** Draws lines and landmarks without any text, for the loupe. */
  void paintPlain(Graphics2D g, ViewTransform view) {
    model.drawn().ifPresent(result -> paintLines(g, view, result));
    model.expectedTarget().ifPresent(p -> paintExpected(g, view.toScreen(p)));
    free.paintPlain(g, view);
    paintLandmarks(g, view);
  }

  /** What the reader is told in passing, at the bottom of the image. */
  private static void paintMessage(
      Graphics2D g, LabelPlacement room, Dimension canvas, String words) {
    Font font = Look.bold(13);
    FontMetrics metrics = g.getFontMetrics(font);
    double width = metrics.stringWidth(words) + 20;
    double height = metrics.getHeight() + 10;
    Rectangle2D place =
        new Rectangle2D.Double(
            (canvas.width - width) / 2, canvas.height - height - 2 * MARGIN, width, height);
    room.reserve(place);
    paintBox(g, font, words, place, Look.SELECTED);
  }

  /** Where a landmark was before it was moved onto an edge. */
  private static void paintSnap(Graphics2D g, Point2D from, Point2D to) {
    Path2D path = new Path2D.Double(new Line2D.Double(from, to));
    path.append(
        new Line2D.Double(from.getX() - 3, from.getY(), from.getX() + 3, from.getY()), false);
    path.append(
        new Line2D.Double(from.getX(), from.getY() - 3, from.getX(), from.getY() + 3), false);
    g.setColor(Look.HALO);
    g.setStroke(Look.stroke(3));
    g.draw(path);
    g.setColor(Look.EXPECTED);
    g.setStroke(Look.stroke(1.4));
    g.draw(path);
  }

  private void paintLines(Graphics2D g, ViewTransform view, Result result) {
    for (Graphic graphic : result.measurement().formula().graphics(model.session().subject())) {
      Path2D path = new Path2D.Double();
      for (ImagePoint point : graphic.points()) {
        Point2D p = view.toScreen(point);
        if (path.getCurrentPoint() == null) {
          path.moveTo(p.getX(), p.getY());
        } else {
          path.lineTo(p.getX(), p.getY());
        }
      }
      boolean helper =
          graphic.role() == Graphic.Role.CONSTRUCTION || graphic.role() == Graphic.Role.REFERENCE;
      g.setColor(Look.HALO);
      g.setStroke(Look.stroke(3.6));
      g.draw(path);
      g.setColor(Look.LINE);
      g.setStroke(helper ? Look.dashed(1.4, 6) : Look.stroke(1.8));
      g.draw(path);
    }
  }

  private void paintExpected(Graphics2D g, Point2D p) {
    Shape circle = circle(p, 22);
    g.setColor(Look.HALO);
    g.setStroke(Look.stroke(3.2));
    g.draw(circle);
    g.setColor(Look.EXPECTED);
    g.setStroke(Look.dashed(1.8, 5));
    g.draw(circle);
  }

  private void paintLandmarks(Graphics2D g, ViewTransform view) {
    Optional<LandmarkId> selected = model.marking().selected();
    model
        .marking()
        .snapped()
        .ifPresent(s -> paintSnap(g, view.toScreen(s.from()), view.toScreen(s.to())));
    for (Placement placement : model.session().landmarks().all()) {
      if (placement.point().isEmpty()) {
        continue;
      }
      Ring ring =
          new Ring(placement.visibility(), selected.equals(Optional.of(placement.landmark())));
      sprites.draw(g, ring, view.toScreen(placement.point().get()), RADIUS + 9, ring::draw);
    }
  }

  /** The mark of a landmark: how it looks depends on nothing else. */
  private record Ring(Visibility visibility, boolean selected) {

    /** Draws it around the origin. */
    void draw(Graphics2D g) {
      Shape ring = circle(new Point2D.Double(), RADIUS);
      g.setColor(Look.HALO);
      g.setStroke(Look.stroke(4));
      g.draw(ring);
      g.setColor(selected ? Look.SELECTED : Look.LANDMARK);
      g.setStroke(stroke(visibility));
      g.draw(ring);
      g.fill(circle(new Point2D.Double(), 0.9));
      if (selected) {
        g.setStroke(Look.stroke(1.4));
        for (int[] arm : new int[][] {{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
          g.draw(
              new Line2D.Double(
                  arm[0] * (RADIUS + 2),
                  arm[1] * (RADIUS + 2),
                  arm[0] * (RADIUS + 7),
                  arm[1] * (RADIUS + 7)));
        }
      }
    }
  }

  private static Stroke stroke(Visibility visibility) {
    return switch (visibility) {
      case ESTIMATED -> Look.dashed(1.9, 3);
      case UNCERTAIN -> Look.dashed(1.9, 6);
      default -> Look.stroke(1.9);
    };
  }

  private void paintLabels(Graphics2D g, ViewTransform view, LabelPlacement room) {
    Map<String, List<Point2D.Double>> bodies = new LinkedHashMap<>();
    Map<LandmarkId, Point2D.Double> others = new LinkedHashMap<>();
    for (Placement placement : model.session().landmarks().all()) {
      if (placement.point().isPresent()) {
        Point2D.Double p = view.toScreen(placement.point().get());
        Optional<String> body = ShortLabel.body(placement.landmark());
        if (body.isPresent()) {
          bodies.computeIfAbsent(body.get(), b -> new ArrayList<>()).add(p);
        } else {
          others.put(placement.landmark(), p);
        }
      }
    }
    Font font = Look.bold(12);
    FontMetrics metrics = g.getFontMetrics(font);
    bodies.forEach(
        (name, corners) -> {
          double width = metrics.stringWidth(name) + 6;
          Optional<Rectangle2D> place =
              corners.size() > 2
                  ? room.centred(centroid(corners), width, metrics.getHeight())
                  : room.beside(corners.get(0), width, metrics.getHeight());
          place.ifPresent(r -> paintText(g, font, name, r, Look.LANDMARK));
        });
    Font small = Look.font(11);
    FontMetrics smallMetrics = g.getFontMetrics(small);
    others.forEach(
        (id, p) -> {
          String label = text.label(id);
          room.beside(p, smallMetrics.stringWidth(label) + 6, smallMetrics.getHeight())
              .ifPresent(r -> paintText(g, small, label, r, Look.LANDMARK));
        });
  }

  private void paintCaption(Graphics2D g, ViewTransform view, LabelPlacement room, Result result) {
    List<Graphic> graphics = result.measurement().formula().graphics(model.session().subject());
    if (graphics.isEmpty()) {
      return;
    }
    String abbreviation = result.measurement().abbreviation();
    String name = abbreviation.isEmpty() ? result.measurement().name(text.locale()) : abbreviation;
    String title = name + "  " + text.value(result);
    Font font = Look.bold(13);
    FontMetrics metrics = g.getFontMetrics(font);
    double width = metrics.stringWidth(title) + 20;
    double height = metrics.getHeight() + 10;
    for (Graphic graphic : graphics) {
      for (ImagePoint end :
          List.of(graphic.points().get(graphic.points().size() - 1), graphic.points().get(0))) {
        Optional<Rectangle2D> place = room.atEnd(view.toScreen(end), width, height);
        if (place.isPresent()) {
          Rectangle2D r = place.get();
          paintBox(g, font, title, r, Look.LINE);
          return;
        }
      }
    }
  }

  /** Text on a dark ground, so that it is read over bone and air alike. */
  static void paintBox(Graphics2D g, Font font, String words, Rectangle2D place, Color colour) {
    g.setColor(Look.CAPTION);
    g.fill(
        new RoundRectangle2D.Double(
            place.getX(), place.getY(), place.getWidth(), place.getHeight(), 8, 8));
    g.setFont(font);
    g.setColor(colour);
    g.drawString(
        words,
        (float) place.getX() + 10,
        (float) place.getY() + 5 + g.getFontMetrics().getAscent());
  }

  private void paintText(Graphics2D g, Font font, String label, Rectangle2D place, Color colour) {
    Text drawing = new Text(font, label, colour, place.getWidth(), place.getHeight());
    Point2D centre = new Point2D.Double(place.getCenterX(), place.getCenterY());
    sprites.draw(g, drawing, centre, place.getWidth() / 2 + 1, drawing::draw);
  }

  /** A label on its ground. */
  private record Text(Font font, String label, Color colour, double width, double height) {

    /** Draws it around the origin. */
    void draw(Graphics2D g) {
      g.setFont(font);
      g.setColor(Look.LABEL);
      g.fill(new RoundRectangle2D.Double(-width / 2, -height / 2, width, height, 6, 6));
      g.setColor(colour);
      g.drawString(
          label, (float) (3 - width / 2), (float) (g.getFontMetrics().getAscent() - height / 2));
    }
  }

  private static Point2D.Double centroid(List<Point2D.Double> points) {
    double x = points.stream().mapToDouble(Point2D.Double::getX).average().orElse(0);
    double y = points.stream().mapToDouble(Point2D.Double::getY).average().orElse(0);
    return new Point2D.Double(x, y);
  }

  private static Shape circle(Point2D p, double radius) {
    return new Ellipse2D.Double(p.getX() - radius, p.getY() - radius, 2 * radius, 2 * radius);
  }
}
