package org.cervimark.dicom.pr;

import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.dicom.module.DecimalString;
import org.cervimark.dicom.module.DerivedSeries;
import org.cervimark.dicom.module.PatientStudyModules;
import org.cervimark.dicom.toolkit.Toolkit;
import org.cervimark.image.ImageReference;
import org.cervimark.image.Scale;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.Reading;

/** Writes the presentation state of a reading (PS3.3 A.33.1). */
public final class PrWriter {

  /** SOP Class UID of what is written. */
  public static final String SOP_CLASS_UID = UID.GrayscaleSoftcopyPresentationStateStorage;

  private static final String SERIES_DESCRIPTION = "C-spine measurements (PR)";
  private static final String LABEL = "CSPINE_MEAS";
  private static final String DESCRIPTION = "Cervical spine landmarks and measurements";
  private static final int ASPECT_STEPS = 10_000;

  private final Catalogue catalogue;

  /** With the catalogue that knows the constructions. */
  public PrWriter(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The data set of a presentation state. */
  public Attributes write(PrRevision revision) {
    Toolkit.start();
    Attributes header = revision.header();
    Attributes state = PatientStudyModules.beginObject(header);
    DerivedSeries.Instance instance = revision.instance();
    revision
        .series()
        .writeTo(
            state,
            "PR",
            SERIES_DESCRIPTION,
            new DerivedSeries.Instance(
                SOP_CLASS_UID, instance.sopInstanceUid(), instance.number(), instance.savedAt()),
            revision.installation());
    state.setString(Tag.BodyPartExamined, VR.CS, "CSPINE");
    state.setString(Tag.ContentLabel, VR.CS, LABEL);
    state.setString(Tag.ContentDescription, VR.LO, DESCRIPTION);
    state.setString(Tag.ContentCreatorName, VR.PN, revision.reader().toDicom());
    DerivedSeries.writeDateTime(
        state, Tag.PresentationCreationDate, Tag.PresentationCreationTime, instance.savedAt());
    writeRelationship(state, revision);
    writeDisplayedArea(state, revision.reading());
    writeModalityLut(state, header);
    writeVoiLut(state, header);
    state.setString(
        Tag.PresentationLUTShape,
        VR.CS,
        header.getString(Tag.PhotometricInterpretation, "").equals("MONOCHROME1")
            ? "INVERSE"
            : "IDENTITY");
    AnnotationModule.write(
        state,
        Drawing.of(revision.reading(), revision.filmValues(), catalogue),
        () -> imageReference(revision));
    return state;
  }

  private static void writeRelationship(Attributes state, PrRevision revision) {
    Attributes series = new Attributes(2);
    state.newSequence(Tag.ReferencedSeriesSequence, 1).add(series);
    series.setString(Tag.SeriesInstanceUID, VR.UI, revision.reading().image().seriesInstanceUid());
    series.newSequence(Tag.ReferencedImageSequence, 1).add(imageReference(revision));
  }

  private static Attributes imageReference(PrRevision revision) {
    ImageReference image = revision.reading().image();
    Attributes reference = new Attributes(3);
    reference.setString(Tag.ReferencedSOPClassUID, VR.UI, image.sopClassUid());
    reference.setString(Tag.ReferencedSOPInstanceUID, VR.UI, image.sopInstanceUid());
    if (revision.multiFrame()) {
      reference.setInt(Tag.ReferencedFrameNumber, VR.IS, image.frame());
    }
    return reference;
  }

  /** The whole image. Its corners are pixels counted from 1, unlike all other coordinates. */
  private static void writeDisplayedArea(Attributes state, Reading reading) {
    Attributes area = new Attributes(4);
    state.newSequence(Tag.DisplayedAreaSelectionSequence, 1).add(area);
    area.setInt(Tag.DisplayedAreaTopLeftHandCorner, VR.SL, 1, 1);
    area.setInt(Tag.DisplayedAreaBottomRightHandCorner, VR.SL, reading.columns(), reading.rows());
    area.setString(Tag.PresentationSizeMode, VR.CS, "SCALE TO FIT");
    Scale scale = reading.scale();
    Optional<String[]> spacing = spacing(scale);
    if (spacing.isPresent()) {
      area.setString(Tag.PresentationPixelSpacing, VR.DS, spacing.get());
    } else if (scale.rowSpacing() == scale.columnSpacing()) {
      area.setInt(Tag.PresentationPixelAspectRatio, VR.IS, 1, 1);
    } else {
      area.setInt(
          Tag.PresentationPixelAspectRatio,
          VR.IS,
          (int) Math.round(ASPECT_STEPS * scale.rowSpacing() / scale.columnSpacing()),
          ASPECT_STEPS);
    }
  }

  /** Viewers calibrate themselves with this spacing: it is the one in force or none. */
  private static Optional<String[]> spacing(Scale scale) {
    if (!scale.isCalibrated()) {
      return Optional.empty();
    }
    return Optional.of(
        new String[] {
          DecimalString.of(scale.rowSpacing()), DecimalString.of(scale.columnSpacing())
        });
  }

  private static void writeModalityLut(Attributes state, Attributes header) {
    Sequence lut = header.getSequence(Tag.ModalityLUTSequence);
    if (lut != null && !lut.isEmpty()) {
      copyItems(lut, state.newSequence(Tag.ModalityLUTSequence, 1));
    } else if (header.containsValue(Tag.RescaleSlope)
        && header.containsValue(Tag.RescaleIntercept)) {
      state.setString(Tag.RescaleIntercept, VR.DS, header.getString(Tag.RescaleIntercept));
      state.setString(Tag.RescaleSlope, VR.DS, header.getString(Tag.RescaleSlope));
      state.setString(Tag.RescaleType, VR.LO, header.getString(Tag.RescaleType, "US"));
    }
  }

  private static void writeVoiLut(Attributes state, Attributes header) {
    Sequence lut = header.getSequence(Tag.VOILUTSequence);
    boolean window =
        header.containsValue(Tag.WindowCenter) && header.containsValue(Tag.WindowWidth);
    if (!window && (lut == null || lut.isEmpty())) {
      return;
    }
    Attributes voi = new Attributes(4);
    state.newSequence(Tag.SoftcopyVOILUTSequence, 1).add(voi);
    if (window) {
      voi.setString(Tag.WindowCenter, VR.DS, header.getString(Tag.WindowCenter));
      voi.setString(Tag.WindowWidth, VR.DS, header.getString(Tag.WindowWidth));
      String function = header.getString(Tag.VOILUTFunction, "");
      if (!function.isEmpty()) {
        voi.setString(Tag.VOILUTFunction, VR.CS, function);
      }
    } else if (lut != null) {
      Attributes first = new Attributes(false, lut.get(0).size());
      first.addAll(lut.get(0));
      voi.newSequence(Tag.VOILUTSequence, 1).add(first);
    }
  }

  private static void copyItems(Sequence from, Sequence to) {
    for (Attributes item : from) {
      Attributes copy = new Attributes(false, item.size());
      to.add(copy);
      copy.addAll(item);
    }
  }
}
