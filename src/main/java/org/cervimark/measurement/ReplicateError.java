package org.cervimark.measurement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cervimark.anatomy.Landmark;
import org.cervimark.anatomy.LandmarkDictionary;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.Scale;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;

/**
 * How well a reader repeats the placing of landmarks, from replicates of one image.
 *
 * <p>The squared deviations of all landmarks from their means are pooled (with two replicates this
 * is Dahlberg's √(Σd²/2n)), each relative to the standard deviation assumed for that landmark, so
 * that few replicates suffice and a landmark that is hard to see stays so.
 *
 * @param factor this reader's standard deviation relative to the assumed one, positive
 * @param averaged how many placements the position of a landmark is the mean of; those that are
 *     absent were placed once
 */
record ReplicateError(double factor, Map<LandmarkId, Integer> averaged) {

  /** Fewer degrees of freedom say too little of a reader. */
  private static final int FEWEST_FREEDOMS = 20;

  /** Refuses a factor that is no number, and copies the map. */
  ReplicateError {
    if (!(factor > 0) || !Double.isFinite(factor)) {
      throw new IllegalArgumentException("factor must be positive: " + factor);
    }
    averaged = Map.copyOf(averaged);
  }

  /**
   * What replicates of one image show; empty without a scale, or if fewer than ten landmarks were
   * placed twice.
   *
   * @param replicates the placements, each set made without sight of the others
   */
  static Optional<ReplicateError> of(
      List<LandmarkSet> replicates, Scale scale, LandmarkDictionary dictionary) {
    if (!scale.isCalibrated() || replicates.size() < 2) {
      return Optional.empty();
    }
    double squares = 0;
    int freedoms = 0;
    Map<LandmarkId, Integer> averaged = new HashMap<>();
    for (Landmark landmark : dictionary.all()) {
      List<Placement> placements =
          replicates.stream()
              .flatMap(set -> set.find(landmark.id()).stream())
              .filter(p -> p.point().isPresent())
              .toList();
      if (placements.size() < 2) {
        continue;
      }
      averaged.put(landmark.id(), placements.size());
      double assumed =
          placements.stream()
              .mapToDouble(p -> PlacementError.assumedSigma(landmark, p.visibility()))
              .max()
              .orElseThrow();
      List<ImagePoint> points = placements.stream().flatMap(p -> p.point().stream()).toList();
      double column = points.stream().mapToDouble(ImagePoint::column).average().orElseThrow();
      double row = points.stream().mapToDouble(ImagePoint::row).average().orElseThrow();
      for (ImagePoint point : points) {
        squares += square((point.column() - column) * scale.columnSpacing() / assumed);
        squares += square((point.row() - row) * scale.rowSpacing() / assumed);
      }
      freedoms += 2 * (points.size() - 1);
    }
    return freedoms < FEWEST_FREEDOMS || squares == 0
        ? Optional.empty()
        : Optional.of(new ReplicateError(Math.sqrt(squares / freedoms), averaged));
  }

  /** The standard deviation of a landmark's position, relative to the assumed one. */
  double relativeSigma(LandmarkId landmark) {
    return factor / Math.sqrt(averaged.getOrDefault(landmark, 1));
  }

  private static double square(double x) {
    return x * x;
  }
}
