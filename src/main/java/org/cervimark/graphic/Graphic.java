package org.cervimark.graphic;

import java.util.List;
import org.cervimark.image.ImagePoint;

/**
 * A polyline on the image.
 *
 * @param points at least two, in drawing order
 * @param role what the line means
 */
public record Graphic(List<ImagePoint> points, Role role) {

  /** What a line means; decides how it is drawn and how it is coded. */
  public enum Role {
    /** One of the lines between which an angle is measured, through its landmarks. */
    ARM,
    /** A distance, from end to end. */
    DISTANCE,
    /** A reference line from which a distance is measured. */
    REFERENCE,
    /** A helper: a perpendicular, a vertical, the extension of a line. */
    CONSTRUCTION
  }

  /** Refuses fewer than two points. */
  public Graphic {
    points = List.copyOf(points);
    if (points.size() < 2) {
      throw new IllegalArgumentException("a line needs two points: " + points);
    }
  }

  /** A straight line between two points. */
  public static Graphic segment(ImagePoint from, ImagePoint to, Role role) {
    return new Graphic(List.of(from, to), role);
  }
}
