package org.cervimark.image;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * An object of known length that a reader marked in the image, and with it the scale of everything
 * that lies at the same distance from the detector.
 *
 * @param length its length in millimetres, between its two marked ends, positive
 * @param uncertainty half-width of the 95 % interval of that length in millimetres, if it is known
 * @param description what the object is and where it lies, without patient data; may be empty
 * @param responsible who marked it, if that is known
 * @param time when, if that is known
 */
public record CalibrationObject(
    double length,
    Optional<Double> uncertainty,
    String description,
    Optional<String> responsible,
    Optional<LocalDateTime> time) {

  /** Why two marked ends give no scale. */
  public enum Flaw {
    /** The ends lie so near to each other that placing them decides the scale. */
    TOO_SHORT,
    /** The pixels would be smaller or larger than those of any detector. */
    ABSURD
  }

  /** The least distance of both ends in columns. */
  public static final double SHORTEST = 10;

  private static final double FINEST = 0.001;
  private static final double COARSEST = 10;

  /**
   * Refuses lengths and uncertainties that are not positive and finite; takes blanks off the texts
   * and fractions of a second off the time.
   */
  public CalibrationObject {
    description = description.strip();
    responsible = responsible.map(String::strip).filter(r -> !r.isEmpty());
    time = time.map(t -> t.truncatedTo(ChronoUnit.SECONDS));
    if (!isLength(length) || uncertainty.filter(u -> !isLength(u)).isPresent()) {
      throw new IllegalArgumentException("not a length: " + length + ", " + uncertainty);
    }
  }

  /** An object of which nothing but its length and a description is known. */
  public static CalibrationObject of(double length, String description) {
    return new CalibrationObject(
        length, Optional.empty(), description, Optional.empty(), Optional.empty());
  }

  /**
   * Why these two ends give no scale; empty if they give one.
   *
   * @param aspect row spacing divided by column spacing
   */
  public Optional<Flaw> flaw(ImagePoint first, ImagePoint second, double aspect) {
    double columns = columns(first, second, aspect);
    if (columns < SHORTEST) {
      return Optional.of(Flaw.TOO_SHORT);
    }
    double spacing = length / columns;
    return spacing < FINEST || spacing * Math.max(1, aspect) > COARSEST
        ? Optional.of(Flaw.ABSURD)
        : Optional.empty();
  }

  /**
   * The scale that follows from the two ends; empty if they have a flaw.
   *
   * @param aspect row spacing divided by column spacing, which the object cannot tell
   */
  public Optional<Scale> scale(ImagePoint first, ImagePoint second, double aspect) {
    if (flaw(first, second, aspect).isPresent()) {
      return Optional.empty();
    }
    double spacing = length / columns(first, second, aspect);
    return Optional.of(
        new Scale(
            spacing,
            spacing * aspect,
            ScaleSource.READER_OBJECT,
            Optional.empty(),
            Optional.of(this)));
  }

  private static double columns(ImagePoint first, ImagePoint second, double aspect) {
    return Math.hypot(first.column() - second.column(), aspect * (first.row() - second.row()));
  }

  private static boolean isLength(double value) {
    return value > 0 && Double.isFinite(value);
  }
}
