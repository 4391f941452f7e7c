package org.cervimark.dicom.media;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.DicomMessages;
import org.cervimark.dicom.media.FileLook.Found;
import org.cervimark.dicom.media.StudyFolder.ForeignEntry;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.dicom.media.StudyFolder.Problem;
import org.cervimark.dicom.media.StudyFolder.ReportEntry;
import org.cervimark.dicom.sr.SrReader;
import org.cervimark.reading.Reading;

/** One look through a folder, or through what a DICOMDIR lists. */
final class FolderScan {

  /** Images in the order in which they are shown. */
  private static final Comparator<Found> ORDER =
      Comparator.comparing(Found::studyDateTime)
          .thenComparing(found -> found.entry().radiograph().reference().studyInstanceUid())
          .thenComparingInt(found -> found.entry().series().number().orElse(Integer.MAX_VALUE))
          .thenComparing(found -> found.entry().radiograph().reference().seriesInstanceUid())
          .thenComparingInt(found -> found.entry().instanceNumber().orElse(Integer.MAX_VALUE))
          .thenComparing(found -> found.entry().file());

  static final Comparator<ReportEntry> NEWEST_FIRST =
      Comparator.comparing((ReportEntry entry) -> entry.report().savedAt())
          .thenComparingInt(entry -> entry.report().revision())
          .reversed()
          .thenComparing(ReportEntry::file);

  /** Our own objects are in no directory of a medium that is older than they are. */
  private static final String OURS = "CerviMark-";

  private final FileLook look;
  private final ScanWatch watch;
  private final List<Found> images = new ArrayList<>();
  private final List<ReportEntry> reports = new ArrayList<>();
  private final List<ForeignEntry> foreign = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  FolderScan(SrReader reader, ScanWatch watch) {
    this.look = new FileLook(reader);
    this.watch = watch;
  }

  StudyFolder of(Path root) throws DicomException, ScanCancelledException {
    if (!Files.exists(root)) {
      throw new DicomException(DicomMessages.text("read.missing", root));
    }
    if (Files.isDirectory(root)) {
      lookAt(filesBelow(root));
    } else if (MediaDirectory.isNamedSo(root)) {
      lookAt(listedBy(root));
    } else {
      lookAt(List.of(root));
      if (images.isEmpty() && problems.isEmpty() && !look.isDicom(root)) {
        // In a folder other files are to be expected; this one was asked for.
        problems.add(new Problem(root, DicomMessages.text("read.foreign", root)));
      }
    }
    images.sort(ORDER);
    List<ImageEntry> entries = images.stream().map(Found::entry).toList();
    reports.removeIf(report -> isOfAnotherPatient(report, entries));
    reports.sort(NEWEST_FIRST);
    return new StudyFolder(root, entries, reports, foreign, problems);
  }

  private List<Path> filesBelow(Path folder) throws DicomException, ScanCancelledException {
    FolderFiles files = FolderFiles.below(folder, watch);
    for (Path denied : files.denied()) {
      problems.add(new Problem(denied, DicomMessages.text("read.denied", denied)));
    }
    return files.readable();
  }

  /** What a DICOMDIR lists; where it is broken, all that lies beside and below it. */
  private List<Path> listedBy(Path file) throws DicomException, ScanCancelledException {
    Path folder = file.toAbsolutePath().getParent();
    Path root = file.isAbsolute() || file.getParent() != null ? file.getParent() : Path.of("");
    if (folder == null || root == null) {
      throw new DicomException(DicomMessages.text("read.missing", file));
    }
    try {
      MediaDirectory directory = MediaDirectory.read(file);
      if (directory.missing() == 0) {
        Set<Path> listed = new LinkedHashSet<>(directory.files());
        filesBelow(folder).stream()
            .filter(f -> String.valueOf(f.getFileName()).startsWith(OURS))
            .forEach(listed::add);
        return new ArrayList<>(listed);
      }
      problems.add(
          new Problem(
              file,
              DicomMessages.text(
                  "directory.missing",
                  file,
                  directory.missing(),
                  directory.missing() + directory.files().size())));
    } catch (DicomException e) {
      problems.add(
          new Problem(file, DicomMessages.text("directory.broken", FileLook.sentence(file, e))));
    }
    List<Path> all = new ArrayList<>(filesBelow(folder));
    all.removeIf(MediaDirectory::isNamedSo);
    return all;
  }

  private void lookAt(List<Path> files) throws ScanCancelledException {
    for (FileLook.Finding finding : look.all(files, watch)) {
      finding.image().ifPresent(images::add);
      finding.report().ifPresent(reports::add);
      finding.foreign().ifPresent(foreign::add);
      problems.addAll(finding.problems());
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
}
