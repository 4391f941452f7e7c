package org.cervimark.phantom;

/** Builds one lateral film: geometry, landmarks, picture. */
final class LateralPhantom {

  /**
   * What distinguishes one lateral film from another.
   *
   * @param shoulders height of the shoulder line above the C7 lower endplate, mm
   * @param c7Hidden true when the shoulders leave the lower C7 landmarks to estimation
   * @param marker L or R, the side at the detector
   * @param markerColumn left edge of the marker, pixels
   * @param markerRow upper edge of the marker, pixels
   */
  record Plan(
      LateralPosture posture,
      Film film,
      Technique technique,
      double shoulders,
      boolean c7Hidden,
      char marker,
      double markerColumn,
      double markerRow) {}

  private LateralPhantom() {}

  /** The landmarks and pixels of the planned film. */
  static Picture build(Plan plan) {
    LandmarkTable marks = new LandmarkTable(plan.film());
    Shadow shadow = new Shadow(plan.film(), new Grain(plan.technique().seed()));
    double k = plan.posture().scale();
    LateralSpine spine = new LateralSpine(plan.posture(), marks, plan.c7Hidden());
    LateralHead head = new LateralHead(plan.posture(), spine, marks);
    LateralSoftTissue tissue =
        new LateralSoftTissue(shadow, marks, spine, head, k, plan.shoulders());
    marks.requireInside(10 / plan.film().columnSpacing());
    tissue.draw();
    new LateralBones(shadow, marks, spine, k).draw();
    new LateralSkull(shadow, marks, head).draw(tissue.hyoid());
    SideMarker.draw(shadow, plan.marker(), plan.markerColumn(), plan.markerRow(), 11);
    double designed = plan.posture().cobb();
    double drawn = SagittalTruth.cobb(marks.points(), "c2", "c7");
    if (Math.abs(designed - drawn) > 0.05) {
      throw new IllegalStateException("drawn Cobb " + drawn + " differs from design " + designed);
    }
    return new Picture(plan.film(), marks, new Exposure(shadow, plan.technique()).develop());
  }
}
