package org.cervimark.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cervimark.anatomy.Projection;
import org.cervimark.geometry.Point2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PatientFrameTest {

  private static final Scale SCALE = Scale.millimetres(0.2, 0.3, ScaleSource.FIDUCIAL);

  /** All orientations that an image can have. */
  static List<PatientOrientation> orientations() {
    List<PatientOrientation> all = new ArrayList<>();
    for (Direction row : Direction.values()) {
      for (Direction column : Direction.values()) {
        if (row != column && row != column.opposite()) {
          all.add(new PatientOrientation(row, column));
        }
      }
    }
    return all;
  }

  @ParameterizedTest
  @CsvSource({
    // row and column direction; where ten columns to the right and ten rows down lead to.
    "ANTERIOR, FOOT, 2, 0, 0, -3",
    "POSTERIOR, FOOT, -2, 0, 0, -3",
    "HEAD, ANTERIOR, 0, 2, 3, 0",
    "FOOT, POSTERIOR, 0, -2, -3, 0",
    "FOOT, ANTERIOR, 0, -2, 3, 0",
    "POSTERIOR, HEAD, -2, 0, 0, 3",
    "LEFT, FOOT, 2, 0, 0, -3",
    "RIGHT, FOOT, -2, 0, 0, -3",
    "HEAD, RIGHT, 0, 2, -3, 0",
    "LEFT, POSTERIOR, 2, 0, 0, -3",
    "RIGHT, ANTERIOR, -2, 0, 0, 3",
    "ANTERIOR, LEFT, 0, 2, 3, 0",
  })
  void followsThePatientDirections(
      Direction row, Direction column, double uRight, double vRight, double uDown, double vDown) {
    PatientFrame frame = PatientFrame.of(SCALE, new PatientOrientation(row, column));
    Point2 origin = frame.toPatient(new ImagePoint(100, 200));

    assertPoint(uRight, vRight, frame.toPatient(new ImagePoint(110, 200)).minus(origin));
    assertPoint(uDown, vDown, frame.toPatient(new ImagePoint(100, 210)).minus(origin));
  }

  @Test
  void thereAreTwentyFourOrientations() {
    assertEquals(24, orientations().size());
  }

  @ParameterizedTest
  @MethodSource("orientations")
  void toImageUndoesToPatient(PatientOrientation orientation) {
    Random random = new Random(3);
    PlumbLine plumb = new PlumbLine(new ImagePoint(310, 20), new ImagePoint(280, 900));
    for (PatientFrame frame :
        List.of(PatientFrame.of(SCALE, orientation), PatientFrame.of(SCALE, orientation, plumb))) {
      for (int i = 0; i < 20; i++) {
        ImagePoint point = new ImagePoint(random.nextDouble() * 3000, random.nextDouble() * 3000);
        ImagePoint back = frame.toImage(frame.toPatient(point));
        assertEquals(point.column(), back.column(), 1e-9);
        assertEquals(point.row(), back.row(), 1e-9);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("orientations")
  void keepsDistancesInMillimetres(PatientOrientation orientation) {
    PatientFrame frame =
        PatientFrame.of(
            SCALE, orientation, new PlumbLine(new ImagePoint(5, 7), new ImagePoint(90, 800)));
    Point2 p = frame.toPatient(new ImagePoint(100, 100));
    Point2 q = frame.toPatient(new ImagePoint(400, 500));

    assertEquals(Math.hypot(300 * 0.2, 400 * 0.3), p.distanceTo(q), 1e-9);
  }

  /** Turning by the plumb line must not mirror the patient. */
  @ParameterizedTest
  @MethodSource("orientations")
  void thePlumbLineTurnsAndDoesNotMirror(PatientOrientation orientation) {
    PatientFrame plain = PatientFrame.of(SCALE, orientation);
    PatientFrame turned =
        PatientFrame.of(
            SCALE, orientation, new PlumbLine(new ImagePoint(5, 7), new ImagePoint(90, 800)));
    ImagePoint a = new ImagePoint(0, 0);
    ImagePoint b = new ImagePoint(100, 0);
    ImagePoint c = new ImagePoint(0, 100);

    assertEquals(handedness(plain, a, b, c), handedness(turned, a, b, c), 1e-9);
  }

  @ParameterizedTest
  @MethodSource("orientations")
  void aPlumbLineIsVerticalWhicheverEndWasMarkedFirst(PatientOrientation orientation) {
    if (orientation.projection() == Projection.TRANSVERSE) {
      return;
    }
    // Upward on this image, leaning by 40 columns.
    PatientFrame plain = PatientFrame.of(SCALE, orientation);
    ImagePoint low = plain.toImage(new Point2(0, 0));
    ImagePoint high = plain.toImage(new Point2(7, 100));
    for (PlumbLine plumb : List.of(new PlumbLine(high, low), new PlumbLine(low, high))) {
      PatientFrame frame = PatientFrame.of(SCALE, orientation, plumb);
      Point2 upward = frame.toPatient(high).minus(frame.toPatient(low));
      assertPoint(0, Math.hypot(7, 100), upward);
    }
  }

  @Test
  void aTransverseImageHasNoPlumbLine() {
    PlumbLine plumb = new PlumbLine(new ImagePoint(5, 7), new ImagePoint(90, 800));
    PatientFrame frame = PatientFrame.of(SCALE, PatientOrientation.transverse(false), plumb);

    assertTrue(frame.plumbLine().isEmpty());
    assertPoint(20, 0, frame.toPatient(new ImagePoint(100, 0)));
  }

  @Test
  void withoutScaleTheUnitIsTheColumnSpacing() {
    PatientFrame frame =
        PatientFrame.of(Scale.unknown(2), PatientOrientation.lateral(Facing.RIGHT));

    assertPoint(3, -8, frame.toPatient(new ImagePoint(3, 4)));
  }

  private static double handedness(PatientFrame f, ImagePoint a, ImagePoint b, ImagePoint c) {
    Point2 origin = f.toPatient(a);
    return f.toPatient(b).minus(origin).cross(f.toPatient(c).minus(origin));
  }

  private static void assertPoint(double u, double v, Point2 actual) {
    assertEquals(u, actual.u(), 1e-9);
    assertEquals(v, actual.v(), 1e-9);
  }
}
