package org.cervimark.phantom;

import java.util.Map;

/** True values that need a flexion and an extension film. */
final class MotionTruth {

  private MotionTruth() {}

  /** Ranges of motion (degrees), translations (mm, %) and changes of interspinous distance (mm). */
  static ValueTable between(Map<String, Vec> flexion, Map<String, Vec> extension) {
    ValueTable table = new ValueTable();
    for (String[] s : SagittalTruth.levels(5)) {
      double range =
          SagittalTruth.cobb(extension, s[0], s[1]) - SagittalTruth.cobb(flexion, s[0], s[1]);
      table.add("segmental-rom-" + s[0] + "-" + s[1], range, "deg");
    }
    double global =
        SagittalTruth.cobb(extension, "c2", "c7") - SagittalTruth.cobb(flexion, "c2", "c7");
    table.add("global-rom-c2-c7", global, "deg");
    for (String[] s : SagittalTruth.levels(6)) {
      double[] bent = SagittalTruth.slip(flexion, s[0], s[1]);
      double[] extended = SagittalTruth.slip(extension, s[0], s[1]);
      String id = "segmental-translation-" + s[0] + "-" + s[1];
      table.add(id, bent[0] - extended[0], "mm");
      table.add(id + ":percent", bent[1] - extended[1], "%");
    }
    for (String[] s : SagittalTruth.levels(5)) {
      String id = "interspinous-distance-change-" + s[0] + "-" + s[1];
      table.add(id, tips(flexion, s) - tips(extension, s), "mm");
    }
    return table;
  }

  private static double tips(Map<String, Vec> points, String[] pair) {
    Vec upper = points.get(pair[0] + "-spinous-tip");
    return upper.distance(points.get(pair[1] + "-spinous-tip"));
  }
}
