package org.cervimark.measurement.expression;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cervimark.anatomy.LandmarkId;

/**
 * Why placed landmarks do not span a construction.
 *
 * @param reason which rule is broken
 * @param landmarks the landmarks concerned
 * @param film the film on which they lie, where a formula speaks of several
 */
public record Fault(Reason reason, SortedSet<LandmarkId> landmarks, Optional<String> film) {

  /** The rules of which one is broken. */
  public enum Reason {
    /** The two points that span a line are too close together. */
    BASELINE_TOO_SHORT,
    /** A line runs against its sense: backward, to the right, or downward. */
    LINE_RUNS_BACKWARDS,
    /** Two lines meet at less than one degree, or less than the formula says. */
    LINES_PARALLEL,
    /** A quantity that divides is zero. */
    DIVISION_BY_ZERO
  }

  /** Copies the set. */
  public Fault {
    landmarks = Collections.unmodifiableSortedSet(new TreeSet<>(landmarks));
  }

  /** The same on one of several films. */
  Fault on(String name) {
    return new Fault(reason, landmarks, Optional.of(name));
  }
}
