package org.cervimark.imagej;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cervimark.anatomy.Projection;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.geometry.Vector3;
import org.cervimark.image.ImagePlane;
import org.cervimark.image.ImagePoint;

/** What a reader can do with the series of the slice that a viewer shows. */
final class SeriesActions {

  private final ViewerModel model;
  private final StudyOpener opener;
  private final SeriesOpener series;

  SeriesActions(ViewerModel model, StudyOpener opener) {
    this.model = model;
    this.opener = opener;
    this.series = new SeriesOpener(opener);
  }

  /** Whether the image is one of several slices. */
  boolean hasSlices() {
    return model.radiograph().plane().isPresent() && SeriesOpener.slices(slices()) > 1;
  }

  /** Whether planes across the slices are offered: through transverse ones. */
  boolean canCut() {
    return hasSlices()
        && model
            .radiograph()
            .plane()
            .map(p -> p.orientation().projection() == Projection.TRANSVERSE)
            .orElse(false);
  }

  /** Opens the slices as a stack of ImageJ. */
  void openStack() {
    openStack(slices());
  }

  /** Opens the slices of any series as a stack of ImageJ. */
  void openStack(List<ImageEntry> slices) {
    model.did(new Deed.StackOpened(slices.get(0).file()));
    series.later(slices, series::show);
  }

  /**
   * Opens a plane across the slices in a viewer of its own.
   *
   * @param through a place on the image that the plane goes through; the middle if empty
   */
  void cut(Projection projection, Optional<ImagePoint> through) {
    Optional<ImagePlane> plane = model.radiograph().plane();
    Optional<Vector3> place = plane.flatMap(p -> through.map(p::toPatient));
    OptionalDouble position =
        place.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(
                projection == Projection.LATERAL ? place.get().x() : place.get().y());
    model.did(new Deed.PlaneOpened(model.entry().file(), projection, position));
    series.later(slices(), stack -> opener.openMade(series.write(stack, projection, position)));
  }

  private List<ImageEntry> slices() {
    String uid = model.radiograph().reference().seriesInstanceUid();
    return model.study().images().stream()
        .filter(e -> e.radiograph().reference().seriesInstanceUid().equals(uid))
        .toList();
  }
}
