package org.cervimark.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.media.ReportStore;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.dicom.media.StudyFolder.ForeignEntry;
import org.cervimark.dicom.media.StudyFolder.Problem;
import org.cervimark.dicom.media.StudyFolder.ReportEntry;
import org.cervimark.measurement.Catalogue;

/**
 * What is saved with a study that is named by a folder, by one of its images, or by a report.
 *
 * @param entries the reports, newest first
 * @param foreign what other programs marked
 * @param incomplete whether files could not be read, so that reports may be missing
 */
record SavedReports(List<ReportEntry> entries, List<ForeignEntry> foreign, boolean incomplete) {

  /** Where the reader keeps results of media that cannot be written. */
  static final Option STORE = Option.value("--store");

  /** The store that the command line names. */
  static Optional<ReportStore> store(Arguments arguments) throws UsageException {
    return arguments.path(STORE).map(ReportStore::new);
  }

  /**
   * Looks for reports: in a folder and below it, beside an image for those of its study, or at a
   * report itself. Files that cannot be read are told to the console.
   *
   * @param store where the reader keeps results of media that cannot be written
   * @throws InputException if the path cannot be read or nothing is saved there
   */
  static SavedReports at(
      Path path, Optional<ReportStore> store, Catalogue catalogue, Console console)
      throws InputException {
    SavedReports found = look(path, store, catalogue, console);
    if (found.entries.isEmpty()) {
      throw new InputException(console.wording().get("saved.none", path.toString()));
    }
    return found;
  }

  /**
   * Looks for reports and for what other programs marked, in the same places.
   *
   * @param store where the reader keeps results of media that cannot be written
   * @throws InputException if the path cannot be read or neither is there
   */
  static SavedReports withForeignAt(
      Path path, Optional<ReportStore> store, Catalogue catalogue, Console console)
      throws InputException {
    SavedReports found = look(path, store, catalogue, console);
    if (found.entries.isEmpty() && found.foreign.isEmpty()) {
      throw new InputException(console.wording().get("saved.none", path.toString()));
    }
    return found;
  }

  private static SavedReports look(
      Path path, Optional<ReportStore> store, Catalogue catalogue, Console console)
      throws InputException {
    try {
      StudyFolder found = scan(path, store, catalogue);
      if (Files.isDirectory(path)) {
        return of(found.reports(), found.foreign(), found.problems(), console);
      }
      if (!found.problems().isEmpty()) {
        throw new InputException(found.problems().get(0).sentence());
      }
      if (!found.reports().isEmpty() || found.images().isEmpty()) {
        return of(found.reports(), found.foreign(), List.of(), console);
      }
      String study = found.images().get(0).radiograph().reference().studyInstanceUid();
      StudyFolder around = scan(folderOf(path), store, catalogue);
      return of(
          around.reports().stream()
              .filter(e -> e.report().studyInstanceUid().equals(study))
              .toList(),
          around.foreign().stream().filter(e -> e.layer().study().equals(study)).toList(),
          around.problems(),
          console);
    } catch (DicomException e) {
      throw new InputException(e);
    }
  }

  private static StudyFolder scan(Path path, Optional<ReportStore> store, Catalogue catalogue)
      throws DicomException {
    StudyFolder scanned = StudyFolder.scan(path, catalogue);
    return store.isPresent() ? store.get().complete(scanned, catalogue) : scanned;
  }

  private static SavedReports of(
      List<ReportEntry> entries,
      List<ForeignEntry> foreign,
      List<Problem> problems,
      Console console) {
    problems.forEach(problem -> console.say(problem.sentence()));
    return new SavedReports(entries, foreign, !problems.isEmpty());
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
