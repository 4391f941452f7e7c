package org.cervimark.image;

import java.util.Optional;

/** The patient directions that Patient Orientation (0020,0020) names. */
public enum Direction {
  /** Toward the front. */
  ANTERIOR('A'),
  /** Toward the back. */
  POSTERIOR('P'),
  /** Toward the patient's left. */
  LEFT('L'),
  /** Toward the patient's right. */
  RIGHT('R'),
  /** Toward the head. */
  HEAD('H'),
  /** Toward the feet. */
  FOOT('F');

  private final char letter;

  Direction(char letter) {
    this.letter = letter;
  }

  /** The letter DICOM uses. */
  public char letter() {
    return letter;
  }

  /** The direction of the first and therefore principal letter of a value such as {@code AF}. */
  public static Optional<Direction> principal(String value) {
    if (!value.isEmpty()) {
      for (Direction direction : values()) {
        if (direction.letter == value.charAt(0)) {
          return Optional.of(direction);
        }
      }
    }
    return Optional.empty();
  }

  /** The direction that points the other way. */
  public Direction opposite() {
    return switch (this) {
      case ANTERIOR -> POSTERIOR;
      case POSTERIOR -> ANTERIOR;
      case LEFT -> RIGHT;
      case RIGHT -> LEFT;
      case HEAD -> FOOT;
      case FOOT -> HEAD;
    };
  }
}
