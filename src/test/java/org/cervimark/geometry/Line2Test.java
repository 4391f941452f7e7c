package org.cervimark.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Line2Test {

  private static final Point2 ORIGIN = new Point2(0, 0);

  @Test
  void offsetIsPositiveOnTheLeftOfTheDirectionOfTravel() {
    Line2 line = Line2.through(new Point2(1, 1), new Point2(5, 4));

    assertEquals(5, line.offset(new Point2(1 - 3, 1 + 4)), 1e-12);
    assertEquals(-5, line.offset(new Point2(1 + 3, 1 - 4)), 1e-12);
  }

  @Test
  void footIsNearestPointOfTheLine() {
    Line2 line = Line2.through(ORIGIN, new Point2(3, 4));

    Point2 foot = line.foot(new Point2(3 - 4, 4 + 3));

    assertEquals(3, foot.u(), 1e-12);
    assertEquals(4, foot.v(), 1e-12);
    assertEquals(5, line.along(new Point2(3 - 4, 4 + 3)), 1e-12);
  }

  @Test
  void linesMeetWhereBothEquationsHold() {
    Line2 rising = Line2.through(ORIGIN, new Point2(2, 1));
    Line2 falling = Line2.through(new Point2(0, 10), new Point2(10, 5));

    Point2 meeting = rising.intersection(falling).orElseThrow();

    assertEquals(10, meeting.u(), 1e-12);
    assertEquals(5, meeting.v(), 1e-12);
  }

  @Test
  void parallelLinesDoNotMeet() {
    Line2 one = Line2.through(ORIGIN, new Point2(2, 1));
    Line2 other = Line2.through(new Point2(0, 1), new Point2(-2, 0));

    assertTrue(one.intersection(other).isEmpty());
  }

  @Test
  void coincidingPointsSpanNoLine() {
    assertThrows(IllegalArgumentException.class, () -> Line2.through(ORIGIN, ORIGIN));
  }

  @Test
  void fitGoesThroughPointsThatLieOnALine() {
    List<Point2> points = List.of(new Point2(3, 11), new Point2(1, 5), new Point2(2, 8));

    Line2 fit = Line2.fit(points).orElseThrow();

    points.forEach(p -> assertEquals(0, fit.offset(p), 1e-12));
    assertEquals(1 / Math.sqrt(10), fit.direction().u(), 1e-12);
    assertEquals(3 / Math.sqrt(10), fit.direction().v(), 1e-12, "runs upward");
  }

  /** Total least squares: no line through the centroid has a smaller sum of squared distances. */
  @Test
  void fitHasTheSmallestSumOfSquaredDistances() {
    Random random = new Random(11);
    for (int run = 0; run < 50; run++) {
      List<Point2> points = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        points.add(new Point2(random.nextGaussian() * 3, random.nextGaussian() * 20));
      }
      Line2 fit = Line2.fit(points).orElseThrow();
      double least = sumOfSquares(fit, points);
      for (int degrees = 0; degrees < 180; degrees++) {
        double angle = Math.toRadians(degrees);
        Line2 other = new Line2(fit.origin(), new Point2(Math.cos(angle), Math.sin(angle)));
        assertTrue(least <= sumOfSquares(other, points) + 1e-9);
      }
    }
  }

  @Test
  void pointsWithoutPrincipalAxisHaveNoFit() {
    assertTrue(Line2.fit(List.of(ORIGIN, ORIGIN, ORIGIN)).isEmpty());
    assertTrue(
        Line2.fit(List.of(new Point2(1, 0), new Point2(0, 1), new Point2(-1, 0), new Point2(0, -1)))
            .isEmpty());
  }

  @Test
  void anglesCountFromTheirAxisAnticlockwiseAndClockwise() {
    assertEquals(30, Angles.elevation(new Point2(Math.sqrt(3), 1)), 1e-12);
    assertEquals(-135, Angles.elevation(new Point2(-1, -1)), 1e-12);
    assertEquals(60, Angles.inclination(new Point2(Math.sqrt(3), 1)), 1e-12);
    assertEquals(-45, Angles.inclination(new Point2(-1, 1)), 1e-12);
  }

  @Test
  void normalisedAnglesLieAboveMinus180UpTo180() {
    assertEquals(180, Angles.normalise(180));
    assertEquals(180, Angles.normalise(-180));
    assertEquals(180, Angles.normalise(540));
    assertEquals(-170, Angles.normalise(190));
    assertEquals(170, Angles.normalise(-190));
    assertEquals(10, Angles.normalise(730));
    assertEquals(0, Angles.normalise(-360), 0.0);
  }

  private static double sumOfSquares(Line2 line, List<Point2> points) {
    return points.stream().mapToDouble(p -> Math.pow(line.offset(p), 2)).sum();
  }

  /** Worked out by hand from the sums of squares and products about the mean. */
  @Test
  void theAxisOfAScatteredCloudIsThatOfItsCovariances() {
    List<Point2> cloud =
        List.of(new Point2(0, 0), new Point2(4, 1), new Point2(2, 3), new Point2(6, 4));
    Line2 fit = Line2.fit(cloud).orElseThrow();

    // uu = 20, uv = 10, vv = 10.
    assertEquals(3, fit.origin().u(), 1e-12);
    assertEquals(2, fit.origin().v(), 1e-12);
    double angle = 0.5 * Math.toDegrees(Math.atan2(20, 10));
    assertEquals(angle, Angles.elevation(fit.direction()), 1e-9);
    // No line through the same point has a smaller sum of squared distances.
    for (double other : new double[] {angle - 1, angle + 1}) {
      Point2 d = new Point2(Math.cos(Math.toRadians(other)), Math.sin(Math.toRadians(other)));
      assertTrue(squares(new Line2(fit.origin(), d), cloud) > squares(fit, cloud));
    }
  }

  private static double squares(Line2 line, List<Point2> points) {
    return points.stream().mapToDouble(p -> line.offset(p) * line.offset(p)).sum();
  }

  @Test
  void fewerThanTwoPointsHaveNoAxis() {
    assertThrows(IllegalArgumentException.class, () -> Line2.fit(List.of(ORIGIN)));
    assertTrue(Line2.fit(List.of(ORIGIN, new Point2(3, 4))).isPresent());
  }

  @Test
  void aLevelAxisRunsNotBackwardAndAnUprightOneUpward() {
    assertEquals(
        new Point2(1, 0), Line2.fit(List.of(ORIGIN, new Point2(8, 0))).orElseThrow().direction());
    assertEquals(
        1, Line2.fit(List.of(new Point2(0, 8), ORIGIN)).orElseThrow().direction().v(), 1e-12);
  }
}
