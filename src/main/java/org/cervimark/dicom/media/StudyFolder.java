package org.cervimark.dicom.media;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.sr.SrReader;
import org.cervimark.image.Radiograph;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.ForeignLayer;
import org.cervimark.reading.StudyReport;

/**
 * What lies in a file or folder: images, our own structured reports, marks of other programs, and
 * files that could not be read. Other DICOM objects and files that are not DICOM are passed over.
 *
 * @param root the file or folder that was scanned
 * @param images the images, ordered by study date, series and instance number
 * @param reports our reports, newest first
 * @param foreign structured reports and presentation states of other programs
 * @param problems the files that could not be read
 */
public record StudyFolder(
    Path root,
    List<ImageEntry> images,
    List<ReportEntry> reports,
    List<ForeignEntry> foreign,
    List<Problem> problems) {

  /**
   * An image file.
   *
   * @param file where it lies
   * @param radiograph what its header says, of frame 1
   * @param series the series it belongs to
   * @param instanceNumber Instance Number (0020,0013)
   */
  public record ImageEntry(
      Path file, Radiograph radiograph, SeriesFacts series, OptionalInt instanceNumber) {}

  /**
   * What an image says of its series.
   *
   * @param number Series Number (0020,0011)
   * @param description Series Description (0008,103E), empty if it has none
   */
  public record SeriesFacts(OptionalInt number, String description) {}

  /**
   * A structured report of ours.
   *
   * @param file where it lies
   * @param report what it says
   */
  public record ReportEntry(Path file, StudyReport report) {}

  /**
   * A structured report or presentation state of another program.
   *
   * @param file where it lies
   * @param layer what it marks
   */
  public record ForeignEntry(Path file, ForeignLayer layer) {}

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
    foreign = List.copyOf(foreign);
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
    return scan(root, catalogue, ScanWatch.NONE)
        .orElseThrow(() -> new IllegalStateException("a scan that nobody watches was cancelled"));
  }

  /**
   * Looks at a file or folder as {@link #scan(Path, Catalogue)} does while somebody watches. Of a
   * DICOMDIR it looks at the files listed there and at our own objects beside and below it; where
   * the directory is damaged or lists files that are not there, at all files beside and below it.
   *
   * @return what was found; empty if the watcher stopped the scan
   * @throws DicomException if there is no such file or folder, or it cannot be listed
   */
  public static Optional<StudyFolder> scan(Path root, Catalogue catalogue, ScanWatch watch)
      throws DicomException {
    try {
      return Optional.of(new FolderScan(new SrReader(catalogue), watch).of(root));
    } catch (ScanCancelledException e) {
      return Optional.empty();
    }
  }

  /** Whether a file is the directory of a medium, a DICOMDIR, by its name. */
  public static boolean isMediaDirectory(Path file) {
    return Files.isRegularFile(file) && MediaDirectory.isNamedSo(file);
  }
}
