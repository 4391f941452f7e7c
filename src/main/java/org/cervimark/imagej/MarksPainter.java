package org.cervimark.imagej;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.graphic.Graphic;
import org.cervimark.image.Window;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.cervimark.reading.ReadingSession.Result;

/** Draws the marks of a session in screen size, whatever the magnification. */
final class MarksPainter {

  /** Radius of the ring around a landmark. */
  static final double RADIUS = 5.5;

  private static final double REACH = RADIUS + 9;
  private static final double LINE_REACH = 3;

  private final ViewerModel model;
  private final ForeignPainter foreign;
  private final CoverPainter cover = new CoverPainter();
  private final Sprites sprites = new Sprites();
  private final FreeMarksPainter free;
  private final WordsPainter words;

  MarksPainter(ViewerModel model, ResultText text) {
    this.model = model;
    this.foreign = new ForeignPainter(model);
    this.free = new FreeMarksPainter(model);
    this.words = new WordsPainter(model, text, sprites);
  }

  /**
   * Lines, the expected place of the target, landmarks and labels, and the window.
   *
   * @param g measures text
   */
  Scene scene(Graphics2D g, ViewTransform view, Dimension canvas, Window window) {
    Scene scene = new Scene();
    Optional<Result> drawn = model.drawn();
    addCover(scene, view);
    foreign.addTo(scene, view);
    List<Graphic> lines = lines(drawn);
    addMarks(scene, view, lines);
    words.addTo(scene, g, view, canvas, window, drawn, lines);
    return scene;
  }

  /** Overlays, lines and landmarks without any text, for the loupe. */
  Scene plain(ViewTransform view) {
    Scene scene = new Scene();
    addCover(scene, view);
    addMarks(scene, view, lines(model.drawn()));
    return scene;
  }

  /** What the header lays over the image, unless the reader has put it away. */
  private void addCover(Scene scene, ViewTransform view) {
    if (model.isCoverOn()) {
      cover.addTo(scene, model.image(), view);
    }
  }

  private List<Graphic> lines(Optional<Result> drawn) {
    return drawn
        .map(r -> r.measurement().formula().graphics(model.session().subject()))
        .orElse(List.of());
  }

  private void addMarks(Scene scene, ViewTransform view, List<Graphic> lines) {
    addLines(scene, view, lines);
    model.expectedTarget().ifPresent(p -> addExpected(scene, view.toScreen(p)));
    free.addTo(scene, view);
    addLandmarks(scene, view);
  }

  private static void addLines(Scene scene, ViewTransform view, List<Graphic> lines) {
    for (Graphic graphic : lines) {
      boolean helper =
          graphic.role() == Graphic.Role.CONSTRUCTION || graphic.role() == Graphic.Role.REFERENCE;
      ResultLine line =
          new ResultLine(graphic.points().stream().map(view::toScreen).toList(), helper);
      Path2D path = path(line.points());
      scene.add(line, path, LINE_REACH, g -> line.draw(g, path));
    }
  }

  /** A line of a result: how it looks depends on nothing else. */
  private record ResultLine(List<Point2D.Double> points, boolean helper) {

    void draw(Graphics2D g, Path2D path) {
      g.setColor(Look.HALO);
      g.setStroke(Look.stroke(3.6));
      g.draw(path);
      g.setColor(Look.LINE);
      g.setStroke(helper ? Look.dashed(1.4, 6) : Look.stroke(1.8));
      g.draw(path);
    }
  }

  /** A line through points of the screen. */
  static Path2D path(List<? extends Point2D> points) {
    Path2D path = new Path2D.Double();
    for (Point2D p : points) {
      if (path.getCurrentPoint() == null) {
        path.moveTo(p.getX(), p.getY());
      } else {
        path.lineTo(p.getX(), p.getY());
      }
    }
    return path;
  }

  private record Expected(Point2D.Double at) {

    void draw(Graphics2D g, Shape circle) {
      g.setColor(Look.HALO);
      g.setStroke(Look.stroke(3.2));
      g.draw(circle);
      g.setColor(Look.EXPECTED);
      g.setStroke(Look.dashed(1.8, 5));
      g.draw(circle);
    }
  }

  private static void addExpected(Scene scene, Point2D.Double p) {
    Expected expected = new Expected(p);
    Shape circle = circle(p, 22);
    scene.add(expected, circle.getBounds2D(), LINE_REACH, g -> expected.draw(g, circle));
  }

  private void addLandmarks(Scene scene, ViewTransform view) {
    Optional<LandmarkId> selected = model.marking().selected();
    model
        .marking()
        .snapped()
        .map(s -> new Snapped(view.toScreen(s.from()), view.toScreen(s.to())))
        .ifPresent(s -> scene.add(s, s.path(), LINE_REACH, s::draw));
    for (Placement placement : model.session().landmarks().all()) {
      if (placement.point().isEmpty()) {
        continue;
      }
      Point2D.Double at = view.toScreen(placement.point().get());
      Ring ring =
          new Ring(placement.visibility(), selected.equals(Optional.of(placement.landmark())));
      scene.add(
          new Placed(ring, at),
          new Rectangle2D.Double(at.x, at.y, 0, 0),
          REACH,
          g -> sprites.draw(g, ring, at, REACH, ring::draw));
    }
  }

  /** The mark of a landmark at a place. */
  private record Placed(Ring ring, Point2D.Double at) {}

  /** Where a landmark was before it was moved onto an edge. */
  private record Snapped(Point2D.Double from, Point2D.Double to) {

    Path2D path() {
      Path2D path = new Path2D.Double(new Line2D.Double(from, to));
      path.append(new Line2D.Double(from.x - 3, from.y, from.x + 3, from.y), false);
      path.append(new Line2D.Double(from.x, from.y - 3, from.x, from.y + 3), false);
      return path;
    }

    void draw(Graphics2D g) {
      Path2D path = path();
      g.setColor(Look.HALO);
      g.setStroke(Look.stroke(3));
      g.draw(path);
      g.setColor(Look.EXPECTED);
      g.setStroke(Look.stroke(1.4));
      g.draw(path);
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

  private static Shape circle(Point2D p, double radius) {
    return new Ellipse2D.Double(p.getX() - radius, p.getY() - radius, 2 * radius, 2 * radius);
  }
}
