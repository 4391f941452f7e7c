package org.cervimark.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Random;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.anatomy.Projection;
import org.cervimark.geometry.Angles;
import org.cervimark.geometry.Point2;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Values that must add up whatever the neck looks like. */
class IdentitiesTest {

  private static final List<String> DISCS = List.of("c2-c3", "c3-c4", "c4-c5", "c5-c6", "c6-c7");
  private static final int NECKS = 10;
  private static final double TOLERANCE = 1e-9;

  private Subject lateral = SchematicFilm.of(Projection.LATERAL, new Random(0), 0);
  private Subject frontal = SchematicFilm.of(Projection.FRONTAL, new Random(0), 0);

  @BeforeEach
  void anotherNeck(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    lateral = SchematicFilm.of(Projection.LATERAL, random, 2.5);
    frontal = SchematicFilm.of(Projection.FRONTAL, random, 2.5);
  }

  @RepeatedTest(NECKS)
  void segmentalCobbAnglesAddUpToTheWhole() {
    assertEquals(lateral("c2-c7-cobb"), sum("segmental-cobb-"), TOLERANCE);
  }

  @RepeatedTest(NECKS)
  void relativeRotationsAddUpToTheAbsoluteRotation() {
    assertEquals(lateral("ara-c2-c7"), sum("rra-"), TOLERANCE);
  }

  @RepeatedTest(NECKS)
  void upperSegmentsAddUp() {
    assertEquals(
        lateral("c0-c2-angle"), lateral("c0-c1-angle") + lateral("c1-c2-angle"), TOLERANCE);
    assertEquals(lateral("c1-c7-cobb"), lateral("c1-c2-angle") + lateral("c2-c7-cobb"), TOLERANCE);
  }

  @RepeatedTest(NECKS)
  void slopesDifferByTheLordosis() {
    Point2 back = point("c7-inferior-endplate-posterior");
    Point2 front = point("c7-inferior-endplate-anterior");
    double inferiorSlope = -Angles.elevation(front.minus(back));

    assertEquals(lateral("c2-c7-cobb"), inferiorSlope - lateral("c2-slope"), TOLERANCE);
    assertEquals(
        lateral("t1s-cl-mismatch"), lateral("t1-slope") - lateral("c2-c7-cobb"), TOLERANCE);
  }

  /**
   * The inlet angle by its definition: between the endplate's normal and the line to the sternum.
   */
  @RepeatedTest(NECKS)
  void slopeAndTiltAddUpToTheInletAngle() {
    Point2 back = point("t1-superior-endplate-posterior");
    Point2 front = point("t1-superior-endplate-anterior");
    Point2 along = front.minus(back);
    Point2 downNormal = new Point2(along.v(), -along.u());
    Point2 toSternum = point("manubrium-superior-posterior").minus(Point2.midpoint(back, front));
    double angle =
        Math.toDegrees(
            Math.acos(downNormal.dot(toSternum) / (downNormal.length() * toSternum.length())));

    assertEquals(angle, lateral("thoracic-inlet-angle"), 1e-6);
    assertEquals(
        lateral("thoracic-inlet-angle"), lateral("t1-slope") + lateral("neck-tilt"), TOLERANCE);
  }

  @RepeatedTest(NECKS)
  void bothUpperAnglesMakeAStraightAngle() {
    assertEquals(180, frontal("upper-angle-left") + frontal("upper-angle-right"), TOLERANCE);
    assertEquals(90 - frontal("atlas-laterality"), frontal("upper-angle-left"), TOLERANCE);
  }

  /** The upper angle by its definition: between skull line and atlas line, above, on the left. */
  @RepeatedTest(NECKS)
  void theLeftUpperAngleLiesBetweenSkullAndAtlas() {
    Measurement laterality = Catalogue.builtIn().measurement("atlas-laterality").orElseThrow();
    List<Point2> skull =
        laterality.formula().graphics(frontal).get(1).points().stream()
            .map(p -> frontal.frame().orElseThrow().toPatient(p))
            .toList();
    Point2 up = skull.get(1).minus(skull.get(0));
    Point2 left = frontalPoint("apl-left").minus(frontalPoint("apl-right"));
    double angle = Math.toDegrees(Math.acos(up.dot(left) / (up.length() * left.length())));

    assertEquals(angle, frontal("upper-angle-left"), 1e-6);
  }

  @RepeatedTest(NECKS)
  void goreIsTheTangentMethodByAnotherName() {
    assertEquals(lateral("ara-c2-c7"), lateral("gore-angle"), 0.0);
  }

  private double sum(String stem) {
    return DISCS.stream().mapToDouble(d -> lateral(stem + d)).sum();
  }

  private double lateral(String id) {
    return value(id, lateral);
  }

  private double frontal(String id) {
    return value(id, frontal);
  }

  private static double value(String id, Subject film) {
    Measurement measurement = Catalogue.builtIn().measurement(id).orElseThrow();
    return assertInstanceOf(Outcome.Measured.class, measurement.evaluate(film), id).value();
  }

  private Point2 point(String id) {
    return point(lateral, id);
  }

  private Point2 frontalPoint(String id) {
    return point(frontal, id);
  }

  private static Point2 point(Subject film, String id) {
    return film.frame()
        .orElseThrow()
        .toPatient(film.landmarks().point(new LandmarkId(id)).orElseThrow());
  }
}
