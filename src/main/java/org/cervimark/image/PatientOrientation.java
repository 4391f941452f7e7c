package org.cervimark.image;

import java.util.Optional;
import org.cervimark.anatomy.Projection;

/**
 * How the patient lies on the stored pixels: Patient Orientation (0020,0020), PS3.3 C.7.6.1.1.1.
 *
 * @param row the patient direction in which the column index grows (first value)
 * @param column the patient direction in which the row index grows (second value)
 */
public record PatientOrientation(Direction row, Direction column) {

  /** Refuses two directions along one axis, which no image can have. */
  public PatientOrientation {
    if (row == column || row == column.opposite()) {
      throw new IllegalArgumentException("both directions lie on one axis: " + row + ", " + column);
    }
  }

  /** An upright lateral film whose patient faces the right or left edge of the image. */
  public static PatientOrientation lateral(Facing facing) {
    return new PatientOrientation(
        facing == Facing.RIGHT ? Direction.ANTERIOR : Direction.POSTERIOR, Direction.FOOT);
  }

  /** An upright frontal film with the patient's left on the right (standard) or left (mirrored). */
  public static PatientOrientation frontal(boolean mirrored) {
    return new PatientOrientation(mirrored ? Direction.RIGHT : Direction.LEFT, Direction.FOOT);
  }

  /** A transverse film with anterior up, the patient's left on the right or (mirrored) left. */
  public static PatientOrientation transverse(boolean mirrored) {
    return new PatientOrientation(mirrored ? Direction.RIGHT : Direction.LEFT, Direction.POSTERIOR);
  }

  /** The plane that an image with these directions shows. */
  public Projection projection() {
    boolean side = isOneOf(Direction.LEFT, Direction.RIGHT);
    boolean depth = isOneOf(Direction.ANTERIOR, Direction.POSTERIOR);
    if (side && depth) {
      return Projection.TRANSVERSE;
    }
    return side ? Projection.FRONTAL : Projection.LATERAL;
  }

  /** Toward which edge of an upright lateral image the patient looks; empty for all others. */
  public Optional<Facing> facing() {
    return switch (row) {
      case ANTERIOR -> column == Direction.FOOT ? Optional.of(Facing.RIGHT) : Optional.empty();
      case POSTERIOR -> column == Direction.FOOT ? Optional.of(Facing.LEFT) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private boolean isOneOf(Direction one, Direction other) {
    return row == one || row == other || column == one || column == other;
  }
}
