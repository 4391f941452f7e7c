package org.cervimark.measurement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.terminology.Unit;

/** What came of a measurement: a value, or the reason why there is none. Never NaN. */
public sealed interface Outcome {

  /** What came of a measurement that could be made: a number or a class. */
  sealed interface Value extends Outcome {
    /** What a reader must know of it. */
    Set<Caveat> caveats();
  }

  /**
   * A number.
   *
   * @param value signed as the measurement defines, finite, in full precision
   * @param unit its unit
   * @param interval how far the true value may lie from it, if that can be said
   * @param caveats what a reader must know of this value
   */
  record Measured(double value, Unit unit, Optional<Interval> interval, Set<Caveat> caveats)
      implements Value {

    /** Refuses NaN and infinity. */
    public Measured {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a measured value is finite: " + value);
      }
      caveats = Set.copyOf(caveats);
    }
  }

  /**
   * A class.
   *
   * @param category the class
   * @param alsoPossible other classes within the error of placing the landmarks, in their order
   * @param caveats what a reader must know of it
   */
  record Classified(Category category, List<Category> alsoPossible, Set<Caveat> caveats)
      implements Value {

    /** Copies the collections. */
    public Classified {
      alsoPossible = List.copyOf(alsoPossible);
      caveats = Set.copyOf(caveats);
    }
  }

  /**
   * A film that the measurement needs besides the one at hand has not been read.
   *
   * @param films the roles that are not filled, not empty
   */
  record MissingFilm(SortedSet<FilmRole> films) implements Outcome {
    /** Copies the set. */
    public MissingFilm {
      films = new TreeSet<>(films);
    }
  }

  /**
   * Why one of several films gives no value.
   *
   * @param film the role of the film
   * @param reason the reason, never a value
   */
  record OnFilm(FilmRole film, Outcome reason) implements Outcome {
    /** Refuses a value. */
    public OnFilm {
      if (reason instanceof Value) {
        throw new IllegalArgumentException("a value is no reason: " + reason);
      }
    }
  }

  /** Lengths on films of which one shows the anatomy magnified and another corrected. */
  record NotComparable() implements Outcome {}

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
      /** Two lines that should meet do so at less than one degree, or than the formula says. */
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
   * @param basis what it is derived from
   * @param scaleIncluded whether it accounts for the error of the scale, too
   */
  record Interval(double halfWidth, Basis basis, boolean scaleIncluded) {

    /** What an interval is derived from. */
    public enum Basis {
      /** Landmark placement with default standard deviations that are engineering placeholders. */
      PLACEMENT_DEFAULT,
      /** Landmark placement with the error that the reader's own replicates show. */
      PLACEMENT_READER,
      /** A published retest error. */
      PUBLISHED_RETEST
    }

    /** Refuses a negative or infinite half-width. */
    public Interval {
      if (!(halfWidth >= 0) || !Double.isFinite(halfWidth)) {
        throw new IllegalArgumentException("half-width must be 0 or more: " + halfWidth);
      }
    }

    /** An interval that does not account for the error of the scale. */
    public Interval(double halfWidth, Basis basis) {
      this(halfWidth, basis, false);
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
