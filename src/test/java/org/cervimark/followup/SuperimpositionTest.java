package org.cervimark.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.geometry.Point2;
import org.cervimark.geometry.Similarity2;
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

/** Two films of the same bones, made by moving them by a known amount. */
class SuperimpositionTest {

  /** Positions are kept on a grid of 1/64 pixel, here of up to 1 unit. */
  private static final double GRID = 0.02;

  private static final Bone C7 = new Bone("c7");
  private static final PatientOrientation RIGHT = PatientOrientation.lateral(Facing.RIGHT);
  private static final PatientOrientation LEFT = PatientOrientation.lateral(Facing.LEFT);
  private static final Scale FINE = Scale.millimetres(0.1, 0.1, ScaleSource.FIDUCIAL);
  private static final Scale COARSE = Scale.millimetres(0.2, 0.25, ScaleSource.READER_OBJECT);

  /** A neck in millimetres: anterior, superior. */
  private static final List<Point2> NECK =
      List.of(
          new Point2(60, -90),
          new Point2(45, -88),
          new Point2(62, -104),
          new Point2(46, -102),
          new Point2(70, -20),
          new Point2(52, -22));

  private static final List<LandmarkId> IDS =
      List.of(
          new LandmarkId("c7-superior-endplate-anterior"),
          new LandmarkId("c7-superior-endplate-posterior"),
          new LandmarkId("c7-inferior-endplate-anterior"),
          new LandmarkId("c7-inferior-endplate-posterior"),
          new LandmarkId("c2-inferior-endplate-anterior"),
          new LandmarkId("c2-inferior-endplate-posterior"));

  @Test
  void aFilmOfAnotherPixelSizeFacingTheOtherWayIsLaidOverByARigidMovement() {
    Similarity2 moved = new Similarity2(1, Math.cos(0.3), Math.sin(0.3), new Point2(12, -7));
    Subject base = subject(NECK, FINE, RIGHT);
    Subject other = subject(NECK.stream().map(moved::apply).toList(), COARSE, LEFT);
    Superimposition.Registered laid = registered(base, other);
    assertEquals(Superimposition.Sizing.MILLIMETRES, laid.sizing());
    assertEquals(4, laid.landmarks());
    assertEquals(0, laid.residual(), GRID);
    assertEquals(Math.toDegrees(-0.3), laid.movement().degrees(), 0.05);
    for (LandmarkId id : IDS) {
      ImagePoint expected = base.landmarks().point(id).orElseThrow();
      ImagePoint onOther = other.landmarks().point(id).orElseThrow();
      assertEquals(0, laid.toBase(onOther).distanceTo(expected), 5 * GRID);
      assertEquals(0, laid.toOther(expected).distanceTo(onOther), 5 * GRID);
    }
  }

  @Test
  void withoutAScaleOnBothTheBoneIsMadeEquallyLargeAndThatIsSaid() {
    for (Scale scale :
        List.of(Scale.unknown(1), Scale.millimetres(0.13, 0.13, ScaleSource.DETECTOR))) {
      List<Point2> larger = NECK.stream().map(p -> p.times(1.17)).toList();
      Superimposition.Registered laid =
          registered(subject(NECK, FINE, RIGHT), subject(larger, scale, RIGHT));
      assertEquals(Superimposition.Sizing.BONE, laid.sizing());
      assertEquals(0, laid.residual(), GRID);
      assertEquals(1 / 1.17, laid.movement().factor(), 1e-3);
    }
  }

  @Test
  void twoMagnifiedFilmsOfTheSameKindKeepTheirMillimetres() {
    Scale detector = Scale.millimetres(0.15, 0.15, ScaleSource.DETECTOR);
    List<Point2> larger = NECK.stream().map(p -> p.times(1.05)).toList();
    Superimposition.Registered laid =
        registered(subject(NECK, detector, RIGHT), subject(larger, detector, RIGHT));
    assertEquals(Superimposition.Sizing.MILLIMETRES, laid.sizing());
    assertEquals(1, laid.movement().factor());
    assertTrue(laid.residual() > 0.3, "what does not fit is said: " + laid.residual());
  }

  @Test
  void whatCannotBeLaidOverIsRefusedWithItsReason() {
    Subject base = subject(NECK, FINE, RIGHT);
    assertEquals(
        new Superimposition.Refused(Superimposition.Reason.NOT_ORIENTED),
        Superimposition.of(base, new Subject(base.landmarks(), FINE, Optional.empty()), C7));
    assertEquals(
        new Superimposition.Refused(Superimposition.Reason.OTHER_PLANE),
        Superimposition.of(
            base,
            new Subject(base.landmarks(), FINE, Optional.of(PatientOrientation.frontal(false))),
            C7));
    Subject fewer =
        new Subject(
            base.landmarks().without(IDS.get(0)).without(IDS.get(1)).without(IDS.get(2)),
            FINE,
            Optional.of(RIGHT));
    assertEquals(
        new Superimposition.Refused(Superimposition.Reason.NO_COMMON_LANDMARKS),
        Superimposition.of(base, fewer, C7));
    assertEquals(
        List.of(new Bone("c2")), List.copyOf(Bone.common(base.landmarks(), fewer.landmarks())));
  }

  @Test
  void bonesComeFromTheHeadDown() {
    List<Bone> bones = new ArrayList<>();
    for (String id : List.of("t1", "c7", "c2", "c10")) {
      bones.add(new Bone(id));
    }
    bones.sort(null);
    assertEquals("[C2, C7, C10, T1]", bones.stream().map(Bone::label).toList().toString());
    assertEquals(Optional.empty(), Bone.of(new LandmarkId("basion")));
  }

  @Test
  void pointsThatCoincideTellNoRotation() {
    List<Point2> same = List.of(new Point2(1, 1), new Point2(1, 1));
    List<Point2> apart = List.of(new Point2(1, 1), new Point2(2, 1));
    assertEquals(Optional.empty(), Similarity2.fit(same, apart, true));
    assertEquals(Optional.empty(), Similarity2.fit(apart, same, false));
    assertThrows(
        IllegalArgumentException.class,
        () -> Similarity2.fit(apart, List.of(new Point2(0, 0)), true));
  }

  private static Superimposition.Registered registered(Subject base, Subject other) {
    return (Superimposition.Registered) Superimposition.of(base, other, C7);
  }

  private static Subject subject(List<Point2> points, Scale scale, PatientOrientation orientation) {
    PatientFrame frame = PatientFrame.of(scale, orientation);
    List<Placement> placements = new ArrayList<>();
    for (int i = 0; i < IDS.size(); i++) {
      placements.add(Placement.at(IDS.get(i), frame.toImage(points.get(i)), Visibility.CLEAR));
    }
    return new Subject(LandmarkSet.of(placements), scale, Optional.of(orientation));
  }
}
