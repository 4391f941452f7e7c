package org.cervimark.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.dicom.media.StudyFolder.Problem;
import org.cervimark.dicom.media.StudyFolder.ReportEntry;
import org.cervimark.measurement.Catalogue;

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
      if (Files.isDirectory(path)) {
        return of(path, found.reports(), found.problems(), console);
      }
      if (!found.problems().isEmpty()) {
        throw new InputException(found.problems().get(0).sentence());
      }
      if (!found.reports().isEmpty() || found.images().isEmpty()) {
        return of(path, found.reports(), List.of(), console);
      }
      String study = found.images().get(0).radiograph().reference().studyInstanceUid();
      StudyFolder around = StudyFolder.scan(folderOf(path));
      return of(
          path,
          around.reports().stream()
              .filter(e -> e.report().studyInstanceUid().equals(study))
              .toList(),
          around.problems(),
          console);
    } catch (DicomException e) {
      throw new InputException(e);
    }
  }

  private static SavedReports of(
      Path path, List<ReportEntry> entries, List<Problem> problems, Console console)
      throws InputException {
    problems.forEach(problem -> console.say(problem.sentence()));
    if (entries.isEmpty()) {
      throw new InputException(console.wording().get("saved.none", path.toString()));
    }
    return new SavedReports(entries, !problems.isEmpty());
  }

  /** The folder in which a file lies. */
  static Path folderOf(Path file) {
    Path folder = file.getParent();
    return folder == null ? Path.of(".") : folder;
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
