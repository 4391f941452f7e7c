package org.cervimark.measurement.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.geometry.Line2;
import org.cervimark.geometry.Point2;

/** A formula that stands for a line. */
sealed interface LineNode extends Node {

  /** The line and the stretch its landmarks span, never shorter than the shortest baseline. */
  Span span(Scene scene) throws FaultException;

  @Override
  default Type type() {
    return Type.LINE;
  }

  /** The line from one point through another. */
  record Through(PointNode from, PointNode to) implements LineNode {
    @Override
    public Span span(Scene scene) throws FaultException {
      Point2 start = from.point(scene);
      Point2 end = to.point(scene);
      if (start.distanceTo(end) < scene.shortestBaseline()) {
        throw new FaultException(Fault.Reason.BASELINE_TOO_SHORT, landmarks(scene));
      }
      return Span.between(start, end);
    }

    @Override
    public List<Node> parts() {
      return List.of(from, to);
    }
  }

  /** The line through a point in the direction of another line. */
  record Parallel(LineNode model, PointNode through) implements LineNode {
    @Override
    public Span span(Scene scene) throws FaultException {
      Span span = model.span(scene);
      return new Span(new Line2(through.point(scene), span.line().direction()), span.length());
    }

    @Override
    public List<Node> parts() {
      return List.of(model, through);
    }
  }

  /**
   * The line of total least squares through the midpoints of all complete pairs, running upward.
   *
   * @param pairs the pairs the dictionary has, in their order
   * @param fewest how many complete pairs are needed
   */
  record Midline(List<Pair> pairs, int fewest) implements LineNode {

    /** Two landmarks of which neither is of use without the other. */
    record Pair(LandmarkId right, LandmarkId left) {
      boolean isComplete(Scene scene) {
        return scene.has(right) && scene.has(left);
      }
    }

    @Override
    public Span span(Scene scene) throws FaultException {
      List<Point2> midpoints = new ArrayList<>();
      for (Pair pair : pairs) {
        if (pair.isComplete(scene)) {
          midpoints.add(Point2.midpoint(scene.point(pair.right()), scene.point(pair.left())));
        }
      }
      Line2 fit =
          Line2.fit(midpoints)
              .orElseThrow(
                  () -> new FaultException(Fault.Reason.BASELINE_TOO_SHORT, landmarks(scene)));
      double lowest = midpoints.stream().mapToDouble(fit::along).min().orElse(0);
      double highest = midpoints.stream().mapToDouble(fit::along).max().orElse(0);
      if (highest - lowest < scene.shortestBaseline()) {
        throw new FaultException(Fault.Reason.BASELINE_TOO_SHORT, landmarks(scene));
      }
      return new Span(new Line2(fit.at(lowest), fit.direction()), highest - lowest);
    }

    @Override
    public List<Node> parts() {
      return List.of();
    }

    @Override
    public SortedSet<LandmarkId> landmarks(Scene scene) {
      SortedSet<LandmarkId> landmarks = new TreeSet<>();
      for (Pair pair : pairs) {
        if (pair.isComplete(scene)) {
          landmarks.add(pair.right());
          landmarks.add(pair.left());
        }
      }
      return landmarks;
    }
  }
}
