package org.cervimark.measurement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.cervimark.anatomy.Landmark;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.anatomy.Projection;
import org.cervimark.geometry.Point2;
import org.cervimark.image.Direction;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.Scale;
import org.cervimark.image.ScaleSource;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;

/**
 * A film of the schematic neck in standard display: the patient faces right, or his left is on the
 * right; a pixel is a few millionths of a millimetre, so that the grid of placements does not
 * matter.
 */
final class SchematicFilm {

  static final double PIXEL = 1.0 / (1 << 19);
  static final Scale SCALE = Scale.millimetres(PIXEL, PIXEL, ScaleSource.DETECTOR);
  static final int MIDDLE = 1 << 28;

  private SchematicFilm() {}

  /** All landmarks of a plane but the plumb line, each within a box around its template. */
  static Subject of(Projection projection, Random random, double halfBox) {
    List<Placement> placements = new ArrayList<>();
    patientPoints(projection, random, halfBox)
        .forEach((id, p) -> placements.add(Placement.at(id, toImage(p), Visibility.CLEAR)));
    return new Subject(
        LandmarkSet.of(placements), SCALE, Optional.of(standardOrientation(projection)));
  }

  /** The film on which a measurement is defined. */
  static Subject of(Measurement measurement, Random random, double halfBox) {
    return of(projection(measurement), random, halfBox);
  }

  static Projection projection(Measurement measurement) {
    return measurement.views().iterator().next().projection();
  }

  static Map<LandmarkId, Point2> patientPoints(
      Projection projection, Random random, double halfBox) {
    Map<LandmarkId, Point2> points = new TreeMap<>();
    for (Landmark landmark : Catalogue.builtIn().landmarks().all()) {
      Point2 template = landmark.templates().get(projection);
      if (template != null
          && !landmark.id().equals(Subject.PLUMB_TOP)
          && !landmark.id().equals(Subject.PLUMB_BOTTOM)) {
        points.put(
            landmark.id(),
            template.plus(
                new Point2(
                    (2 * random.nextDouble() - 1) * halfBox,
                    (2 * random.nextDouble() - 1) * halfBox)));
      }
    }
    return points;
  }

  static ImagePoint toImage(Point2 patient) {
    // On a coarser grid than that of placements, so that resampling by 4 stays on the latter.
    return new ImagePoint(
        MIDDLE + Math.rint(patient.u() / PIXEL), MIDDLE - Math.rint(patient.v() / PIXEL));
  }

  static PatientOrientation standardOrientation(Projection projection) {
    return switch (projection) {
      case LATERAL -> new PatientOrientation(Direction.ANTERIOR, Direction.FOOT);
      case FRONTAL -> new PatientOrientation(Direction.LEFT, Direction.FOOT);
      case TRANSVERSE -> new PatientOrientation(Direction.LEFT, Direction.POSTERIOR);
    };
  }

  /** The same film with every landmark moved. */
  static LandmarkSet moved(Subject subject, UnaryOperator<ImagePoint> motion) {
    List<Placement> placements = new ArrayList<>();
    for (Placement placement : subject.landmarks().all()) {
      placements.add(
          new Placement(
              placement.landmark(),
              placement.point().map(motion).map(ImagePoint::snapped),
              placement.visibility(),
              placement.origin()));
    }
    return LandmarkSet.of(placements);
  }

  static UnaryOperator<ImagePoint> rotation(double degrees) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    return p -> {
      double x = p.column() - MIDDLE;
      double y = p.row() - MIDDLE;
      return new ImagePoint(MIDDLE + cos * x - sin * y, MIDDLE + sin * x + cos * y);
    };
  }
}
