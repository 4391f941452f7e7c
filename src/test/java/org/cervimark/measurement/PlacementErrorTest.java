package org.cervimark.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.cervimark.anatomy.Landmark;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.geometry.Angles;
import org.cervimark.geometry.Point2;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.cervimark.measurement.expression.Evaluation;
import org.cervimark.measurement.expression.Expression;
import org.cervimark.measurement.expression.Scene;
import org.cervimark.terminology.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stated intervals against simulated placements. */
class PlacementErrorTest {

  private static final int DRAWS = 10_000;

  static List<String> measurements() {
    return Catalogue.builtIn().measurements().stream().map(Measurement::id).toList();
  }

  /** With placements a tenth as scattered the first order is all there is. */
  @ParameterizedTest
  @MethodSource("measurements")
  void agreesWithSimulatedPlacements(String id) {
    double ratio = ratio(id, 0.1);

    assertEquals(1, ratio, 0.02, id + ": stated over simulated standard deviation");
  }

  /** With the scatter of real placements the second order shows, but not much. */
  @ParameterizedTest
  @MethodSource("measurements")
  void isGoodEnoughForRealScatter(String id) {
    double ratio = ratio(id, 1);

    assertEquals(1, ratio, 0.04, id + ": stated over simulated standard deviation");
  }

  /** The error formulas of the textbook for two lines and for a distance. */
  @Test
  void agreesWithTheAnalyticFormulas() {
    Measurement slope = Catalogue.builtIn().measurement("c2-slope").orElseThrow();
    Subject film = SchematicFilm.of(slope, new Random(0), 0);
    double length =
        distance(film, "c2-inferior-endplate-anterior", "c2-inferior-endplate-posterior");

    assertEquals(1.96 * Math.toDegrees(Math.sqrt(2) * 0.3 / length), halfWidth(slope, film), 1e-6);
    assertEquals(
        1.96 * Math.hypot(0.3, 0.3),
        halfWidth(Catalogue.builtIn().measurement("adi").orElseThrow(), film),
        1e-6);
  }

  /** T1 slope cancels out of none, C2-C7 shares no line: but C0-C1 and C1-C2 share the atlas. */
  @Test
  void landmarksSharedByTwoLinesAreNotCountedTwice() {
    Measurement upper = Catalogue.builtIn().measurement("c0-c1-angle").orElseThrow();
    Measurement lower = Catalogue.builtIn().measurement("c1-c2-angle").orElseThrow();
    Measurement whole = Catalogue.builtIn().measurement("c0-c2-angle").orElseThrow();
    Subject film = SchematicFilm.of(upper, new Random(0), 0);

    double independent = Math.hypot(halfWidth(upper, film), halfWidth(lower, film));

    assertTrue(halfWidth(whole, film) < independent * 0.99);
  }

  @Test
  void aMarkedPlumbLineAddsItsOwnError() {
    Measurement slope = Catalogue.builtIn().measurement("c2-slope").orElseThrow();
    Subject film = SchematicFilm.of(slope, new Random(0), 0);
    double plain = halfWidth(slope, film);
    Subject plumbed =
        new Subject(
            film.landmarks()
                .with(at(Subject.PLUMB_TOP, new Point2(-80, 100)))
                .with(at(Subject.PLUMB_BOTTOM, new Point2(-80, 60))),
            film.scale(),
            film.orientation());

    // Half the length of the neck: its direction is as uncertain as that of any line of 40 mm.
    double plumb = 1.96 * Math.toDegrees(Math.sqrt(2) * 0.3 / 40);
    assertEquals(Math.hypot(plain, plumb), halfWidth(slope, plumbed), 1e-5);
    Measurement cobb = Catalogue.builtIn().measurement("c2-c7-cobb").orElseThrow();
    assertEquals(halfWidth(cobb, film), halfWidth(cobb, plumbed), 1e-9);
  }

  /** Stated standard deviation over that of simulated placements. */
  private static double ratio(String id, double scatter) {
    Measurement measurement = Catalogue.builtIn().measurement(id).orElseThrow();
    Subject film = SchematicFilm.of(measurement, new Random(7), 1);
    Map<LandmarkId, Point2> points = new HashMap<>();
    for (Placement p : film.landmarks().all()) {
      points.put(p.landmark(), film.frame().orElseThrow().toPatient(p.point().orElseThrow()));
    }
    Expression expression = ((ExpressionFormula) measurement.formula()).expression();
    double centre = value(expression, points);
    Random random = new Random(id.hashCode());
    double sum = 0;
    double squares = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      Map<LandmarkId, Point2> placed = new HashMap<>(points);
      for (LandmarkId used : measurement.formula().landmarks(film.landmarks())) {
        double sigma = scatter * sigma(used);
        placed.put(
            used,
            points
                .get(used)
                .plus(new Point2(random.nextGaussian() * sigma, random.nextGaussian() * sigma)));
      }
      double difference = value(expression, placed) - centre;
      if (measurement.unit().equals(Optional.of(Unit.DEGREE))) {
        difference = Angles.normalise(difference);
      }
      sum += difference;
      squares += difference * difference;
    }
    double simulated = Math.sqrt(squares / DRAWS - Math.pow(sum / DRAWS, 2));
    return scatter * halfWidth(measurement, film) / 1.96 / simulated;
  }

  private static double value(Expression expression, Map<LandmarkId, Point2> points) {
    return assertInstanceOf(Evaluation.Value.class, expression.evaluate(new Scene(points, 1)))
        .value();
  }

  private static double sigma(LandmarkId id) {
    return Catalogue.builtIn().landmarks().find(id).map(Landmark::placementSigma).orElseThrow();
  }

  private static double halfWidth(Measurement measurement, Subject film) {
    Outcome.Interval interval =
        assertInstanceOf(Outcome.Measured.class, measurement.evaluate(film))
            .interval()
            .orElseThrow();
    assertEquals(Outcome.Interval.Basis.PLACEMENT_DEFAULT, interval.basis());
    return interval.halfWidth();
  }

  private static double distance(Subject film, String one, String other) {
    return film.frame()
        .orElseThrow()
        .toPatient(film.landmarks().point(new LandmarkId(one)).orElseThrow())
        .distanceTo(
            film.frame()
                .orElseThrow()
                .toPatient(film.landmarks().point(new LandmarkId(other)).orElseThrow()));
  }

  private static Placement at(LandmarkId id, Point2 patient) {
    return Placement.at(id, SchematicFilm.toImage(patient), Visibility.CLEAR);
  }
}
