package org.cervimark.dicom.sr;

import java.util.Optional;
import org.cervimark.image.Scale;

/**
 * What the writer must know of an image besides its reading.
 *
 * @param multiFrame whether references to it name a frame
 * @param headerSpacing Pixel Spacing (0028,0030) of its header, from which viewers compute lengths;
 *     empty if it has none or the file is not at hand
 * @param presentation the presentation state that shows the reading
 */
public record ImageContext(
    boolean multiFrame,
    Optional<HeaderSpacing> headerSpacing,
    Optional<PresentationReference> presentation) {

  /** The same image shown by a presentation state. */
  public ImageContext shownBy(String seriesUid, String sopInstanceUid) {
    return new ImageContext(
        multiFrame,
        headerSpacing,
        Optional.of(new PresentationReference(seriesUid, sopInstanceUid)));
  }

  /**
   * Pixel Spacing as the header states it, in millimetres.
   *
   * @param row vertical distance of neighbouring rows
   * @param column horizontal distance of neighbouring columns
   */
  public record HeaderSpacing(double row, double column) {

    /** Whether a scale uses exactly this spacing. */
    boolean isThatOf(Scale scale) {
      return scale.isCalibrated() && scale.rowSpacing() == row && scale.columnSpacing() == column;
    }
  }

  /**
   * A presentation state.
   *
   * @param seriesUid its series
   * @param sopInstanceUid its instance
   */
  public record PresentationReference(String seriesUid, String sopInstanceUid) {}
}
