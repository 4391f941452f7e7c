package org.cervimark.imagej;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.graphic.Graphic;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.Window;
import org.cervimark.landmark.Placement;
import org.cervimark.reading.FreeMark;
import org.cervimark.reading.ReadingSession.Result;

/**
 * Writes on the image: names of landmarks, values, and how the image is shown. While a landmark is
 * dragged each label keeps the side of its mark on which it lies as long as there is room, so that
 * none jumps about.
 */
final class WordsPainter {

  private static final double MARGIN = 8;

  private final ViewerModel model;
  private final ResultText text;
  private final Sprites sprites;
  private final Map<LandmarkId, Optional<String>> vertebrae = new HashMap<>();
  private final Map<Object, Integer> sides = new HashMap<>();
  private Optional<ViewTransform> sidesOf = Optional.empty();

  WordsPainter(ViewerModel model, ResultText text, Sprites sprites) {
    this.model = model;
    this.text = text;
    this.sprites = sprites;
  }

  /**
   * Adds all words to a scene.
   *
   * @param g measures them
   * @param drawn the result whose lines are shown
   * @param lines its lines
   */
  void addTo(
      Scene scene,
      Graphics2D g,
      ViewTransform view,
      Dimension canvas,
      Window window,
      Optional<Result> drawn,
      List<Graphic> lines) {
    if (!model.session().isDragging() || !sidesOf.equals(Optional.of(view))) {
      sidesOf = Optional.of(view);
      sides.clear();
    }
    LabelPlacement room = new LabelPlacement(canvas, MarksPainter.RADIUS + 2, points(view), sides);
    addCorner(scene, g, room, window, view.turn());
    model.message().ifPresent(m -> addMessage(scene, g, room, canvas, text.message(m)));
    drawn.ifPresent(result -> addCaption(scene, g, view, room, result, lines));
    addFree(scene, g, view, room);
    addLabels(scene, g, view, room);
  }

  /** What no label may cover: landmarks and the points of marks beside the protocol. */
  private List<Point2D.Double> points(ViewTransform view) {
    List<Point2D.Double> points = new ArrayList<>();
    for (Placement placement : model.session().landmarks().all()) {
      placement.point().map(view::toScreen).ifPresent(points::add);
    }
    for (FreeMark mark : model.drawing().marks()) {
      mark.points().stream().map(view::toScreen).forEach(points::add);
    }
    return points;
  }

  /** How the image is shown, in the upper left corner. */
  private void addCorner(Scene scene, Graphics2D g, LabelPlacement room, Window window, Turn turn) {
    String words = text.shown(window, model.greys(), turn);
    Font font = Look.font(11);
    FontMetrics metrics = g.getFontMetrics(font);
    Rectangle2D place =
        new Rectangle2D.Double(MARGIN, MARGIN, metrics.stringWidth(words) + 6, metrics.getHeight());
    room.reserve(place);
    addText(scene, font, words, place, Look.SELECTED);
  }

  /** What the reader is told in passing, at the bottom of the image. */
  private static void addMessage(
      Scene scene, Graphics2D g, LabelPlacement room, Dimension canvas, String words) {
    Font font = Look.bold(13);
    FontMetrics metrics = g.getFontMetrics(font);
    List<String> lines = lines(words, metrics, canvas.width - 20 - 4 * MARGIN);
    double width = lines.stream().mapToInt(metrics::stringWidth).max().orElse(0) + 20;
    double height = lines.size() * metrics.getHeight() + 10;
    Rectangle2D place =
        new Rectangle2D.Double(
            (canvas.width - width) / 2, canvas.height - height - 2 * MARGIN, width, height);
    room.reserve(place);
    addBox(scene, font, lines, place, Look.SELECTED);
  }

  /** A sentence in lines that fit; a name of a file that does not is broken where it must be. */
  static List<String> lines(String words, FontMetrics metrics, double width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : words.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && metrics.stringWidth(longer) > width) {
        lines.add(line);
        longer = word;
      }
      while (longer.length() > 1 && metrics.stringWidth(longer) > width) {
        int end = longer.length() - 1;
        while (end > 1 && metrics.stringWidth(longer.substring(0, end)) > width) {
          end--;
        }
        lines.add(longer.substring(0, end));
        longer = longer.substring(end);
      }
      line = longer;
    }
    lines.add(line);
    return lines;
  }

  private void addCaption(
      Scene scene,
      Graphics2D g,
      ViewTransform view,
      LabelPlacement room,
      Result result,
      List<Graphic> graphics) {
    String abbreviation = result.measurement().abbreviation();
    String name = abbreviation.isEmpty() ? result.measurement().name(text.locale()) : abbreviation;
    String title = name + "  " + text.value(result);
    for (int i = 0; i < graphics.size(); i++) {
      List<ImagePoint> ends = graphics.get(i).points();
      if (addAtEnd(
          scene,
          g,
          view,
          room,
          new CaptionOf(result.measurement().id(), i),
          ends,
          title,
          Look.LINE)) {
        return;
      }
    }
  }

  private record CaptionOf(String measurement, int graphic) {}

  /** Values and notes of what is drawn beside the protocol, where there is room. */
  private void addFree(Scene scene, Graphics2D g, ViewTransform view, LabelPlacement room) {
    for (FreeMark mark : model.drawing().marks()) {
      String words = text.free(mark, model.session().scale());
      addAtEnd(scene, g, view, room, mark.uid(), mark.points(), words, Look.FREE);
    }
  }

  /** A caption at the last or else the first point of a line; whether there was room. */
  private static boolean addAtEnd(
      Scene scene,
      Graphics2D g,
      ViewTransform view,
      LabelPlacement room,
      Object label,
      List<ImagePoint> line,
      String words,
      Color colour) {
    Font font = Look.bold(colour.equals(Look.LINE) ? 13 : 12);
    FontMetrics metrics = g.getFontMetrics(font);
    double width = metrics.stringWidth(words) + 20;
    double height = metrics.getHeight() + 10;
    for (int at : new int[] {line.size() - 1, 0}) {
      Optional<Rectangle2D> place =
          room.atEnd(List.of(label, at), view.toScreen(line.get(at)), width, height);
      if (place.isPresent()) {
        addBox(scene, font, List.of(words), place.get(), colour);
        return true;
      }
    }
    return false;
  }

  private void addLabels(Scene scene, Graphics2D g, ViewTransform view, LabelPlacement room) {
    Map<String, List<Point2D.Double>> bodies = new LinkedHashMap<>();
    Map<LandmarkId, Point2D.Double> others = new LinkedHashMap<>();
    for (Placement placement : model.session().landmarks().all()) {
      if (placement.point().isPresent()) {
        Point2D.Double p = view.toScreen(placement.point().get());
        Optional<String> body = vertebrae.computeIfAbsent(placement.landmark(), ShortLabel::body);
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
                  : room.beside(name, corners.get(0), width, metrics.getHeight());
          place.ifPresent(r -> addText(scene, font, name, r, Look.LANDMARK));
        });
    Font small = Look.font(11);
    FontMetrics smallMetrics = g.getFontMetrics(small);
    others.forEach(
        (id, p) -> {
          String label = text.label(id);
          room.beside(id, p, smallMetrics.stringWidth(label) + 6, smallMetrics.getHeight())
              .ifPresent(r -> addText(scene, small, label, r, Look.LANDMARK));
        });
  }

  /** Text on a dark ground, so that it is read over bone and air alike. */
  private static void addBox(
      Scene scene, Font font, List<String> lines, Rectangle2D place, Color colour) {
    Box box = new Box(font, lines, colour, place);
    scene.add(box, place, 1, box::draw);
  }

  private void addText(Scene scene, Font font, String label, Rectangle2D place, Color colour) {
    Text look = new Text(font, label, colour, place.getWidth(), place.getHeight());
    Point2D centre = new Point2D.Double(place.getCenterX(), place.getCenterY());
    double reach = place.getWidth() / 2 + 1;
    scene.add(
        List.of(look, centre), place, 1, g -> sprites.draw(g, look, centre, reach, look::draw));
  }

  private record Box(Font font, List<String> lines, Color colour, Rectangle2D place) {

    void draw(Graphics2D g) {
      g.setColor(Look.CAPTION);
      g.fill(
          new RoundRectangle2D.Double(
              place.getX(), place.getY(), place.getWidth(), place.getHeight(), 8, 8));
      g.setFont(font);
      g.setColor(colour);
      FontMetrics metrics = g.getFontMetrics();
      float y = (float) place.getY() + 5 + metrics.getAscent();
      for (String line : lines) {
        g.drawString(line, (float) place.getX() + 10, y);
        y += metrics.getHeight();
      }
    }
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
}
