package org.cervimark.measurement;

import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.terminology.Unit;

/** What came of a measurement: a value, or the reason why there is none. Never NaN. */
public sealed interface Outcome {

  /**
   * A value.
   *
   * @param value signed as the measurement defines, finite, in full precision
   * @param unit its unit
   * @param interval how far the true value may lie from it, if that can be said
   * @param caveats what a reader must know of this value
   */
  record Measured(double value, Unit unit, Optional<Interval> interval, Set<Caveat> caveats)
      implements Outcome {

    /** Refuses NaN and infinity. */
    public Measured {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a measured value is finite: " + value);
      }
      caveats = Set.copyOf(caveats);
    }
  }

  /**
   * Landmarks that have not been placed yet.
   *
   * @param landmarks which, not empty
   */
  record MissingLandmarks(SortedSet<LandmarkId> landmarks) implements Outcome {
    /** Copies the set. */
    public MissingLandmarks {
      landmarks = new TreeSet<>(landmarks);
    }
  }

  /**
   * Landmarks that the reader marked as not visible.
   *
   * @param landmarks which, not empty
   */
  record NotVisible(SortedSet<LandmarkId> landmarks) implements Outcome {
    /** Copies the set. */
    public NotVisible {
      landmarks = new TreeSet<>(landmarks);
    }
  }

  /** A length on an image that has no scale. */
  record NotCalibrated() implements Outcome {}

  /** The patient's orientation on the image is not known, or does not fit the view. */
  record NotOriented() implements Outcome {}

  /**
   * The landmarks do not span the construction.
   *
   * @param reason which rule is broken
   * @param landmarks the landmarks concerned
   */
  record Degenerate(Reason reason, SortedSet<LandmarkId> landmarks) implements Outcome {

    /** The rules of which one is broken. */
    public enum Reason {
      /** Two landmarks that span a line are less than 5 mm (without scale 30 pixels) apart. */
      BASELINE_TOO_SHORT,
      /**
       * The anterior, left or upper landmark of a line lies behind, right of or below the other: by
       * 90 degrees or more where the value depends on the vertical, else by more than 135 degrees,
       * or the lines of an angle run more than 120 degrees apart.
       */
      LINE_RUNS_BACKWARDS,
      /** Two lines that should meet do so at less than one degree. */
      LINES_PARALLEL,
      /** A distance that divides is zero. */
      DIVISION_BY_ZERO
    }

    /** Copies the set. */
    public Degenerate {
      landmarks = new TreeSet<>(landmarks);
    }
  }

  /**
   * The interval around a value.
   *
   * @param halfWidth half the width of the 95 % interval, in the unit of the value, not negative
   * @param basis what it accounts for
   */
  record Interval(double halfWidth, Basis basis) {

    /** What an interval accounts for. */
    public enum Basis {
      /** Landmark placement with default standard deviations that are engineering placeholders. */
      PLACEMENT_DEFAULT,
      /** A published retest error. */
      PUBLISHED_RETEST
    }

    /** Refuses a negative or infinite half-width. */
    public Interval {
      if (!(halfWidth >= 0) || !Double.isFinite(halfWidth)) {
        throw new IllegalArgumentException("half-width must be 0 or more: " + halfWidth);
      }
    }
  }

  /** What a reader must know of a value. */
  enum Caveat {
    /** A length of the magnified shadow, not of the anatomy. */
    MAGNIFIED,
    /** A landmark was uncertain or estimated. */
    LANDMARK_UNCERTAIN,
    /** The vertical is that of the image; nobody marked a plumb line. */
    VERTICAL_FROM_IMAGE;

    /** The name used in files, such as {@code vertical-from-image}. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
