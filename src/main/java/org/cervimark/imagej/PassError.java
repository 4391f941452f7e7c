package org.cervimark.imagej;

import java.util.List;
import java.util.OptionalDouble;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.Scale;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;

/** How far repeated readings of an image lie apart, for the reader to know at once. */
final class PassError {

  private PassError() {}

  /**
   * The standard deviation of placing a landmark along one axis, from all landmarks that were
   * placed in every reading (pooled over landmarks and axes; for two readings that is Dahlberg's
   * error).
   *
   * @return in the unit of the scale; empty for fewer than two readings or landmarks
   */
  static OptionalDouble of(List<LandmarkSet> passes, Scale scale) {
    double squares = 0;
    int degrees = 0;
    if (passes.size() < 2) {
      return OptionalDouble.empty();
    }
    for (Placement placement : passes.get(0).all()) {
      List<ImagePoint> points =
          passes.stream().flatMap(p -> p.point(placement.landmark()).stream()).toList();
      if (points.size() < passes.size()) {
        continue;
      }
      double column = points.stream().mapToDouble(ImagePoint::column).average().orElseThrow();
      double row = points.stream().mapToDouble(ImagePoint::row).average().orElseThrow();
      for (ImagePoint point : points) {
        squares += square((point.column() - column) * scale.columnSpacing());
        squares += square((point.row() - row) * scale.rowSpacing());
      }
      degrees += 2 * (points.size() - 1);
    }
    return degrees < 4 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(squares / degrees));
  }

  private static double square(double x) {
    return x * x;
  }
}
