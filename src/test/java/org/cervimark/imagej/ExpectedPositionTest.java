package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.anatomy.Projection;
import org.cervimark.geometry.Point2;
import org.cervimark.image.Facing;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PatientFrame;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.Scale;
import org.cervimark.image.ScaleSource;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.cervimark.measurement.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExpectedPositionTest {

  private static final List<LandmarkId> ORDER = Readings.QUICK.landmarks();
  private static final Scale SCALE = Scale.millimetres(0.15, 0.2, ScaleSource.FIDUCIAL);

  private final ExpectedPosition expected = new ExpectedPosition(Readings.CATALOGUE.landmarks());

  /** A neck that is the schematic one turned by 20 degrees, 1.3 times as large, and moved. */
  @ParameterizedTest
  @EnumSource(Facing.class)
  void findsTheLandmarksOfATurnedAndEnlargedNeckExactly(Facing facing) {
    PatientFrame frame = PatientFrame.of(SCALE, PatientOrientation.lateral(facing));
    LandmarkSet placed = LandmarkSet.empty();
    for (LandmarkId id : ORDER.subList(0, 6)) {
      placed = placed.with(Placement.at(id, turned(frame, id), Visibility.CLEAR));
    }
    Subject subject = new Subject(placed, SCALE, Optional.of(PatientOrientation.lateral(facing)));
    for (LandmarkId open : ORDER.subList(6, ORDER.size())) {
      ImagePoint guess = expected.of(open, subject).orElseThrow();
      assertTrue(guess.distanceTo(turned(frame, open)) < 0.5, open + " at " + guess);
    }
  }

  @Test
  void saysNothingWithFewerThanTwoLandmarksOrWithoutOrientation() {
    Subject nothing =
        new Subject(
            LandmarkSet.empty(), SCALE, Optional.of(PatientOrientation.lateral(Facing.LEFT)));
    assertEquals(Optional.empty(), expected.of(ORDER.get(0), nothing));
    LandmarkSet one =
        LandmarkSet.empty()
            .with(Placement.at(ORDER.get(0), new ImagePoint(100, 100), Visibility.CLEAR));
    Subject single = new Subject(one, SCALE, Optional.of(PatientOrientation.lateral(Facing.LEFT)));
    assertEquals(Optional.empty(), expected.of(ORDER.get(1), single));
    LandmarkSet two =
        one.with(Placement.at(ORDER.get(1), new ImagePoint(300, 100), Visibility.CLEAR));
    assertEquals(
        Optional.empty(), expected.of(ORDER.get(2), new Subject(two, SCALE, Optional.empty())));
  }

  private static ImagePoint turned(PatientFrame frame, LandmarkId id) {
    Point2 p =
        Readings.CATALOGUE.landmarks().find(id).orElseThrow().templates().get(Projection.LATERAL);
    double cos = 1.3 * Math.cos(Math.toRadians(20));
    double sin = 1.3 * Math.sin(Math.toRadians(20));
    double sign = frame.orientation().facing().get() == Facing.RIGHT ? 1 : -1;
    return frame.toImage(
        new Point2(cos * p.u() - sin * p.v() + sign * 200, sin * p.u() + cos * p.v() - 300));
  }
}
