package org.cervimark.dicom.deidentify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.DicomMessages;
import org.cervimark.dicom.toolkit.DataSetReader;
import org.cervimark.dicom.toolkit.DataSetWriter;
import org.cervimark.dicom.toolkit.DicomFile;
import org.cervimark.dicom.toolkit.ToolkitCall;
import org.cervimark.dicom.toolkit.TransferSyntax;

/**
 * Copies the images, structured reports, presentation states and key object selections of a folder
 * without what says whose they are. Originals are never touched. Nothing is written if a text that
 * would be kept names a person.
 */
public final class Deidentifier {

  private static final String KEY_OBJECTS = "1.2.840.10008.5.1.4.1.1.88.59";
  private static final String REPORTS = "1.2.840.10008.5.1.4.1.1.88.";
  private static final String PRESENTATIONS = "1.2.840.10008.5.1.4.1.1.11.";

  private final ActionTable table = ActionTable.load();
  private final UidMap uids = new UidMap();
  private final Map<String, Case> patients = new HashMap<>();
  private final SecureRandom lot = new SecureRandom();
  private final Identifiers identifiers = new Identifiers();
  private final DateRule dates;
  private final Optional<String> patientId;

  /** What stands for a patient, and what becomes of the patient's dates. */
  private record Case(String id, DateRule dates) {}

  /**
   * An export.
   *
   * @param dates what becomes of dates
   * @param patientId what stands for the Patient ID, if there is one patient only; otherwise
   *     patients are numbered
   */
  public Deidentifier(DateRule dates, Optional<String> patientId) {
    this.dates = dates;
    this.patientId = patientId;
  }

  /**
   * Exports what lies in a file or folder.
   *
   * @param target a folder that does not exist yet or is empty
   * @throws DicomException if something cannot be read or written; what was written before is
   *     complete
   */
  public Deidentified export(Path source, Path target) throws DicomException {
    requireEmpty(target);
    List<Path> passedOver = new ArrayList<>();
    List<Path> objects = new ArrayList<>();
    for (Path file : files(source)) {
      (isExported(file) ? objects : passedOver).add(file);
    }
    if (objects.isEmpty()) {
      throw new DicomException(DicomMessages.text("deidentify.nothing", source));
    }
    for (Path file : objects) {
      Attributes header = DataSetReader.readHeader(file).dataSet();
      ToolkitCall.reading(
          file,
          () -> {
            identifiers.add(header);
            return header;
          });
    }
    List<Deidentified.Place> places = new ArrayList<>();
    for (Path file : objects) {
      Attributes header = DataSetReader.readHeader(file).dataSet();
      ToolkitCall.reading(
          file,
          () -> {
            cleaner(header, new Removals()).clean(header);
            identifiers.foundIn(header).forEach(a -> places.add(new Deidentified.Place(file, a)));
            return places;
          });
    }
    if (!places.isEmpty()) {
      return new Deidentified.Stopped(places);
    }
    List<Deidentified.FileReport> written = new ArrayList<>();
    for (Path file : objects) {
      written.add(write(file, target, written.size() + 1));
    }
    return new Deidentified.Exported(written, passedOver, identifiers.count(), uids.size());
  }

  private Deidentified.FileReport write(Path file, Path target, int number) throws DicomException {
    DicomFile dicom = DataSetReader.readWhole(file);
    return ToolkitCall.reading(file, () -> write(dicom, target, number));
  }

  private Deidentified.FileReport write(DicomFile dicom, Path target, int number)
      throws DicomException {
    Path file = dicom.path();
    Attributes object = dicom.dataSet();
    boolean pixels = object.contains(Tag.PixelData);
    boolean mayShow = pixels && !object.getString(Tag.BurnedInAnnotation, "").equals("NO");
    TransferSyntax syntax =
        TransferSyntax.of(dicom.transferSyntaxUid())
            .orElseThrow(() -> new DicomException(DicomMessages.text("read.damaged", file)));
    Removals removals = new Removals();
    cleaner(object, removals).clean(object);
    String modality = object.getString(Tag.Modality, "").replaceAll("[^A-Z]", "");
    Path copy =
        target.resolve(
            String.format(
                Locale.ROOT, "%s-%04d.dcm", modality.isEmpty() ? "XX" : modality, number));
    DataSetWriter.write(copy, object, syntax);
    return new Deidentified.FileReport(file, copy, removals.counts(), mayShow);
  }

  private ObjectCleaner cleaner(Attributes header, Removals removals) {
    String key = header.getString(Tag.PatientID, "") + "\n" + header.getString(Tag.PatientName, "");
    Case patient =
        patients.computeIfAbsent(
            key,
            k ->
                new Case(
                    patientId
                        .filter(id -> patients.isEmpty())
                        .orElse(String.format(Locale.ROOT, "CASE%04d", patients.size() + 1)),
                    dates.forPatient(lot)));
    return new ObjectCleaner(table, uids, patient.dates(), patient.id(), removals);
  }

  private static boolean isExported(Path file) throws DicomException {
    if (!DataSetReader.looksLikeDicom(file)) {
      return false;
    }
    try {
      Attributes header = DataSetReader.readHeader(file).dataSet();
      return ToolkitCall.reading(file, () -> isExported(header));
    } catch (DicomException e) {
      return false;
    }
  }

  private static boolean isExported(Attributes header) {
    String sopClass = header.getString(Tag.SOPClassUID, "");
    return header.containsValue(Tag.SOPInstanceUID)
        && (header.containsValue(Tag.Rows)
            || sopClass.equals(KEY_OBJECTS)
            || sopClass.startsWith(REPORTS)
            || sopClass.startsWith(PRESENTATIONS));
  }

  private static List<Path> files(Path source) throws DicomException {
    try (Stream<Path> files = Files.walk(source)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new DicomException(DicomMessages.text("read.missing", source), e);
    }
  }

  private static void requireEmpty(Path target) throws DicomException {
    try {
      Files.createDirectories(target);
      try (Stream<Path> files = Files.list(target)) {
        if (files.findAny().isPresent()) {
          throw new DicomException(DicomMessages.text("deidentify.not-empty", target));
        }
      }
    } catch (IOException e) {
      throw new DicomException(DicomMessages.text("write.denied", target.resolve("*")), e);
    }
  }
}
