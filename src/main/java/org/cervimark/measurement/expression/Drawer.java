package org.cervimark.measurement.expression;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cervimark.geometry.Line2;
import org.cervimark.geometry.Point2;
import org.cervimark.graphic.Graphic.Role;

/**
 * Draws a formula: angles as lines through their landmarks, distances from end to end, and what was
 * constructed to find them.
 */
final class Drawer {

  private final Scene scene;
  private final boolean showVertical;
  private final Set<Stroke> strokes = new LinkedHashSet<>();

  private Drawer(Scene scene, boolean showVertical) {
    this.scene = scene;
    this.showVertical = showVertical;
  }

  /** The strokes of a formula that has a value in this scene. */
  static List<Stroke> draw(Node formula, Scene scene, boolean turnsWithVertical)
      throws FaultException {
    Drawer drawer = new Drawer(scene, turnsWithVertical);
    drawer.draw(formula);
    List<Stroke> kept = new ArrayList<>();
    for (Stroke stroke : drawer.strokes) {
      if (!stroke.from().equals(stroke.to()) && !drawer.isRepeatedHelper(stroke)) {
        kept.add(stroke);
      }
    }
    return kept;
  }

  private void draw(Node node) throws FaultException {
    if (node instanceof QuantityNode.Direction direction) {
      draw(direction);
    } else if (node instanceof QuantityNode.Distance distance) {
      add(distance.from().point(scene), distance.to().point(scene), Role.DISTANCE);
    } else if (node instanceof QuantityNode.Offset offset) {
      draw(offset);
    } else if (node instanceof QuantityNode.Advance advance) {
      draw(advance);
    } else if (node instanceof QuantityNode.Component component) {
      draw(component);
    } else if (node instanceof PointNode.Crossing crossing) {
      draw(crossing);
    }
    for (Node part : node.parts()) {
      draw(part);
    }
  }

  private void draw(QuantityNode.Direction direction) throws FaultException {
    Span span = direction.line().span(scene);
    add(span.start(), span.end(), Role.ARM);
    if (showVertical) {
      Point2 way = span.end().minus(span.start());
      Point2 level =
          direction.axis() == Axis.FORWARD
              ? new Point2(Math.copySign(span.length(), way.u()), 0)
              : new Point2(0, Math.copySign(span.length(), way.v()));
      add(span.start(), span.start().plus(level), Role.CONSTRUCTION);
    }
  }

  private void draw(QuantityNode.Offset offset) throws FaultException {
    Point2 point = offset.point().point(scene);
    Point2 foot = reference(offset.line(), point);
    add(foot, point, Role.DISTANCE);
  }

  private void draw(QuantityNode.Advance advance) throws FaultException {
    Point2 from = advance.from().point(scene);
    Point2 to = advance.to().point(scene);
    Point2 fromFoot = reference(advance.line(), from);
    Point2 toFoot = reference(advance.line(), to);
    add(fromFoot, toFoot, Role.DISTANCE);
    add(fromFoot, from, Role.CONSTRUCTION);
    add(toFoot, to, Role.CONSTRUCTION);
  }

  private void draw(QuantityNode.Component component) throws FaultException {
    Point2 from = component.from().point(scene);
    Point2 to = component.to().point(scene);
    Point2 corner =
        component.axis() == Axis.FORWARD
            ? new Point2(from.u(), to.v())
            : new Point2(to.u(), from.v());
    add(from, corner, Role.CONSTRUCTION);
    add(corner, to, Role.DISTANCE);
  }

  private void draw(PointNode.Crossing crossing) throws FaultException {
    Point2 meeting = crossing.point(scene);
    for (LineNode line : List.of(crossing.one(), crossing.other())) {
      Span span = line.span(scene);
      add(span.start(), span.end(), Role.CONSTRUCTION);
      extend(span, meeting);
    }
  }

  /** Draws a reference line, extended to the foot of the perpendicular from a point. */
  private Point2 reference(LineNode line, Point2 point) throws FaultException {
    Span span = line.span(scene);
    Point2 foot = span.line().foot(point);
    add(span.start(), span.end(), Role.REFERENCE);
    extend(span, foot);
    return foot;
  }

  private void extend(Span span, Point2 onLine) {
    Line2 line = span.line();
    double at = line.along(onLine);
    if (at < 0) {
      add(span.start(), onLine, Role.CONSTRUCTION);
    } else if (at > span.length()) {
      add(span.end(), onLine, Role.CONSTRUCTION);
    }
  }

  private void add(Point2 from, Point2 to, Role role) {
    strokes.add(new Stroke(from, to, role));
  }

  private boolean isRepeatedHelper(Stroke stroke) {
    return stroke.role() == Role.CONSTRUCTION
        && strokes.stream()
            .anyMatch(
                other ->
                    other.role() != Role.CONSTRUCTION
                        && other.from().equals(stroke.from())
                        && other.to().equals(stroke.to()));
  }
}
