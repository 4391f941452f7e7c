package org.cervimark.dicom.pdf;

import java.util.Arrays;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.dicom.module.DerivedSeries;
import org.cervimark.dicom.module.Installation;
import org.cervimark.dicom.module.PatientStudyModules;
import org.cervimark.terminology.Code;

/**
 * A PDF as a DICOM object of its study. It repeats what a structured report says, for people, and
 * never replaces it.
 */
public final class EncapsulatedPdf {

  /** Encapsulated PDF Storage. */
  public static final String SOP_CLASS_UID = "1.2.840.10008.5.1.4.1.1.104.1";

  private static final String SERIES_DESCRIPTION = "C-spine measurements (PDF)";
  private static final Code X_RAY_REPORT = new Code("18782-3", "LN", "X-Ray Report");

  /** (0042,0015), younger than the toolkit's dictionary. */
  private static final int DOCUMENT_LENGTH = 0x00420015;

  /**
   * An object that the PDF was made from.
   *
   * @param sopClassUid its SOP Class UID
   * @param sopInstanceUid its SOP Instance UID
   */
  public record Source(String sopClassUid, String sopInstanceUid) {}

  private EncapsulatedPdf() {}

  /**
   * The object.
   *
   * @param image header of an image of the study
   * @param series the series of such objects
   * @param instance which object of the series it is
   * @param title Document Title, ASCII, without patient data
   * @param sources the report and the images
   */
  public static Attributes of(
      byte[] pdf,
      Attributes image,
      DerivedSeries series,
      DerivedSeries.Instance instance,
      Installation installation,
      String title,
      List<Source> sources) {
    Attributes object = PatientStudyModules.beginObject(image);
    series.writeTo(object, "DOC", SERIES_DESCRIPTION, instance, installation);
    object.setString(Tag.ConversionType, VR.CS, "WSD");
    DerivedSeries.writeDateTime(object, Tag.ContentDate, Tag.ContentTime, instance.savedAt());
    object.setNull(Tag.AcquisitionDateTime, VR.DT);
    // Name and number of the patient may stand in it.
    object.setString(Tag.BurnedInAnnotation, VR.CS, "YES");
    Sequence made = object.newSequence(Tag.SourceInstanceSequence, sources.size());
    for (Source source : sources) {
      Attributes item = new Attributes(2);
      item.setString(Tag.ReferencedSOPClassUID, VR.UI, source.sopClassUid());
      item.setString(Tag.ReferencedSOPInstanceUID, VR.UI, source.sopInstanceUid());
      made.add(item);
    }
    object.setString(Tag.DocumentTitle, VR.ST, title);
    Attributes name = new Attributes(3);
    name.setString(Tag.CodeValue, VR.SH, X_RAY_REPORT.value());
    name.setString(Tag.CodingSchemeDesignator, VR.SH, X_RAY_REPORT.scheme());
    name.setString(Tag.CodeMeaning, VR.LO, X_RAY_REPORT.meaning());
    object.newSequence(Tag.ConceptNameCodeSequence, 1).add(name);
    object.setString(Tag.MIMETypeOfEncapsulatedDocument, VR.LO, "application/pdf");
    object.setBytes(
        Tag.EncapsulatedDocument, VR.OB, Arrays.copyOf(pdf, pdf.length + pdf.length % 2));
    object.setInt(DOCUMENT_LENGTH, VR.UL, pdf.length);
    return object;
  }
}
