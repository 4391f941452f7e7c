package org.cervimark.landmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.image.ImagePoint;

/** Passes of one reader over the same image, each made without seeing the others. */
public final class Replicates {

  private Replicates() {}

  /**
   * What several passes say together. A landmark lies in the mean of the positions that it was
   * given, on the grid of 1/64 pixel, and is seen as well as in the pass that saw it worst; where a
   * pass could not see it at all, its position is estimated. A landmark that no pass could place is
   * not visible; one that some passes have not dealt with rests on the others.
   *
   * @param passes one or more
   */
  public static LandmarkSet mean(List<LandmarkSet> passes) {
    TreeSet<LandmarkId> ids = new TreeSet<>();
    passes.forEach(pass -> pass.all().forEach(p -> ids.add(p.landmark())));
    List<Placement> placements = new ArrayList<>();
    for (LandmarkId id : ids) {
      placements.add(mean(id, passes.stream().flatMap(pass -> pass.find(id).stream()).toList()));
    }
    return LandmarkSet.of(placements);
  }

  private static Placement mean(LandmarkId id, List<Placement> placements) {
    List<ImagePoint> points = placements.stream().flatMap(p -> p.point().stream()).toList();
    Visibility worst =
        placements.stream()
            .map(Placement::visibility)
            .max(Visibility::compareTo)
            .orElse(Visibility.NOT_VISIBLE);
    Origin origin =
        placements.stream().map(Placement::origin).distinct().count() == 1
            ? placements.get(0).origin()
            : Origin.CORRECTED;
    if (points.isEmpty()) {
      return new Placement(id, Optional.empty(), Visibility.NOT_VISIBLE, origin);
    }
    ImagePoint mean =
        new ImagePoint(
            points.stream().mapToDouble(ImagePoint::column).sum() / points.size(),
            points.stream().mapToDouble(ImagePoint::row).sum() / points.size());
    return new Placement(
        id,
        Optional.of(mean.snapped()),
        worst == Visibility.NOT_VISIBLE ? Visibility.ESTIMATED : worst,
        origin);
  }
}
