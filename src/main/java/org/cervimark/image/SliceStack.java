package org.cervimark.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cervimark.geometry.Vector3;

/**
 * Parallel slices in the order of their positions, never of their files: transverse ones from head
 * to feet, sagittal ones from the patient's right to left, coronal ones from front to back.
 *
 * @param slices at least one, no two of them in the same place
 */
public record SliceStack(List<Slice> slices) {

  /** Positions nearer than this to each other are the same, in millimetres. */
  private static final double SAME_PLACE = 0.01;

  /** By how much distances between neighbours may differ from their median, as a share of it. */
  private static final double EVEN = 0.02;

  /** How far a slice may be shifted within its plane against its neighbour, as a share. */
  private static final double UPRIGHT = 0.02;

  /** Copies the list. */
  public SliceStack {
    slices = List.copyOf(slices);
    if (slices.isEmpty()) {
      throw new IllegalArgumentException("a stack has a slice");
    }
  }

  /**
   * Sorts slices into stacks. Slices of other directions, matrices or spacings, such as scout
   * views, make stacks of their own, and so do further slices in a place that is taken: other
   * phases or echoes, or copies.
   *
   * @return the stacks, the largest first
   */
  public static List<SliceStack> sort(List<Slice> slices) {
    List<List<Slice>> groups = new ArrayList<>();
    List<Slice> asMade = new ArrayList<>(slices);
    asMade.sort(
        Comparator.comparingLong(Slice::number)
            .thenComparing(s -> s.image().sopInstanceUid())
            .thenComparingInt(s -> s.image().frame()));
    for (Slice slice : asMade) {
      List<Slice> group =
          groups.stream()
              .filter(g -> g.get(0).stacksWith(slice) && g.stream().noneMatch(o -> same(o, slice)))
              .findFirst()
              .orElseGet(
                  () -> {
                    List<Slice> fresh = new ArrayList<>();
                    groups.add(fresh);
                    return fresh;
                  });
      group.add(slice);
    }
    List<SliceStack> stacks = new ArrayList<>();
    for (List<Slice> group : groups) {
      Vector3 normal = downward(group.get(0).plane().normal());
      group.sort(Comparator.comparingDouble(s -> s.plane().position().dot(normal)));
      stacks.add(new SliceStack(group));
    }
    stacks.sort(Comparator.comparingInt((SliceStack s) -> s.slices().size()).reversed());
    return List.copyOf(stacks);
  }

  /** The direction in which the stack runs, of length 1 and perpendicular to its slices. */
  public Vector3 direction() {
    return downward(slices.get(0).plane().normal());
  }

  /** How far a slice lies along the direction of the stack, millimetres. */
  public double depth(int index) {
    return slices.get(index).plane().position().dot(direction());
  }

  /** The median distance of neighbouring slices in millimetres; 0 for a single slice. */
  public double distance() {
    double[] distances = distances();
    return distances.length == 0 ? 0 : median(distances);
  }

  /** Whether all neighbours are equally far from each other; a missing slice makes a gap. */
  public boolean isEven() {
    double middle = distance();
    for (double distance : distances()) {
      if (Math.abs(distance - middle) > Math.max(EVEN * middle, SAME_PLACE)) {
        return false;
      }
    }
    return true;
  }

  /** How many distances between neighbours are so large that slices are missing there. */
  public int gaps() {
    double middle = distance();
    int gaps = 0;
    for (double distance : distances()) {
      if (distance > 1.5 * middle) {
        gaps++;
      }
    }
    return gaps;
  }

  /** Whether slices are shifted against each other, as those of a tilted gantry are. */
  public boolean isTilted() {
    Vector3 direction = direction();
    for (int i = 1; i < slices.size(); i++) {
      Vector3 step = slices.get(i).plane().position().minus(slices.get(i - 1).plane().position());
      double along = step.dot(direction);
      if (step.minus(direction.times(along)).length() > UPRIGHT * along) {
        return true;
      }
    }
    return false;
  }

  private double[] distances() {
    double[] distances = new double[slices.size() - 1];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = depth(i + 1) - depth(i);
    }
    return distances;
  }

  private static boolean same(Slice one, Slice other) {
    return Math.abs(
            one.plane().position().minus(other.plane().position()).dot(one.plane().normal()))
        < SAME_PLACE;
  }

  /** The normal or its opposite: toward feet, left or back, whichever it lies nearest to. */
  private static Vector3 downward(Vector3 normal) {
    double x = normal.x();
    double y = normal.y();
    double z = -normal.z();
    double main = Math.abs(x) > Math.abs(y) ? x : y;
    main = Math.abs(z) > Math.abs(main) ? z : main;
    return main < 0 ? normal.times(-1) : normal;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    java.util.Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
