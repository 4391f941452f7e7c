package org.cervimark.measurement.expression;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cervimark.anatomy.LandmarkId;

/** A typed formula or part of one. */
sealed interface Node permits PointNode, LineNode, QuantityNode {

  Type type();

  /** What it is built from. */
  List<Node> parts();

  /** The landmarks that determine it in a scene in which it can be evaluated. */
  default SortedSet<LandmarkId> landmarks(Scene scene) {
    SortedSet<LandmarkId> landmarks = new TreeSet<>();
    for (Node part : parts()) {
      landmarks.addAll(part.landmarks(scene));
    }
    return landmarks;
  }
}
