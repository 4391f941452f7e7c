package org.cervimark.dicom.media;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.DicomMessages;
import org.cervimark.dicom.sr.SrDocument;
import org.cervimark.dicom.toolkit.DicomFile;
import org.cervimark.image.CalibrationObject;
import org.cervimark.image.Patient;
import org.cervimark.image.PersonName;
import org.cervimark.image.Scale;
import org.cervimark.image.ScaleSource;
import org.cervimark.reading.FreeMark;
import org.cervimark.reading.Reading;
import org.cervimark.reading.RevisionDraft;
import org.cervimark.reading.StudyRemarks;
import org.cervimark.reading.TimePoint;

/** What must hold before anything is written. Each refusal is one sentence with a remedy. */
final class SaveConditions {

  private SaveConditions() {}

  /** Nothing is begun that cannot be finished. */
  static void requireWritable(Path target) throws DicomException {
    if (!Files.isDirectory(target)) {
      throw refused("store.no-folder", target);
    }
    if (!Files.isWritable(target)) {
      throw refused("store.unwritable", target);
    }
  }

  /**
   * What of a draft may be saved: readings of images that are at hand, without traces of the
   * patient.
   *
   * @param images where the images were looked for
   */
  static RevisionDraft requireSaveable(RevisionDraft draft, StudyIndex index, Path images)
      throws DicomException {
    List<Reading> readings = new ArrayList<>();
    for (Reading reading : draft.readings()) {
      DicomFile image =
          index
              .image(reading.image().sopInstanceUid())
              .orElseThrow(() -> refused("store.no-image", images));
      requireSameImage(reading, image);
      readings.add(withoutPatientTraces(reading, image));
      PatientTraces traces = new PatientTraces(image.dataSet());
      requireNoTraces(reading.marks().stream().map(FreeMark::text), traces, image);
    }
    if (draft.remarks().isPresent() && index.anyImage().isPresent()) {
      StudyRemarks remarks = draft.remarks().get();
      DicomFile image = index.anyImage().get();
      Stream<String> texts =
          Stream.of(
                  remarks.findings().stream(),
                  remarks.plan().stream(),
                  remarks.timePoint().map(TimePoint::label).stream())
              .flatMap(s -> s);
      requireNoTraces(texts, new PatientTraces(image.dataSet()), image);
    }
    return new RevisionDraft(draft.studyInstanceUid(), readings, draft.remarks(), draft.base());
  }

  private static void requireNoTraces(Stream<String> texts, PatientTraces traces, DicomFile image)
      throws DicomException {
    if (texts.anyMatch(traces::areIn)) {
      throw refused("store.patient-in-text", image.path());
    }
  }

  /** The file must hold the very pixels that were read. */
  static void requireSameImage(Reading reading, DicomFile image) throws DicomException {
    Attributes header = image.dataSet();
    if (header.getInt(Tag.Columns, 0) != reading.columns()
        || header.getInt(Tag.Rows, 0) != reading.rows()) {
      throw refused("store.matrix", image.path());
    }
    if (!header.getString(Tag.SOPClassUID, "").equals(reading.image().sopClassUid())
        || !header.getString(Tag.SeriesInstanceUID, "").equals(reading.image().seriesInstanceUid())
        || reading.image().frame() > Math.max(1, header.getInt(Tag.NumberOfFrames, 1))) {
      throw refused("store.other-image", image.path());
    }
  }

  /** The next revision must neither mix patients nor lose an image that cannot be read. */
  static void requireContinuable(SrDocument predecessor, DicomFile image) throws DicomException {
    Attributes header = image.dataSet();
    Patient patient = predecessor.report().patient();
    String id = header.getString(Tag.PatientID, "");
    boolean same =
        (id.isEmpty() && patient.id().isEmpty())
            ? patient.name().equals(PersonName.parse(header.getString(Tag.PatientName, "")))
            : patient.id().equals(id);
    if (!same) {
      throw refused("store.other-patient", image.path());
    }
    if (!predecessor.isContinuable()) {
      throw refused("store.unknown-image", image.path());
    }
  }

  /**
   * A reading whose remark on the scale does not name the patient. A remark that comes from the
   * header stays there and is left out; one that the reader wrote is refused.
   */
  static Reading withoutPatientTraces(Reading reading, DicomFile image) throws DicomException {
    PatientTraces traces = new PatientTraces(image.dataSet());
    Scale scale = reading.scale();
    if (scale
        .note()
        .or(() -> scale.object().map(CalibrationObject::description))
        .filter(traces::areIn)
        .isEmpty()) {
      return reading;
    }
    if (scale.source() == ScaleSource.READER_OBJECT) {
      throw refused("store.patient-in-note", image.path());
    }
    return reading.withScale(
        new Scale(scale.columnSpacing(), scale.rowSpacing(), scale.source(), Optional.empty()));
  }

  /**
   * A name with a single component is written with a caret behind it, or it is of a retired form.
   */
  static PersonName named(PersonName reader, Path target) throws DicomException {
    String alphabetic = reader.alphabetic();
    if (reader.toDicom().isBlank()) {
      throw refused("store.no-reader", target);
    }
    return alphabetic.isEmpty() || alphabetic.indexOf('^') >= 0
        ? reader
        : new PersonName(alphabetic + "^", reader.ideographic(), reader.phonetic());
  }

  private static DicomException refused(String key, Path path) {
    return new DicomException(DicomMessages.text(key, path));
  }
}
