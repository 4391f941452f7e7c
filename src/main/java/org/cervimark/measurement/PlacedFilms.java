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
   * One film. What formulas see of it is made once; a film with one landmark elsewhere shares all
   * that has not moved, since the error of a value asks for many such films.
   */
  static final class PlacedFilm {

    private final Subject subject;
    private final SortedSet<LandmarkId> used;
    private final boolean turns;
    private final Scale scale;
    private final Function<LandmarkId, Optional<ImagePoint>> positions;
    private final Optional<PatientFrame> frame;
    private final Optional<Scene> scene;

    private PlacedFilm(
        Subject subject,
        SortedSet<LandmarkId> used,
        boolean turns,
        Scale scale,
        Function<LandmarkId, Optional<ImagePoint>> positions) {
      this.subject = subject;
      this.used = used;
      this.turns = turns;
      this.scale = scale;
      this.positions = positions;
      this.frame = subject.frame(scale, positions);
      this.scene = frame.map(this::scene);
    }

    private PlacedFilm(PlacedFilm other, LandmarkId landmark, ImagePoint point) {
      this.subject = other.subject;
      this.used = other.used;
      this.turns = other.turns;
      this.scale = other.scale;
      this.positions = id -> id.equals(landmark) ? Optional.of(point) : other.positions.apply(id);
      this.frame = other.frame;
      this.scene = other.scene.flatMap(s -> frame.map(f -> s.with(landmark, f.toPatient(point))));
    }

    /**
     * A film as it was read.
     *
     * @param used the landmarks that the value depends on
     * @param turns whether the value depends on the vertical
     */
    static PlacedFilm of(Subject subject, SortedSet<LandmarkId> used, boolean turns) {
      return new PlacedFilm(subject, used, turns, subject.scale(), subject.landmarks()::point);
    }

    /** The film as read. */
    Subject subject() {
      return subject;
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
      Optional<ImagePoint> shifted = positions.apply(landmark).map(shift);
      if (shifted.isEmpty()) {
        return this;
      }
      if (landmark.equals(Subject.PLUMB_TOP) || landmark.equals(Subject.PLUMB_BOTTOM)) {
        return new PlacedFilm(
            subject, used, turns, scale, id -> id.equals(landmark) ? shifted : positions.apply(id));
      }
      return new PlacedFilm(this, landmark, shifted.get());
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
      return frame;
    }

    private Optional<Scene> scene() {
      return scene;
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
