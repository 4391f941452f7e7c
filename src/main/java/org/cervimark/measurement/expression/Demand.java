package org.cervimark.measurement.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.cervimark.anatomy.LandmarkId;

/**
 * Which landmarks a formula uses of those at hand, and which it lacks.
 *
 * @param used those placed that the value depends on
 * @param missing those to be placed yet
 * @param notVisible those without which there can be no value although the reader could not see
 *     them
 */
public record Demand(
    SortedSet<LandmarkId> used, SortedSet<LandmarkId> missing, SortedSet<LandmarkId> notVisible) {

  static Demand of(List<Node> nodes, Function<LandmarkId, Availability> availability) {
    Demand demand = new Demand(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    nodes.forEach(node -> demand.collect(node, availability));
    return demand;
  }

  private void collect(Node node, Function<LandmarkId, Availability> availability) {
    if (node instanceof PointNode.Placed placed) {
      require(placed.landmark(), availability);
    } else if (node instanceof LineNode.Midline midline) {
      requirePairs(midline, availability);
    }
    node.parts().forEach(part -> collect(part, availability));
  }

  private void require(LandmarkId landmark, Function<LandmarkId, Availability> availability) {
    switch (availability.apply(landmark)) {
      case PLACED -> used.add(landmark);
      case OPEN -> missing.add(landmark);
      case NOT_VISIBLE -> notVisible.add(landmark);
    }
  }

  /**
   * All complete pairs are used. Where they are too few, the first pairs that can still be
   * completed are asked for; where even those are too few, the invisible ones are to blame.
   */
  private void requirePairs(
      LineNode.Midline midline, Function<LandmarkId, Availability> availability) {
    List<LineNode.Midline.Pair> open = new ArrayList<>();
    List<LineNode.Midline.Pair> lost = new ArrayList<>();
    int complete = 0;
    for (LineNode.Midline.Pair pair : midline.pairs()) {
      Availability right = availability.apply(pair.right());
      Availability left = availability.apply(pair.left());
      if (right == Availability.PLACED && left == Availability.PLACED) {
        used.add(pair.right());
        used.add(pair.left());
        complete++;
      } else if (right == Availability.NOT_VISIBLE || left == Availability.NOT_VISIBLE) {
        lost.add(pair);
      } else {
        open.add(pair);
      }
    }
    int lacking = midline.fewest() - complete;
    if (lacking <= 0) {
      return;
    }
    for (LineNode.Midline.Pair pair : lacking <= open.size() ? open.subList(0, lacking) : lost) {
      for (LandmarkId landmark : List.of(pair.right(), pair.left())) {
        if (availability.apply(landmark) != Availability.PLACED) {
          require(landmark, availability);
        }
      }
    }
  }
}
