package org.cervimark.phantom;

import java.util.Map;

/** True values of the vertex film from points in (patient left, anterior), mm. */
final class TransverseTruth {

  private TransverseTruth() {}

  /** Rotation of the atlas against the skull, left side anterior positive. */
  static ValueTable vertex(Map<String, Vec> points) {
    Vec atlas = points.get("c1-tp-left").minus(points.get("c1-tp-right"));
    Vec skull = points.get("skull-axis-anterior").minus(points.get("skull-axis-posterior"));
    ValueTable table = new ValueTable();
    table.add("atlas-rotation", Lines.rise(atlas) + Lines.lean(skull), "deg");
    return table;
  }
}
