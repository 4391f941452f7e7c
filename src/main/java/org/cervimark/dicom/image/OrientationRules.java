package org.cervimark.dicom.image;

import java.util.List;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.cervimark.anatomy.Projection;
import org.cervimark.dicom.DicomMessages;
import org.cervimark.dicom.toolkit.Elements;
import org.cervimark.image.Direction;
import org.cervimark.image.ImagePlane;
import org.cervimark.image.PatientOrientation;

/** Reads Patient Orientation (0020,0020), the principal letter of each value. */
final class OrientationRules {

  private OrientationRules() {}

  /**
   * The orientation that the header states.
   *
   * @param plane where the pixels of a slice lie in the patient, which says it exactly
   * @param projection the plane of the view that the header states; an orientation of another plane
   *     is kept and contradicted by a notice
   */
  static Optional<PatientOrientation> orientation(
      Elements elements,
      Optional<ImagePlane> plane,
      Optional<Projection> projection,
      List<String> notices) {
    if (plane.isPresent()) {
      return plane.map(ImagePlane::orientation);
    }
    if (!elements.has(Tag.PatientOrientation)) {
      return Optional.empty();
    }
    List<String> values = elements.texts(Tag.PatientOrientation);
    String words = String.join("\\", values);
    Optional<PatientOrientation> orientation = parse(values);
    if (orientation.isEmpty()) {
      notices.add(DicomMessages.text("orientation.unusable", words));
    } else if (projection.isPresent() && orientation.get().projection() != projection.get()) {
      notices.add(
          DicomMessages.text(
              "orientation.contradicted",
              words,
              DicomMessages.text("projection." + orientation.get().projection()),
              DicomMessages.text("projection." + projection.get())));
    }
    return orientation;
  }

  private static Optional<PatientOrientation> parse(List<String> values) {
    if (values.size() != 2) {
      return Optional.empty();
    }
    Optional<Direction> row = Direction.principal(values.get(0));
    Optional<Direction> column = Direction.principal(values.get(1));
    if (row.isEmpty()
        || column.isEmpty()
        || row.get() == column.get()
        || row.get() == column.get().opposite()) {
      return Optional.empty();
    }
    return Optional.of(new PatientOrientation(row.get(), column.get()));
  }
}
