package org.cervimark.dicom.sr;

import java.util.List;
import org.cervimark.image.ImagePoint;

/**
 * The tools of Cornerstone3D into which viewers turn a group whose Tracking Identifier names one.
 * They compute the value anew from the polyline, so that a group may name a tool only if that gives
 * our value.
 */
enum CornerstoneTool {
  /** Distance between two points. */
  LENGTH("Length") {
    @Override
    double recompute(List<ImagePoint> line, double row, double column) {
      return vector(line.get(0), line.get(1), row, column).length();
    }
  },
  /** Angle at the second of three points; the line repeats the vertex. */
  ANGLE("Angle") {
    @Override
    double recompute(List<ImagePoint> line, double row, double column) {
      return vector(line.get(1), line.get(0), row, column)
          .angleTo(vector(line.get(2), line.get(3), row, column));
    }
  },
  /**
   * Angle between two segments, each taken from its far end to the end that lies nearest to the
   * other segment.
   */
  COBB_ANGLE("CobbAngle") {
    @Override
    double recompute(List<ImagePoint> line, double row, double column) {
      int first = 0;
      int second = 2;
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0; i < 2; i++) {
        for (int j = 2; j < 4; j++) {
          double distance = vector(line.get(i), line.get(j), row, column).length();
          if (distance < least) {
            least = distance;
            first = i;
            second = j;
          }
        }
      }
      return vector(line.get(1 - first), line.get(first), row, column)
          .angleTo(vector(line.get(5 - second), line.get(second), row, column));
    }
  };

  private final String toolName;

  CornerstoneTool(String toolName) {
    this.toolName = toolName;
  }

  /** The tool's name in a Tracking Identifier. */
  String toolName() {
    return toolName;
  }

  /**
   * The value that the tool shows for a polyline.
   *
   * @param line two points for a length, else four
   * @param row row spacing
   * @param column column spacing
   * @return a length in the unit of the spacings or an angle in degrees, 0 to 180; NaN if an arm
   *     has no length
   */
  abstract double recompute(List<ImagePoint> line, double row, double column);

  private static Vector vector(ImagePoint from, ImagePoint to, double row, double column) {
    return new Vector((to.column() - from.column()) * column, (to.row() - from.row()) * row);
  }

  private record Vector(double x, double y) {
    double length() {
      return Math.hypot(x, y);
    }

    double angleTo(Vector other) {
      if (length() == 0 || other.length() == 0) {
        return Double.NaN;
      }
      return Math.toDegrees(
          Math.abs(Math.atan2(x * other.y - y * other.x, x * other.x + y * other.y)));
    }
  }
}
