package org.cervimark.image;

import org.cervimark.geometry.Vector3;

/**
 * Where the pixels of a slice lie in the patient: the Image Plane module (PS3.3 C.7.6.2). Positions
 * are patient coordinates in millimetres, x toward the patient's left, y toward the back, z toward
 * the head.
 *
 * @param frameOfReferenceUid Frame of Reference UID (0020,0052), empty if the image names none
 * @param position the centre of the first pixel: Image Position (Patient) (0020,0032)
 * @param row the direction in which the column index grows, of length 1
 * @param column the direction in which the row index grows, of length 1, perpendicular to the other
 * @param columnSpacing distance between the centres of neighbouring columns, positive
 * @param rowSpacing distance between the centres of neighbouring rows, positive
 */
public record ImagePlane(
    String frameOfReferenceUid,
    Vector3 position,
    Vector3 row,
    Vector3 column,
    double columnSpacing,
    double rowSpacing) {

  /** Directions are written with some six digits. */
  private static final double TOLERANCE = 1e-3;

  /** Refuses directions that are not perpendicular unit vectors, and spacings not positive. */
  public ImagePlane {
    if (!areDirections(row, column)) {
      throw new IllegalArgumentException("no directions of an image: " + row + ", " + column);
    }
    if (!(columnSpacing > 0 && rowSpacing > 0)
        || !Double.isFinite(columnSpacing)
        || !Double.isFinite(rowSpacing)) {
      throw new IllegalArgumentException(
          "spacings must be positive and finite: " + columnSpacing + ", " + rowSpacing);
    }
  }

  /** Whether two vectors can be the directions of an image: of length 1 and perpendicular. */
  public static boolean areDirections(Vector3 row, Vector3 column) {
    return Math.abs(row.length() - 1) <= TOLERANCE
        && Math.abs(column.length() - 1) <= TOLERANCE
        && Math.abs(row.dot(column)) <= TOLERANCE;
  }

  /** The direction perpendicular to the image by the right-hand rule, of length 1. */
  public Vector3 normal() {
    return row.cross(column).unit();
  }

  /** How far the plane lies along its own normal, millimetres, signed. */
  public double depth() {
    return position.dot(normal());
  }

  /** The position of an image point in the patient. */
  public Vector3 toPatient(ImagePoint point) {
    return position
        .plus(row.times((point.column() - 0.5) * columnSpacing))
        .plus(column.times((point.row() - 0.5) * rowSpacing));
  }

  /** The image point nearest to a position: its foot on the plane. It may lie outside the image. */
  public ImagePoint toImage(Vector3 patient) {
    Vector3 way = patient.minus(position);
    return new ImagePoint(way.dot(row) / columnSpacing + 0.5, way.dot(column) / rowSpacing + 0.5);
  }

  /** The patient directions that lie nearest to the rows and columns. */
  public PatientOrientation orientation() {
    Direction first = nearest(row, Direction.values());
    Direction second =
        nearest(
            column,
            java.util.Arrays.stream(Direction.values())
                .filter(d -> d != first && d != first.opposite())
                .toArray(Direction[]::new));
    return new PatientOrientation(first, second);
  }

  /** Whether another plane has the same directions, so that both can be slices of one stack. */
  public boolean isParallelTo(ImagePlane other) {
    return row.dot(other.row) > 1 - TOLERANCE && column.dot(other.column) > 1 - TOLERANCE;
  }

  private static Direction nearest(Vector3 vector, Direction[] candidates) {
    Direction best = candidates[0];
    for (Direction candidate : candidates) {
      if (component(vector, candidate) > component(vector, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static double component(Vector3 vector, Direction direction) {
    return switch (direction) {
      case LEFT -> vector.x();
      case RIGHT -> -vector.x();
      case POSTERIOR -> vector.y();
      case ANTERIOR -> -vector.y();
      case HEAD -> vector.z();
      case FOOT -> -vector.z();
    };
  }
}
