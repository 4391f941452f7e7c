package org.cervimark.dicom.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.aoju.bus.image.Tag;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.DicomMessages;
import org.cervimark.dicom.toolkit.DicomFile;
import org.cervimark.dicom.toolkit.Elements;
import org.cervimark.image.ImagePlane;
import org.cervimark.image.ImageReference;
import org.cervimark.image.Patient;
import org.cervimark.image.PersonName;
import org.cervimark.image.PixelFormat;
import org.cervimark.image.Radiograph;
import org.cervimark.image.Study;

/** Reads a header as a radiograph: who, which, how large, to what scale, from where. */
final class Header {

  private final Path file;
  private final String transferSyntaxUid;
  private final Elements elements;

  Header(DicomFile dicom) {
    file = dicom.path();
    transferSyntaxUid = dicom.transferSyntaxUid();
    elements = new Elements(dicom.dataSet());
  }

  Radiograph radiograph(int frame) throws DicomException {
    PixelFormat format = pixelFormat(frame);
    List<String> notices = new ArrayList<>();
    GreyScaleRules.greyScale(elements, format, frame, notices);
    Optional<ImagePlane> plane = PlaneRules.plane(elements, frame, notices);
    ScaleRules.Decision scale = ScaleRules.decide(elements, frame, plane, notices);
    CoverRules.check(elements, format, notices);
    if (Colours.isColour(format)) {
      notices.add(DicomMessages.text("image.brightness"));
    }
    ViewRules.Stated view = ViewRules.view(elements);
    return new Radiograph(
        reference(frame),
        patient(),
        new Study(
            elements.text(Tag.StudyDate),
            elements.text(Tag.StudyTime),
            elements.text(Tag.StudyDescription)),
        elements.text(Tag.Modality).orElse(""),
        format,
        scale.scale(),
        OrientationRules.orientation(elements, plane, view.projection(), notices),
        view.view(),
        view.description(),
        notices,
        scale.question(),
        plane);
  }

  private ImageReference reference(int frame) throws DicomException {
    return new ImageReference(
        required(Tag.StudyInstanceUID, "Study Instance UID"),
        required(Tag.SeriesInstanceUID, "Series Instance UID"),
        required(Tag.SOPClassUID, "SOP Class UID"),
        required(Tag.SOPInstanceUID, "SOP Instance UID"),
        frame);
  }

  private String required(int tag, String name) throws DicomException {
    Optional<String> value = elements.text(tag);
    if (value.isEmpty()) {
      throw new DicomException(DicomMessages.text("image.identity", file, name));
    }
    return value.get();
  }

  private Patient patient() {
    return new Patient(
        PersonName.parse(elements.text(Tag.PatientName).orElse("")),
        elements.text(Tag.PatientID).orElse(""),
        elements.text(Tag.PatientBirthDate),
        elements.text(Tag.PatientSex));
  }

  /** How the pixels of a frame are stored. */
  PixelFormat pixelFormat(int frame) throws DicomException {
    PixelFormat format = pixelFormat();
    if (frame > format.frames()) {
      throw new DicomException(
          DicomMessages.text("image.frame", file, frame, Integer.toString(format.frames())));
    }
    return format;
  }

  private PixelFormat pixelFormat() throws DicomException {
    if (!elements.has(Tag.Rows) || !elements.has(Tag.Columns)) {
      throw new DicomException(DicomMessages.text("image.none", file));
    }
    int allocated = positive(Tag.BitsAllocated, "Bits Allocated");
    int stored = elements.integer(Tag.BitsStored).orElse(allocated);
    int high = elements.integer(Tag.HighBit).orElse(stored - 1);
    if (stored < 1 || stored > allocated || high < stored - 1 || high >= allocated) {
      throw new DicomException(DicomMessages.text("image.bits", file, allocated, stored, high));
    }
    OptionalInt frames = elements.integer(Tag.NumberOfFrames);
    return new PixelFormat(
        positive(Tag.Columns, "Columns"),
        positive(Tag.Rows, "Rows"),
        Math.max(1, frames.orElse(1)),
        elements.integer(Tag.SamplesPerPixel).orElse(1),
        allocated,
        stored,
        high,
        elements.integer(Tag.PixelRepresentation).orElse(0) == 1,
        elements.text(Tag.PhotometricInterpretation).orElse(""),
        transferSyntaxUid);
  }

  private int positive(int tag, String name) throws DicomException {
    OptionalInt value = elements.integer(tag);
    if (value.isEmpty() || value.getAsInt() < 1) {
      throw new DicomException(DicomMessages.text("image.attribute", file, name));
    }
    return value.getAsInt();
  }
}
