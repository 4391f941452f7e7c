package org.cervimark.image;

import java.util.List;
import java.util.Optional;
import org.cervimark.anatomy.View;

/**
 * What a file says of one image, besides its pixels. Immutable; holds no toolkit type.
 *
 * @param reference which image and frame
 * @param patient who was imaged
 * @param study the study it belongs to
 * @param modality Modality (0008,0060)
 * @param pixelFormat size and coding of the pixels
 * @param scale the scale that the header supports
 * @param orientation the patient orientation that the header states, if it states a usable one
 * @param view the view that the header states, if the catalogue knows it
 * @param viewDescription the header's own words for the view, empty if it has none
 * @param notices sentences for the reader on what in the header contradicts itself or is missing
 * @param scaleQuestion what the reader must say of the scale, if the header supports several
 * @param plane where the pixels lie in the patient, if the image is a slice
 */
public record Radiograph(
    ImageReference reference,
    Patient patient,
    Study study,
    String modality,
    PixelFormat pixelFormat,
    Scale scale,
    Optional<PatientOrientation> orientation,
    Optional<View> view,
    String viewDescription,
    List<String> notices,
    Optional<ScaleQuestion> scaleQuestion,
    Optional<ImagePlane> plane) {

  /** Copies the list. */
  public Radiograph {
    notices = List.copyOf(notices);
  }

  /** A projection radiograph whose scale is beyond question. */
  public Radiograph(
      ImageReference reference,
      Patient patient,
      Study study,
      String modality,
      PixelFormat pixelFormat,
      Scale scale,
      Optional<PatientOrientation> orientation,
      Optional<View> view,
      String viewDescription,
      List<String> notices) {
    this(
        reference,
        patient,
        study,
        modality,
        pixelFormat,
        scale,
        orientation,
        view,
        viewDescription,
        notices,
        Optional.empty(),
        Optional.empty());
  }

  /** Columns of the pixel matrix. */
  public int columns() {
    return pixelFormat.columns();
  }

  /** Rows of the pixel matrix. */
  public int rows() {
    return pixelFormat.rows();
  }
}
