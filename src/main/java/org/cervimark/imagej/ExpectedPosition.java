package org.cervimark.imagej;

import java.util.Optional;
import org.cervimark.anatomy.LandmarkDictionary;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.anatomy.Projection;
import org.cervimark.geometry.Point2;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PatientFrame;
import org.cervimark.landmark.Placement;
import org.cervimark.measurement.Subject;

/**
 * Guesses where an open landmark lies, to show the reader where to look: the similarity transform
 * that takes the schematic neck to the landmarks already placed, near ones weighing more (weighted
 * least squares). Never used to measure.
 */
final class ExpectedPosition {

  /** Distance in millimetres of the schematic at which a landmark's weight has fallen to a half. */
  private static final double NEIGHBOURHOOD = 15;

  private final LandmarkDictionary dictionary;

  ExpectedPosition(LandmarkDictionary dictionary) {
    this.dictionary = dictionary;
  }

  /**
   * Where to look for a landmark.
   *
   * @return empty while fewer than two landmarks are placed or the orientation is not known
   */
  Optional<ImagePoint> of(LandmarkId landmark, Subject subject) {
    Optional<PatientFrame> frame = subject.frame();
    Optional<Point2> wanted = frame.flatMap(f -> template(landmark, f.projection()));
    if (frame.isEmpty() || wanted.isEmpty()) {
      return Optional.empty();
    }
    Projection projection = frame.get().projection();
    Fit fit = new Fit(wanted.get());
    for (Placement placement : subject.landmarks().all()) {
      Optional<Point2> template = template(placement.landmark(), projection);
      if (placement.point().isPresent() && template.isPresent()) {
        fit.add(template.get(), frame.get().toPatient(placement.point().get()));
      }
    }
    return fit.apply(wanted.get()).map(frame.get()::toImage);
  }

  private Optional<Point2> template(LandmarkId landmark, Projection projection) {
    return dictionary
        .find(landmark)
        .flatMap(l -> Optional.ofNullable(l.templates().get(projection)));
  }

  /** Weighted sums of the closed-form two-dimensional similarity fit. */
  private static final class Fit {

    private final Point2 centre;
    private double weight;
    private double fromU;
    private double fromV;
    private double toU;
    private double toV;
    private double dot;
    private double cross;
    private double square;

    Fit(Point2 centre) {
      this.centre = centre;
    }

    void add(Point2 from, Point2 to) {
      double distance = from.distanceTo(centre) / NEIGHBOURHOOD;
      double w = 1 / (1 + distance * distance);
      weight += w;
      fromU += w * from.u();
      fromV += w * from.v();
      toU += w * to.u();
      toV += w * to.v();
      dot += w * from.dot(to);
      cross += w * from.cross(to);
      square += w * from.dot(from);
    }

    Optional<Point2> apply(Point2 point) {
      if (weight == 0) {
        return Optional.empty();
      }
      Point2 from = new Point2(fromU / weight, fromV / weight);
      Point2 to = new Point2(toU / weight, toV / weight);
      double spread = square / weight - from.dot(from);
      if (spread < 1e-6) {
        return Optional.empty();
      }
      double a = (dot / weight - from.dot(to)) / spread;
      double b = (cross / weight - from.cross(to)) / spread;
      Point2 d = point.minus(from);
      return Optional.of(to.plus(new Point2(a * d.u() - b * d.v(), b * d.u() + a * d.v())));
    }
  }
}
