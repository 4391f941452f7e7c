package org.cervimark.measurement;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.geometry.Point2;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PatientFrame;
import org.cervimark.image.Scale;
import org.cervimark.measurement.expression.Evaluation;
import org.cervimark.measurement.expression.Expression;
import org.cervimark.measurement.expression.Scene;

/** The films of a formula as they enter the computation, where they may be moved and scaled. */
final class PlacedFilms {

  private static final double SHORTEST_BASELINE_MILLIMETRES = 5;
  private static final double SHORTEST_BASELINE_PIXELS = 30;

  /** The name of the film of a formula that speaks of one film only. */
  static final String ONLY = "";

  /**
   * One film.
   *
   * @param subject the film as read
   * @param used the landmarks that the value depends on
   * @param turns whether the value depends on the vertical
   * @param scale the scale to compute with
   * @param positions where the landmarks are taken to lie
   */
  record PlacedFilm(
      Subject subject,
      SortedSet<LandmarkId> used,
      boolean turns,
      Scale scale,
      Function<LandmarkId, Optional<ImagePoint>> positions) {

    /** A film as it was read. */
    static PlacedFilm of(Subject subject, SortedSet<LandmarkId> used, boolean turns) {
      return new PlacedFilm(subject, used, turns, subject.scale(), subject.landmarks()::point);
    }

    /** The landmarks whose position matters, with the plumb line where it does. */
    Set<LandmarkId> movable() {
      Set<LandmarkId> movable = new TreeSet<>(used);
      if (turns && subject.plumbLine().isPresent()) {
        movable.add(Subject.PLUMB_TOP);
        movable.add(Subject.PLUMB_BOTTOM);
      }
      return movable;
    }

    /** The film with one landmark elsewhere. */
    PlacedFilm moved(LandmarkId landmark, UnaryOperator<ImagePoint> shift) {
      return new PlacedFilm(
          subject,
          used,
          turns,
          scale,
          id -> {
            Optional<ImagePoint> point = positions.apply(id);
            return id.equals(landmark) ? point.map(shift) : point;
          });
    }

    /** The film with pixels longer by a factor. */
    PlacedFilm scaled(double factor) {
      return new PlacedFilm(
          subject,
          used,
          turns,
          new Scale(
              scale.columnSpacing() * factor,
              scale.rowSpacing() * factor,
              scale.source(),
              scale.note(),
              scale.object()),
          positions);
    }

    Optional<PatientFrame> frame() {
      return subject.frame(scale, positions);
    }

    private Optional<Scene> scene() {
      return frame().map(this::scene);
    }

    private Scene scene(PatientFrame frame) {
      Map<LandmarkId, Point2> points = new HashMap<>();
      for (LandmarkId id : used) {
        positions.apply(id).ifPresent(p -> points.put(id, frame.toPatient(p)));
      }
      return new Scene(
          points, scale.isCalibrated() ? SHORTEST_BASELINE_MILLIMETRES : SHORTEST_BASELINE_PIXELS);
    }
  }

  private PlacedFilms() {}

  /** What formulas see of films; empty while the orientation of one of them is unknown. */
  static Optional<Scene> scene(Map<String, PlacedFilm> films) {
    PlacedFilm only = films.get(ONLY);
    if (only != null) {
      return only.scene();
    }
    Map<String, Scene> scenes = new HashMap<>();
    for (Map.Entry<String, PlacedFilm> film : films.entrySet()) {
      Optional<Scene> scene = film.getValue().scene();
      if (scene.isEmpty()) {
        return Optional.empty();
      }
      scenes.put(film.getKey(), scene.get());
    }
    return Optional.of(Scene.of(scenes));
  }

  /** The number that a formula gives for films; empty if it gives none. */
  static OptionalDouble value(Expression expression, Map<String, PlacedFilm> films) {
    return scene(films)
        .map(expression::evaluate)
        .filter(Evaluation.Value.class::isInstance)
        .map(e -> OptionalDouble.of(((Evaluation.Value) e).value()))
        .orElse(OptionalDouble.empty());
  }
}
