package org.cervimark.measurement.expression;

import java.util.Map;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.geometry.Point2;

/**
 * The placed landmarks in the patient plane; where a formula speaks of several films, those of
 * each.
 *
 * @param points their positions
 * @param shortestBaseline how far apart two points must be to span a line, in the unit of the
 *     positions
 * @param films the films, by the names that formulas give them; empty for a single film
 */
public record Scene(
    Map<LandmarkId, Point2> points, double shortestBaseline, Map<String, Scene> films) {

  /** Copies the maps. */
  public Scene {
    points = Map.copyOf(points);
    films = Map.copyOf(films);
  }

  /** One film. */
  public Scene(Map<LandmarkId, Point2> points, double shortestBaseline) {
    this(points, shortestBaseline, Map.of());
  }

  /** Several films by the names that formulas give them. */
  public static Scene of(Map<String, Scene> films) {
    return new Scene(Map.of(), 0, films);
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
