package org.cervimark.measurement.expression;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.geometry.Point2;

/**
 * The placed landmarks in the patient plane; where a formula speaks of several films, those of
 * each. Immutable.
 */
public final class Scene {

  /** A landmark that lies elsewhere than in the map. */
  private record Elsewhere(LandmarkId landmark, Point2 point) {}

  private final Map<LandmarkId, Point2> points;
  private final Optional<Elsewhere> elsewhere;
  private final double shortestBaseline;
  private final Map<String, Scene> films;

  private Scene(
      Map<LandmarkId, Point2> points,
      Optional<Elsewhere> elsewhere,
      double shortestBaseline,
      Map<String, Scene> films) {
    this.points = points;
    this.elsewhere = elsewhere;
    this.shortestBaseline = shortestBaseline;
    this.films = films;
  }

  /**
   * One film.
   *
   * @param points where the landmarks lie
   * @param shortestBaseline how far apart two points must be to span a line, in the unit of the
   *     positions
   */
  public Scene(Map<LandmarkId, Point2> points, double shortestBaseline) {
    this(Map.copyOf(points), Optional.empty(), shortestBaseline, Map.of());
  }

  /** Several films by the names that formulas give them. */
  public static Scene of(Map<String, Scene> films) {
    return new Scene(Map.of(), Optional.empty(), 0, Map.copyOf(films));
  }

  /** The scene with one placed landmark elsewhere; copies nothing but what has moved. */
  public Scene with(LandmarkId landmark, Point2 point) {
    Map<LandmarkId, Point2> others = points;
    if (elsewhere.isPresent()) {
      others = new HashMap<>(points);
      others.put(elsewhere.get().landmark(), elsewhere.get().point());
    }
    return has(landmark)
        ? new Scene(others, Optional.of(new Elsewhere(landmark, point)), shortestBaseline, films)
        : this;
  }

  /** How far apart two points must be to span a line, in the unit of the positions. */
  double shortestBaseline() {
    return shortestBaseline;
  }

  /** The scene of a film that is known to be there. */
  Scene film(String name) {
    Scene film = films.get(name);
    if (film == null) {
      throw new IllegalStateException("no such film: " + name);
    }
    return film;
  }

  /** The position of a landmark that is known to be placed. */
  Point2 point(LandmarkId landmark) {
    if (elsewhere.isPresent() && elsewhere.get().landmark().equals(landmark)) {
      return elsewhere.get().point();
    }
    Point2 point = points.get(landmark);
    if (point == null) {
      throw new IllegalStateException("not placed: " + landmark);
    }
    return point;
  }

  boolean has(LandmarkId landmark) {
    return points.containsKey(landmark);
  }
}
