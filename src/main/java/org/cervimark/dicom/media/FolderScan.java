package org.cervimark.dicom.media;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.DicomMessages;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.dicom.media.StudyFolder.Problem;
import org.cervimark.dicom.media.StudyFolder.ReportEntry;
import org.cervimark.dicom.sr.SrDocument;
import org.cervimark.dicom.sr.SrReader;
import org.cervimark.dicom.toolkit.DataSetReader;
import org.cervimark.dicom.toolkit.DicomFile;
import org.cervimark.dicom.toolkit.Elements;
import org.cervimark.reading.Reading;

/** One look through a folder. */
final class FolderScan {

  /** Images in the order in which they are shown. */
  private static final Comparator<Found> ORDER =
      Comparator.comparing(Found::studyDateTime)
          .thenComparing(found -> found.entry().radiograph().reference().studyInstanceUid())
          .thenComparingInt(Found::seriesNumber)
          .thenComparing(found -> found.entry().radiograph().reference().seriesInstanceUid())
          .thenComparingInt(Found::instanceNumber)
          .thenComparing(found -> found.entry().file());

  private static final Comparator<ReportEntry> NEWEST_FIRST =
      Comparator.comparing((ReportEntry entry) -> entry.report().savedAt())
          .thenComparingInt(entry -> entry.report().revision())
          .reversed()
          .thenComparing(ReportEntry::file);

  /** An image with what its place in the order depends on. */
  private record Found(
      ImageEntry entry, String studyDateTime, int seriesNumber, int instanceNumber) {}

  private final SrReader reader;
  private final List<Found> images = new ArrayList<>();
  private final List<ReportEntry> reports = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  FolderScan(SrReader reader) {
    this.reader = reader;
  }

  StudyFolder of(Path root) throws DicomException {
    if (!Files.exists(root)) {
      throw new DicomException(DicomMessages.text("read.missing", root));
    }
    if (Files.isDirectory(root)) {
      FolderFiles files = FolderFiles.below(root);
      for (Path denied : files.denied()) {
        problems.add(new Problem(denied, DicomMessages.text("read.denied", denied)));
      }
      files.readable().forEach(this::look);
    } else if (isDicom(root)) {
      look(root);
    } else if (problems.isEmpty()) {
      // In a folder other files are to be expected; this one was asked for.
      problems.add(new Problem(root, DicomMessages.text("read.foreign", root)));
    }
    images.sort(ORDER);
    List<ImageEntry> entries = images.stream().map(Found::entry).toList();
    reports.removeIf(report -> isOfAnotherPatient(report, entries));
    reports.sort(NEWEST_FIRST);
    return new StudyFolder(root, entries, reports, problems);
  }

  private void look(Path file) {
    if (!isDicom(file)) {
      return;
    }
    try {
      DicomFile dicom = DataSetReader.readHeader(file);
      Elements elements = new Elements(dicom.dataSet());
      if (elements.has(Tag.Rows)) {
        images.add(
            new Found(
                new ImageEntry(file, DicomImages.header(dicom)),
                elements.text(Tag.StudyDate).orElse("") + elements.text(Tag.StudyTime).orElse(""),
                elements.integer(Tag.SeriesNumber).orElse(Integer.MAX_VALUE),
                elements.integer(Tag.InstanceNumber).orElse(Integer.MAX_VALUE)));
      } else {
        Optional<SrDocument> document = reader.read(dicom);
        if (document.isPresent()) {
          reports.add(new ReportEntry(file, document.get().report()));
          document.get().notices().forEach(notice -> problems.add(new Problem(file, notice)));
        }
      }
    } catch (DicomException e) {
      problems.add(new Problem(file, sentence(file, e)));
    }
  }

  private boolean isDicom(Path file) {
    try {
      return DataSetReader.looksLikeDicom(file);
    } catch (DicomException e) {
      problems.add(new Problem(file, sentence(file, e)));
      return false;
    }
  }

  private boolean isOfAnotherPatient(ReportEntry report, List<ImageEntry> entries) {
    for (Reading reading : report.report().readings()) {
      for (ImageEntry entry : entries) {
        if (entry.radiograph().reference().sopInstanceUid().equals(reading.image().sopInstanceUid())
            && !entry.radiograph().patient().id().equals(report.report().patient().id())) {
          problems.add(
              new Problem(
                  report.file(),
                  DicomMessages.text("report.patient", report.file(), entry.file())));
          return true;
        }
      }
    }
    return false;
  }

  private static String sentence(Path file, DicomException e) {
    return e.getMessage() == null ? DicomMessages.text("read.damaged", file) : e.getMessage();
  }
}
