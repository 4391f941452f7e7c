package org.cervimark.measurement;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cervimark.anatomy.Landmark;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.geometry.Angles;
import org.cervimark.geometry.Point2;
import org.cervimark.measurement.expression.Evaluation;
import org.cervimark.measurement.expression.Expression;
import org.cervimark.measurement.expression.Scene;
import org.cervimark.terminology.Unit;

/**
 * Places the landmarks of a neck again and again, each with its assumed error, and looks at what a
 * formula gives. Knows nothing of derivatives.
 */
final class SimulatedPlacement {

  private final Measurement measurement;
  private final SortedMap<String, Map<LandmarkId, Point2>> points = new TreeMap<>();
  private final double centre;

  SimulatedPlacement(Take take) {
    this.measurement = take.measurement();
    for (Map.Entry<String, Subject> film : take.films().entrySet()) {
      Map<LandmarkId, Point2> used = new TreeMap<>();
      Subject subject = film.getValue();
      for (LandmarkId id : take.landmarks(film.getKey())) {
        used.put(
            id,
            subject.frame().orElseThrow().toPatient(subject.landmarks().point(id).orElseThrow()));
      }
      points.put(film.getKey(), used);
    }
    this.centre = value(formula().expression(), scene(points)).orElseThrow();
  }

  /**
   * How far from the value those of simulated placements lie.
   *
   * @param scatter the error of placing relative to the assumed one
   */
  double[] differences(int draws, double scatter, Random random) {
    double[] differences = new double[draws];
    for (int draw = 0; draw < draws; draw++) {
      double difference =
          value(formula().expression(), placed(scatter, random)).orElseThrow() - centre;
      differences[draw] =
          measurement.unit().equals(Optional.of(Unit.DEGREE))
              ? Angles.normalise(difference)
              : difference;
    }
    return differences;
  }

  /** How often each class comes out of simulated placements; draws without a class count apart. */
  int[] classes(int draws, Random random) {
    List<Category> categories = measurement.categories();
    int[] counts = new int[categories.size()];
    for (int draw = 0; draw < draws; draw++) {
      Scene scene = placed(1, random);
      Optional<Double> position = value(formula().expression(), scene);
      List<Optional<Double>> limits = new ArrayList<>();
      formula().bands().limits().forEach(limit -> limits.add(value(limit, scene)));
      if (position.isPresent() && limits.stream().allMatch(Optional::isPresent)) {
        int found = 0;
        while (found < limits.size() && position.get() >= limits.get(found).orElseThrow()) {
          found++;
        }
        counts[found]++;
      }
    }
    return counts;
  }

  private ExpressionFormula formula() {
    return (ExpressionFormula) measurement.formula();
  }

  private Scene placed(double scatter, Random random) {
    SortedMap<String, Map<LandmarkId, Point2>> placed = new TreeMap<>();
    points.forEach(
        (film, used) -> {
          Map<LandmarkId, Point2> moved = new HashMap<>();
          used.forEach(
              (id, p) -> {
                double sigma = scatter * sigma(id);
                moved.put(
                    id,
                    p.plus(
                        new Point2(random.nextGaussian() * sigma, random.nextGaussian() * sigma)));
              });
          placed.put(film, moved);
        });
    return scene(placed);
  }

  private static Scene scene(SortedMap<String, Map<LandmarkId, Point2>> points) {
    Map<String, Scene> scenes = new HashMap<>();
    points.forEach((film, ofFilm) -> scenes.put(film, new Scene(ofFilm, 1)));
    Scene only = scenes.get("");
    return only == null ? Scene.of(scenes) : only;
  }

  private static Optional<Double> value(Expression expression, Scene scene) {
    return expression.evaluate(scene) instanceof Evaluation.Value value
        ? Optional.of(value.value())
        : Optional.empty();
  }

  static double sigma(LandmarkId id) {
    return Catalogue.builtIn().landmarks().find(id).map(Landmark::placementSigma).orElseThrow();
  }

  static Outcome.Interval interval(Take take) {
    return assertInstanceOf(Outcome.Measured.class, take.value()).interval().orElseThrow();
  }
}
