package org.cervimark.measurement.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.geometry.Angles;

/**
 * Refuses lines that run against the sense in which a formula names their ends, as they do when the
 * anterior and posterior or the right and left landmark were exchanged.
 *
 * <ul>
 *   <li>Where the value depends on the vertical, a line that carries an angle must keep within 90
 *       degrees of its axis.
 *   <li>Elsewhere the picture may lie askew, so that only 135 degrees count as backward; but the
 *       lines between which an angle is measured must keep within 120 degrees of each other, more
 *       than any part of the neck bends.
 * </ul>
 */
final class Senses {

  private static final double UPRIGHT_LIMIT = 90;
  private static final double ASKEW_LIMIT = 135;
  private static final double RELATIVE_LIMIT = 120;

  private record Use(LineNode line, Axis axis, boolean carriesAngle) {}

  private final List<Use> uses = new ArrayList<>();
  private final boolean upright;

  Senses(Node formula, boolean turnsWithVertical) {
    this.upright = turnsWithVertical;
    collect(formula);
  }

  private void collect(Node node) {
    if (node instanceof QuantityNode.Direction direction) {
      uses.add(new Use(direction.line(), direction.axis(), true));
    } else if (node instanceof QuantityNode.Offset offset) {
      uses.add(new Use(offset.line(), offset.axis(), false));
    } else if (node instanceof QuantityNode.Advance advance) {
      uses.add(new Use(advance.line(), advance.axis(), false));
    }
    node.parts().forEach(this::collect);
  }

  void check(Scene scene) throws FaultException {
    List<Use> angles = new ArrayList<>();
    List<Double> deviations = new ArrayList<>();
    for (Use use : uses) {
      double deviation = use.axis().deviation(use.line().span(scene).line().direction());
      boolean backwards =
          (use.carriesAngle() && upright)
              ? Math.abs(deviation) >= UPRIGHT_LIMIT
              : Math.abs(deviation) > ASKEW_LIMIT;
      if (backwards) {
        throw new FaultException(Fault.Reason.LINE_RUNS_BACKWARDS, use.line().landmarks(scene));
      }
      if (use.carriesAngle()) {
        angles.add(use);
        deviations.add(deviation);
      }
    }
    for (int i = 0; i < angles.size(); i++) {
      for (int j = i + 1; j < angles.size(); j++) {
        double between = Angles.normalise(deviations.get(i) - deviations.get(j));
        if (Math.abs(between) > RELATIVE_LIMIT) {
          SortedSet<LandmarkId> concerned = new TreeSet<>(angles.get(i).line().landmarks(scene));
          concerned.addAll(angles.get(j).line().landmarks(scene));
          throw new FaultException(Fault.Reason.LINE_RUNS_BACKWARDS, concerned);
        }
      }
    }
  }
}
