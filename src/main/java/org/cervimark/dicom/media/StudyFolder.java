package org.cervimark.dicom.media;

import java.nio.file.Path;
import java.util.List;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.sr.SrReader;
import org.cervimark.image.Radiograph;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.StudyReport;

/**
 * What lies in a file or folder: images, our own structured reports, and files that could not be
 * read. Other DICOM objects and files that are not DICOM are passed over.
 *
 * @param root the file or folder that was scanned
 * @param images the images, ordered by study date, series and instance number
 * @param reports our reports, newest first
 * @param problems the files that could not be read
 */
public record StudyFolder(
    Path root, List<ImageEntry> images, List<ReportEntry> reports, List<Problem> problems) {

  /**
   * An image file.
   *
   * @param file where it lies
   * @param radiograph what its header says
   */
  public record ImageEntry(Path file, Radiograph radiograph) {}

  /**
   * A structured report of ours.
   *
   * @param file where it lies
   * @param report what it says
   */
  public record ReportEntry(Path file, StudyReport report) {}

  /**
   * A file that could not be read.
   *
   * @param file where it lies
   * @param sentence file, cause and remedy for people
   */
  public record Problem(Path file, String sentence) {}

  /** Copies the lists. */
  public StudyFolder {
    images = List.copyOf(images);
    reports = List.copyOf(reports);
    problems = List.copyOf(problems);
  }

  /**
   * Looks at a file, or at all files of a folder and the folders below it, with the catalogue that
   * comes with the program.
   *
   * @throws DicomException if there is no such file or folder, or it cannot be listed
   */
  public static StudyFolder scan(Path root) throws DicomException {
    return scan(root, Catalogue.builtIn());
  }

  /**
   * Looks at a file, or at all files of a folder and the folders below it. A file that cannot be
   * read becomes a problem and hides nothing else; so does a report on one of the images that names
   * another patient.
   *
   * @param catalogue knows the codes of landmarks and measurements in reports
   * @throws DicomException if there is no such file or folder, or it cannot be listed
   */
  public static StudyFolder scan(Path root, Catalogue catalogue) throws DicomException {
    return new FolderScan(new SrReader(catalogue)).of(root);
  }
}
