package org.cervimark.measurement.expression;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.geometry.Point2;

/** A formula that stands for a point. */
sealed interface PointNode extends Node {

  /** Two lines that meet at less than this angle have no usable crossing point. */
  double SMALLEST_CROSSING_DEGREES = 1;

  Point2 point(Scene scene) throws FaultException;

  @Override
  default Type type() {
    return Type.POINT;
  }

  /** A landmark as placed. */
  record Placed(LandmarkId landmark) implements PointNode {
    @Override
    public Point2 point(Scene scene) {
      return scene.point(landmark);
    }

    @Override
    public List<Node> parts() {
      return List.of();
    }

    @Override
    public SortedSet<LandmarkId> landmarks(Scene scene) {
      return new TreeSet<>(List.of(landmark));
    }
  }

  /** The point half way between two points. */
  record Midpoint(PointNode one, PointNode other) implements PointNode {
    @Override
    public Point2 point(Scene scene) throws FaultException {
      return Point2.midpoint(one.point(scene), other.point(scene));
    }

    @Override
    public List<Node> parts() {
      return List.of(one, other);
    }
  }

  /**
   * Where two lines meet.
   *
   * @param smallest at less than this angle they have no usable crossing point, degrees
   */
  record Crossing(LineNode one, LineNode other, double smallest) implements PointNode {
    Crossing(LineNode one, LineNode other) {
      this(one, other, SMALLEST_CROSSING_DEGREES);
    }

    @Override
    public Point2 point(Scene scene) throws FaultException {
      Span first = one.span(scene);
      Span second = other.span(scene);
      double sine = Math.abs(first.line().direction().cross(second.line().direction()));
      if (sine < Math.sin(Math.toRadians(smallest))) {
        throw new FaultException(Fault.Reason.LINES_PARALLEL, landmarks(scene));
      }
      return first
          .line()
          .intersection(second.line())
          .orElseThrow(() -> new FaultException(Fault.Reason.LINES_PARALLEL, landmarks(scene)));
    }

    @Override
    public List<Node> parts() {
      return List.of(one, other);
    }
  }
}
