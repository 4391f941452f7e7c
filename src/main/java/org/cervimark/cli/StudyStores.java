package org.cervimark.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.cervimark.dicom.media.FolderStore;
import org.cervimark.dicom.media.ReportStore;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.StudyReport;

/** The one study that a path names, and the store beside it in which it is continued. */
record StudyStores(FolderStore store, StudyReport newest) {

  /**
   * Finds the study that is saved at a path; its next revision is written beside the newest one.
   *
   * @param kept where the reader keeps results of media that cannot be written
   * @throws InputException if nothing is saved there, or several studies are
   */
  static StudyStores at(
      Path path,
      Optional<ReportStore> kept,
      Catalogue catalogue,
      Path installationFile,
      Console console)
      throws InputException {
    SavedReports saved = SavedReports.at(path, kept, catalogue, console);
    if (saved.studies() > 1) {
      throw new InputException(console.wording().get("study.several", path.toString()));
    }
    Path images = Files.isDirectory(path) ? path : SavedReports.folderOf(path);
    Path target = SavedReports.folderOf(saved.entries().get(0).file());
    return new StudyStores(
        new FolderStore(
            images, target, catalogue, installationFile, Clock.system(ZoneId.systemDefault())),
        saved.entries().get(0).report());
  }

  /** The study. */
  String studyInstanceUid() {
    return newest.studyInstanceUid();
  }
}
