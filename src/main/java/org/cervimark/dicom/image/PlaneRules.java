package org.cervimark.dicom.image;

import java.util.List;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.cervimark.dicom.DicomMessages;
import org.cervimark.dicom.toolkit.Elements;
import org.cervimark.geometry.Vector3;
import org.cervimark.image.ImagePlane;

/**
 * Reads where the pixels of a slice lie in the patient: from the Image Plane module of classic
 * images, from the functional groups of enhanced ones.
 */
final class PlaneRules {

  private PlaneRules() {}

  /**
   * The plane of a frame; empty if the image has none.
   *
   * @param frame frame number from 1
   * @param notices gets a sentence if the header states a plane that no image can have
   */
  static Optional<ImagePlane> plane(Elements image, int frame, List<String> notices) {
    FunctionalGroups groups = new FunctionalGroups(image, frame);
    Elements position = groups.groupOrImage(Tag.PlanePositionSequence);
    Elements orientation = groups.groupOrImage(Tag.PlaneOrientationSequence);
    Elements measures = groups.groupOrImage(Tag.PixelMeasuresSequence);
    if (!position.has(Tag.ImagePositionPatient) || !orientation.has(Tag.ImageOrientationPatient)) {
      return Optional.empty();
    }
    Optional<ImagePlane> plane =
        plane(
            image.text(Tag.FrameOfReferenceUID).orElse(""),
            numbers(position, Tag.ImagePositionPatient, 3),
            numbers(orientation, Tag.ImageOrientationPatient, 6),
            numbers(measures, Tag.PixelSpacing, 2));
    if (plane.isEmpty()) {
      notices.add(DicomMessages.text("plane.unusable"));
    }
    return plane;
  }

  private static Optional<ImagePlane> plane(
      String frameOfReference,
      List<Double> position,
      List<Double> orientation,
      List<Double> spacing) {
    if (position.isEmpty() || orientation.isEmpty() || spacing.isEmpty()) {
      return Optional.empty();
    }
    Vector3 row = new Vector3(orientation.get(0), orientation.get(1), orientation.get(2));
    Vector3 column = new Vector3(orientation.get(3), orientation.get(4), orientation.get(5));
    if (!ImagePlane.areDirections(row, column) || spacing.get(0) <= 0 || spacing.get(1) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new ImagePlane(
            frameOfReference,
            new Vector3(position.get(0), position.get(1), position.get(2)),
            row.unit(),
            column.unit(),
            spacing.get(1),
            spacing.get(0)));
  }

  private static List<Double> numbers(Elements elements, int tag, int count) {
    return elements.numbers(tag).filter(n -> n.size() == count).orElse(List.of());
  }
}
