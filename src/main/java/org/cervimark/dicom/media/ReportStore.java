package org.cervimark.dicom.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.DicomMessages;
import org.cervimark.measurement.Catalogue;

/**
 * A folder that a user chose for the results of images that lie where nothing can be written: on a
 * disc, on a medium of another house. It has a folder for each study, named by its Study Instance
 * UID, so that they are found again when the same study is opened.
 *
 * @param root the folder
 */
public record ReportStore(Path root) {

  private static final Pattern UID = Pattern.compile("[0-9]+(\\.[0-9]+)*");
  private static final int UID_MOST = 64;

  /**
   * The folder of a study, whether it exists or not.
   *
   * @throws DicomException if the study has no UID that could name a folder
   */
  public Path folderOf(String studyInstanceUid) throws DicomException {
    if (studyInstanceUid.length() > UID_MOST || !UID.matcher(studyInstanceUid).matches()) {
      throw new DicomException(DicomMessages.text("store.study-uid", root));
    }
    return root.resolve(studyInstanceUid);
  }

  /**
   * The folder of a study, made if it is not there.
   *
   * @throws DicomException if it cannot be made, or the study has no UID that could name a folder
   */
  public Path makeFolderOf(String studyInstanceUid) throws DicomException {
    Path folder = folderOf(studyInstanceUid);
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new DicomException(DicomMessages.text("store.unwritable", root), e);
    }
  }

  /**
   * What was scanned elsewhere, with the reports that are kept here of its studies.
   *
   * @throws DicomException if a study's folder cannot be listed
   */
  public StudyFolder complete(StudyFolder scanned, Catalogue catalogue) throws DicomException {
    Set<String> studies = new LinkedHashSet<>();
    scanned.images().forEach(i -> studies.add(i.radiograph().reference().studyInstanceUid()));
    List<StudyFolder.ReportEntry> reports = new ArrayList<>(scanned.reports());
    List<StudyFolder.Problem> problems = new ArrayList<>(scanned.problems());
    for (String study : studies) {
      if (UID.matcher(study).matches() && Files.isDirectory(folderOf(study))) {
        StudyFolder kept = StudyFolder.scan(folderOf(study), catalogue);
        for (StudyFolder.ReportEntry entry : kept.reports()) {
          boolean known =
              reports.stream()
                  .anyMatch(r -> r.report().documentUid().equals(entry.report().documentUid()));
          if (!known && entry.report().studyInstanceUid().equals(study)) {
            reports.add(entry);
          }
        }
        problems.addAll(kept.problems());
      }
    }
    reports.sort(FolderScan.NEWEST_FIRST);
    return new StudyFolder(scanned.root(), scanned.images(), reports, scanned.foreign(), problems);
  }
}
