package org.cervimark.dicom.media;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.sr.SrDocument;
import org.cervimark.dicom.sr.SrReader;
import org.cervimark.dicom.toolkit.DataSetReader;
import org.cervimark.dicom.toolkit.DicomFile;
import org.cervimark.dicom.toolkit.Elements;
import org.cervimark.dicom.toolkit.ToolkitCall;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.StudyReport;

/**
 * One file among many: a report of ours, an image, or something else.
 *
 * @param report what it says, if it is a report of ours
 * @param image its SOP Instance UID, if it is an image
 * @param imageStudy its Study Instance UID, if it is an image
 * @param notices sentences on what in it contradicts itself
 */
public record StudyFile(
    Optional<StudyReport> report,
    Optional<String> image,
    Optional<String> imageStudy,
    List<String> notices) {

  private static final StudyFile OTHER =
      new StudyFile(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  /** Copies the list. */
  public StudyFile {
    notices = List.copyOf(notices);
  }

  /**
   * Reads a file as far as it takes to know what it is, and all of a report of ours.
   *
   * @param catalogue knows the codes of landmarks and measurements
   * @throws DicomException if it is a DICOM file and damaged
   */
  public static StudyFile read(Path file, Catalogue catalogue) throws DicomException {
    return ToolkitCall.reading(file, () -> look(file, catalogue));
  }

  private static StudyFile look(Path file, Catalogue catalogue) throws DicomException {
    SrReader reader = new SrReader(catalogue);
    Optional<SrReader.Said> said = reader.readReport(file);
    if (said.isPresent()) {
      return of(said.get().report(), said.get().notices());
    }
    if (!DataSetReader.looksLikeDicom(file)) {
      return OTHER;
    }
    DicomFile dicom = DataSetReader.readHeader(file);
    Elements elements = new Elements(dicom.dataSet());
    if (elements.has(Tag.Rows)) {
      return new StudyFile(
          Optional.empty(),
          elements.text(Tag.SOPInstanceUID),
          elements.text(Tag.StudyInstanceUID),
          List.of());
    }
    Optional<SrDocument> document = reader.read(dicom);
    return document.isEmpty() ? OTHER : of(document.get().report(), document.get().notices());
  }

  private static StudyFile of(StudyReport report, List<String> notices) {
    return new StudyFile(Optional.of(report), Optional.empty(), Optional.empty(), notices);
  }
}
