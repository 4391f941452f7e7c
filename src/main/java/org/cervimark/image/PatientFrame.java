package org.cervimark.image;

import java.util.Optional;
import org.cervimark.anatomy.Projection;
import org.cervimark.geometry.Point2;

/**
 * The one bridge between the two kinds of point: it knows the spacing of both axes, the patient's
 * orientation on the image and the plumb line. Beyond it no formula sees pixels, downward rows or
 * left and right edges.
 *
 * <p>Lengths in the patient frame are in the unit of the {@link Scale}. The origin is the outer
 * corner of the first pixel and has no meaning.
 */
public final class PatientFrame {

  private final Scale scale;
  private final PatientOrientation orientation;
  private final Optional<PlumbLine> plumbLine;

  // Columns of the matrix that takes (x, y), millimetres right and down, to (u, v).
  private final double ux;
  private final double uy;
  private final double vx;
  private final double vy;

  private PatientFrame(Scale scale, PatientOrientation orientation, Optional<PlumbLine> plumbLine) {
    this.scale = scale;
    this.orientation = orientation;
    Projection projection = orientation.projection();
    // In the transverse plane there is no vertical to be seen.
    this.plumbLine = projection == Projection.TRANSVERSE ? Optional.<PlumbLine>empty() : plumbLine;
    Direction first = projection == Projection.LATERAL ? Direction.ANTERIOR : Direction.LEFT;
    Direction second = projection == Projection.TRANSVERSE ? Direction.ANTERIOR : Direction.HEAD;
    double u1 = component(orientation.row(), first);
    double u2 = component(orientation.column(), first);
    double v1 = component(orientation.row(), second);
    double v2 = component(orientation.column(), second);
    double cos = 1;
    double sin = 0;
    if (this.plumbLine.isPresent()) {
      ImagePoint top = this.plumbLine.get().top();
      ImagePoint bottom = this.plumbLine.get().bottom();
      double x = (top.column() - bottom.column()) * scale.columnSpacing();
      double y = (top.row() - bottom.row()) * scale.rowSpacing();
      double u = u1 * x + u2 * y;
      double v = v1 * x + v2 * y;
      // A plumb line is vertical whichever of its points was marked first.
      double length = v < 0 ? -Math.hypot(u, v) : Math.hypot(u, v);
      cos = v / length;
      sin = u / length;
    }
    // A rotation of less than 90 degrees that turns (sin, cos), the plumb line's upward direction,
    // into (0, 1).
    ux = cos * u1 - sin * v1;
    uy = cos * u2 - sin * v2;
    vx = sin * u1 + cos * v1;
    vy = sin * u2 + cos * v2;
  }

  /** The frame whose vertical is that of the image. */
  public static PatientFrame of(Scale scale, PatientOrientation orientation) {
    return new PatientFrame(scale, orientation, Optional.empty());
  }

  /**
   * The frame whose vertical is a plumb line seen in the image. In the transverse plane, where
   * there is no vertical, the plumb line is ignored.
   */
  public static PatientFrame of(Scale scale, PatientOrientation orientation, PlumbLine plumbLine) {
    return new PatientFrame(scale, orientation, Optional.of(plumbLine));
  }

  /** The position of an image point in the patient frame. */
  public Point2 toPatient(ImagePoint point) {
    double x = point.column() * scale.columnSpacing();
    double y = point.row() * scale.rowSpacing();
    return new Point2(ux * x + uy * y, vx * x + vy * y);
  }

  /** The inverse of {@link #toPatient}. */
  public ImagePoint toImage(Point2 point) {
    // The matrix is orthogonal, so that its transpose is its inverse.
    double x = ux * point.u() + vx * point.v();
    double y = uy * point.u() + vy * point.v();
    return new ImagePoint(x / scale.columnSpacing(), y / scale.rowSpacing());
  }

  /** The scale in force. */
  public Scale scale() {
    return scale;
  }

  /** The orientation in force. */
  public PatientOrientation orientation() {
    return orientation;
  }

  /** The plumb line in force; without one the vertical of the image counts. */
  public Optional<PlumbLine> plumbLine() {
    return plumbLine;
  }

  /** The plane that the image shows. */
  public Projection projection() {
    return orientation.projection();
  }

  private static double component(Direction direction, Direction axis) {
    if (direction == axis) {
      return 1;
    }
    return direction == axis.opposite() ? -1 : 0;
  }
}
