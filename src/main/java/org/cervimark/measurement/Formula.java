package org.cervimark.measurement;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.graphic.Graphic;
import org.cervimark.landmark.LandmarkSet;

/** A construction: computes the value, lists the landmarks it needs, and draws itself. */
public interface Formula {

  /** The formula as written in the catalogue, for the audit trail. */
  String source();

  /**
   * What the names in it were defined as, and those in their definitions, in the order of use;
   * without landmarks.
   */
  default Map<String, String> definitions() {
    return Map.of();
  }

  /** The landmarks without which there is no value, those of formulas it refers to included. */
  SortedSet<LandmarkId> landmarks();

  /**
   * The landmarks on which the value depends where these are placed: {@link #landmarks}, and of a
   * line fitted to pairs all pairs there are.
   */
  SortedSet<LandmarkId> landmarks(LandmarkSet placed);

  /** The same for the film of a role, where the formula needs several films. */
  default SortedSet<LandmarkId> landmarks(FilmRole role, LandmarkSet placed) {
    return landmarks(placed);
  }

  /** Whether the value turns with the vertical, so that it depends on how the patient was held. */
  boolean isGravityReferenced();

  /**
   * The value or the reason why there is none; never throws for any placement of landmarks.
   *
   * <p>Of several reasons the first of this order is given: {@link Outcome.NotOriented}, {@link
   * Outcome.NotVisible}, {@link Outcome.MissingLandmarks}, {@link Outcome.NotCalibrated}, {@link
   * Outcome.Degenerate}.
   */
  Outcome evaluate(Measurement measurement, Subject subject);

  /** What to draw on the image; empty where {@link #evaluate} gives no value. */
  List<Graphic> graphics(Subject subject);

  /** The roles of the films it needs; empty if one film, whatever its role, is enough. */
  default SortedSet<FilmRole> films() {
    return Collections.emptySortedSet();
  }

  /**
   * The value over several films or the reason why there is none; never throws for any placement of
   * landmarks. One film is enough for most formulas; they have no value here.
   */
  default Outcome evaluate(Measurement measurement, Films films) {
    throw new IllegalStateException("one film is enough: " + measurement.id());
  }

  /** What to draw on the film of a role; empty where {@link #evaluate} gives no value. */
  default List<Graphic> graphics(Films films, FilmRole role) {
    return List.of();
  }
}
