package org.cervimark.dicom.media;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.module.Installation;
import org.cervimark.dicom.pr.PrWriter;
import org.cervimark.dicom.sr.KeyObjectWriter;
import org.cervimark.dicom.sr.SrDocument;
import org.cervimark.dicom.sr.SrReader;
import org.cervimark.dicom.toolkit.DataSetReader;
import org.cervimark.dicom.toolkit.DicomFile;
import org.cervimark.dicom.toolkit.ToolkitCall;
import org.cervimark.reading.StudyReport;

/** What lies in some folders of one study: its images, our reports and our presentation states. */
final class StudyIndex {

  /**
   * A series of presentation states or key objects as far as it lies in the folders.
   *
   * @param first the header of one of its objects
   * @param highestInstance the highest Instance Number
   */
  record OwnSeries(Attributes first, int highestInstance) {

    /** Whether this version of an installation wrote it. */
    boolean isBy(Installation installation) {
      return Installation.MANUFACTURER.equals(first.getString(Tag.Manufacturer))
          && installation.serialNumber().equals(first.getString(Tag.DeviceSerialNumber))
          && installation.softwareVersion().equals(first.getString(Tag.SoftwareVersions));
    }
  }

  private final String studyUid;
  private final SrReader reader;
  private final Map<String, DicomFile> images = new LinkedHashMap<>();
  private final Map<String, SrDocument> reports = new LinkedHashMap<>();
  private final Map<String, OwnSeries> presentations = new HashMap<>();
  private final Map<String, OwnSeries> keyObjects = new HashMap<>();
  private final Set<Integer> seriesNumbers = new HashSet<>();
  private final List<DicomException> damagedReports = new ArrayList<>();

  private StudyIndex(String studyUid, SrReader reader) {
    this.studyUid = studyUid;
    this.reader = reader;
  }

  /**
   * Looks through files and folders and all folders below them. Files that are not DICOM or cannot
   * be read are passed over.
   *
   * @throws DicomException if a folder cannot be listed
   */
  static StudyIndex of(Collection<Path> roots, String studyUid, SrReader reader)
      throws DicomException {
    StudyIndex index = new StudyIndex(studyUid, reader);
    Set<Path> files = new LinkedHashSet<>();
    for (Path root : roots) {
      FolderFiles.below(root)
          .readable()
          .forEach(file -> files.add(file.toAbsolutePath().normalize()));
    }
    files.forEach(index::look);
    return index;
  }

  private void look(Path path) {
    try {
      if (DataSetReader.looksLikeDicom(path)) {
        DicomFile file = DataSetReader.readHeader(path);
        ToolkitCall.reading(
            path,
            () -> {
              take(file);
              return file;
            });
      }
    } catch (DicomException e) {
      // Whoever lists the folder tells the user; what cannot be read is of no study.
      return;
    }
  }

  private void take(DicomFile file) {
    Attributes header = file.dataSet();
    if (!studyUid.equals(header.getString(Tag.StudyInstanceUID))) {
      return;
    }
    seriesNumbers.add(header.getInt(Tag.SeriesNumber, 0));
    String instance = header.getString(Tag.SOPInstanceUID, "");
    if (header.getString(Tag.SOPClassUID, "").equals(PrWriter.SOP_CLASS_UID)) {
      note(header, presentations);
    } else if (header.getString(Tag.SOPClassUID, "").equals(KeyObjectWriter.SOP_CLASS_UID)) {
      note(header, keyObjects);
    } else if (header.containsValue(Tag.Rows)) {
      images.putIfAbsent(instance, file);
    } else {
      try {
        reader.read(file).ifPresent(document -> reports.putIfAbsent(instance, document));
      } catch (DicomException e) {
        damagedReports.add(e);
      }
    }
  }

  private static void note(Attributes header, Map<String, OwnSeries> series) {
    series.merge(
        header.getString(Tag.SeriesInstanceUID, ""),
        new OwnSeries(header, header.getInt(Tag.InstanceNumber, 0)),
        (one, other) ->
            new OwnSeries(one.first(), Math.max(one.highestInstance(), other.highestInstance())));
  }

  /** The file of an image. */
  Optional<DicomFile> image(String sopInstanceUid) {
    return Optional.ofNullable(images.get(sopInstanceUid));
  }

  /** The file of some image of the study. */
  Optional<DicomFile> anyImage() {
    return images.values().stream().findFirst();
  }

  /** The report with this SOP Instance UID. */
  Optional<SrDocument> report(String sopInstanceUid) {
    return Optional.ofNullable(reports.get(sopInstanceUid));
  }

  /** Our presentation states of a series. */
  Optional<OwnSeries> presentations(String seriesUid) {
    return Optional.ofNullable(presentations.get(seriesUid));
  }

  /** The series of presentation states that an installation has begun. */
  Optional<OwnSeries> presentations(Installation installation) {
    return presentations.values().stream().filter(s -> s.isBy(installation)).findFirst();
  }

  /** The series of key objects that an installation has begun. */
  Optional<OwnSeries> keyObjects(Installation installation) {
    return keyObjects.values().stream().filter(s -> s.isBy(installation)).findFirst();
  }

  /** Reports of ours that could not be read. */
  List<DicomException> damagedReports() {
    return damagedReports;
  }

  /** The first of the numbers start, start + 10, start + 20 ... that no series of the study has. */
  int freeSeriesNumber(int start) {
    int number = start;
    while (seriesNumbers.contains(number)) {
      number += 10;
    }
    return number;
  }

  /** The highest revision number of a lineage, 0 if there is none. */
  int highestRevision(String lineage) {
    return reports.values().stream()
        .map(SrDocument::report)
        .filter(r -> r.lineage().equals(lineage))
        .mapToInt(StudyReport::revision)
        .max()
        .orElse(0);
  }

  /** The reports that no other one replaces, newest first. More than one if lineages forked. */
  List<SrDocument> heads() {
    Set<String> replaced = new HashSet<>();
    reports.values().forEach(r -> replaced.addAll(r.predecessors()));
    return reports.values().stream()
        .filter(r -> !replaced.contains(r.report().documentUid()))
        .sorted(newestFirst())
        .toList();
  }

  /** All reports, newest first, and none before one that replaces it, whatever the clocks said. */
  List<SrDocument> newestFirstReports() {
    List<SrDocument> remaining = new ArrayList<>(reports.values());
    remaining.sort(newestFirst());
    List<SrDocument> ordered = new ArrayList<>();
    while (!remaining.isEmpty()) {
      Set<String> replaced = new HashSet<>();
      remaining.forEach(r -> replaced.addAll(r.predecessors()));
      SrDocument next =
          remaining.stream()
              .filter(r -> !replaced.contains(r.report().documentUid()))
              .findFirst()
              .orElse(remaining.get(0));
      remaining.remove(next);
      ordered.add(next);
    }
    return ordered;
  }

  private static Comparator<SrDocument> newestFirst() {
    return Comparator.comparing((SrDocument d) -> d.report().savedAt())
        .thenComparing(d -> d.report().revision())
        .reversed();
  }
}
