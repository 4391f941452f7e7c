package org.cervimark.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.dicom.media.StudyFolder.ReportEntry;
import org.cervimark.image.Radiograph;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.StudyReport;

/**
 * What is saved with a study that is named by a folder, by one of its images, or by a report.
 *
 * @param entries the reports, newest first; never empty
 * @param incomplete whether files could not be read, so that reports may be missing
 */
record SavedReports(List<ReportEntry> entries, boolean incomplete) {

  /**
   * Looks for reports: in a folder and below it, beside an image for those of its study, or at a
   * report itself. Files that cannot be read are told to the console.
   *
   * @throws InputException if the path cannot be read or nothing is saved there
   */
  static SavedReports at(Path path, Catalogue catalogue, Console console) throws InputException {
    try {
      StudyFolder found = StudyFolder.scan(path);
      found.problems().forEach(problem -> console.say(problem.sentence()));
      boolean incomplete = !found.problems().isEmpty();
      List<ReportEntry> entries = found.reports();
      if (entries.isEmpty() && !Files.isDirectory(path) && !found.images().isEmpty()) {
        Radiograph image = found.images().get(0).radiograph();
        StudyFolder around = StudyFolder.scan(folderOf(path));
        around.problems().forEach(problem -> console.say(problem.sentence()));
        incomplete |= !around.problems().isEmpty();
        entries = ofStudy(around.reports(), image, console);
      }
      if (entries.isEmpty()) {
        throw new InputException(console.wording().get("saved.none", path.toString()));
      }
      return new SavedReports(entries, incomplete);
    } catch (DicomException e) {
      throw new InputException(e);
    }
  }

  private static List<ReportEntry> ofStudy(
      List<ReportEntry> reports, Radiograph image, Console console) {
    List<ReportEntry> ofStudy =
        reports.stream()
            .filter(r -> r.report().studyInstanceUid().equals(image.reference().studyInstanceUid()))
            .toList();
    ofStudy.stream()
        .filter(r -> !samePatient(r.report(), image))
        .forEach(r -> console.tell("saved.otherPatient", r.file().toString()));
    return ofStudy.stream().filter(r -> samePatient(r.report(), image)).toList();
  }

  /** The folder in which a file lies. */
  static Path folderOf(Path file) {
    Path folder = file.getParent();
    return folder == null ? Path.of(".") : folder;
  }

  private static boolean samePatient(StudyReport report, Radiograph image) {
    return (report.patient().id().isEmpty() && image.patient().id().isEmpty())
        ? report.patient().name().equals(image.patient().name())
        : report.patient().id().equals(image.patient().id());
  }

  /** How many studies the reports belong to. */
  int studies() {
    Set<String> uids =
        entries.stream().map(e -> e.report().studyInstanceUid()).collect(Collectors.toSet());
    return uids.size();
  }

  /** The exit code that goes with them. */
  int exitCode() {
    return incomplete ? ExitCode.INPUT_FAILED : ExitCode.DONE;
  }
}
