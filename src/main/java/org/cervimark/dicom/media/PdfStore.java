package org.cervimark.dicom.media;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.DicomMessages;
import org.cervimark.dicom.module.DerivedSeries;
import org.cervimark.dicom.module.Installation;
import org.cervimark.dicom.module.InstallationFile;
import org.cervimark.dicom.pdf.EncapsulatedPdf;
import org.cervimark.dicom.toolkit.DataSetReader;
import org.cervimark.dicom.toolkit.DataSetWriter;
import org.cervimark.dicom.toolkit.Uids;
import org.cervimark.reading.Reading;
import org.cervimark.reading.StoreException;
import org.cervimark.reading.StudyReport;

/** Keeps notes as Encapsulated PDF beside the report that they repeat. */
public final class PdfStore {

  private static final int SERIES = 904;
  private static final int UID_DIGITS = 8;

  private final Path installationFile;
  private final Clock clock;

  /**
   * A store.
   *
   * @param installationFile where the program remembers who it is
   * @param clock tells when something is saved
   */
  public PdfStore(Path installationFile, Clock clock) {
    this.installationFile = installationFile;
    this.clock = clock;
  }

  /**
   * Writes the note of a report as a new object of its study; nothing that exists is changed.
   *
   * @param images where the images lie
   * @param folder where the report lies, and where the object is written
   * @return the file
   * @throws StoreException if it could not be written; the message names file, cause and remedy
   */
  public Path store(Path images, Path folder, StudyReport report, byte[] pdf)
      throws StoreException {
    try {
      SaveConditions.requireWritable(folder);
      Found found = look(List.of(images, folder), report);
      Attributes image =
          found.image.orElseThrow(
              () -> new DicomException(DicomMessages.text("store.no-image", images)));
      Installation installation = InstallationFile.load(installationFile);
      LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
      DerivedSeries series = found.series(installation, now);
      DerivedSeries.Instance instance =
          new DerivedSeries.Instance(
              EncapsulatedPdf.SOP_CLASS_UID,
              Uids.random(),
              found.highest.getOrDefault(series.uid(), 0) + 1,
              now);
      Attributes object =
          EncapsulatedPdf.of(
              pdf,
              image,
              series,
              instance,
              installation,
              "C-spine measurements, revision " + report.revision(),
              found.sources(report));
      String uid = instance.sopInstanceUid();
      Path target =
          folder.resolve(
              String.format(
                  Locale.ROOT,
                  "CerviMark-PDF-%04d-%s.dcm",
                  instance.number(),
                  uid.substring(Math.max(0, uid.length() - UID_DIGITS))));
      DataSetWriter.write(target, object);
      return target;
    } catch (DicomException e) {
      throw new StoreException(String.valueOf(e.getMessage()), e);
    }
  }

  /** What of the study lies in the folder. */
  private static final class Found {
    private Optional<Attributes> image = Optional.empty();
    private Optional<String> reportClass = Optional.empty();
    private final List<Attributes> documents = new ArrayList<>();
    private final Map<String, Integer> highest = new HashMap<>();
    private final Set<Integer> numbers = new HashSet<>();

    /** The series of our documents, or a new one. */
    DerivedSeries series(Installation installation, LocalDateTime now) {
      for (Attributes document : documents) {
        if (installation.serialNumber().equals(document.getString(Tag.DeviceSerialNumber))
            && installation.softwareVersion().equals(document.getString(Tag.SoftwareVersions))) {
          return RevisionPlan.series(document, now);
        }
      }
      int number = SERIES;
      while (numbers.contains(number)) {
        number += 10;
      }
      return new DerivedSeries(Uids.random(), number, now);
    }

    List<EncapsulatedPdf.Source> sources(StudyReport report) {
      List<EncapsulatedPdf.Source> sources = new ArrayList<>();
      reportClass.ifPresent(
          uid -> sources.add(new EncapsulatedPdf.Source(uid, report.documentUid())));
      for (Reading reading : report.readings()) {
        sources.add(
            new EncapsulatedPdf.Source(
                reading.image().sopClassUid(), reading.image().sopInstanceUid()));
      }
      return sources;
    }
  }

  private static Found look(List<Path> folders, StudyReport report) throws DicomException {
    Found found = new Found();
    Set<Path> files = new LinkedHashSet<>();
    for (Path folder : folders) {
      FolderFiles.below(folder)
          .readable()
          .forEach(file -> files.add(file.toAbsolutePath().normalize()));
    }
    for (Path file : files) {
      Attributes header;
      try {
        if (!DataSetReader.looksLikeDicom(file)) {
          continue;
        }
        header = DataSetReader.readHeader(file).dataSet();
      } catch (DicomException e) {
        // Whoever lists the folder tells the user; what cannot be read is of no study.
        continue;
      }
      if (!report.studyInstanceUid().equals(header.getString(Tag.StudyInstanceUID))) {
        continue;
      }
      found.numbers.add(header.getInt(Tag.SeriesNumber, 0));
      if (header.getString(Tag.SOPClassUID, "").equals(EncapsulatedPdf.SOP_CLASS_UID)) {
        found.documents.add(header);
        found.highest.merge(
            header.getString(Tag.SeriesInstanceUID, ""),
            header.getInt(Tag.InstanceNumber, 0),
            Math::max);
      } else if (report.documentUid().equals(header.getString(Tag.SOPInstanceUID))) {
        found.reportClass = Optional.ofNullable(header.getString(Tag.SOPClassUID));
      } else if (header.containsValue(Tag.Rows)
          && found.image.isEmpty()
          && report.patient().id().equals(header.getString(Tag.PatientID, ""))) {
        found.image = Optional.of(header);
      }
    }
    return found;
  }
}
