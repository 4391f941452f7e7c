package org.cervimark.imagej;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.anatomy.View;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.media.FolderStore;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.image.PersonName;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.Reading;
import org.cervimark.reading.ReadingSession;
import org.cervimark.reading.StoreException;
import org.cervimark.reading.StudyReport;
import org.cervimark.report.LandmarkTable;
import org.cervimark.report.TableException;
import org.cervimark.report.TextNote;

/**
 * The main job without a window: open the neutral lateral film of the sample study, place the
 * landmarks that its table names, save, read everything anew, and write the note of what was read.
 */
final class SampleReading {

  private static final PersonName READER = PersonName.parse("Sample^Reader");

  private final Path folder;
  private final Locale locale;
  private final Catalogue catalogue = Catalogue.builtIn();

  SampleReading(Path folder, Locale locale) {
    this.folder = folder;
    this.locale = locale;
  }

  /**
   * Does the job.
   *
   * @return the note
   * @throws IllegalStateException if what is read again is not what was saved
   */
  String run() throws DicomException, StoreException, TableException {
    StudySessions study = open();
    ImageEntry entry = neutralLateral(study);
    ReadingSession session = study.session(entry.radiograph());
    place(session, truth(entry));
    Reading placed = session.toReading();
    study.save(session, READER, Runnable::run);

    StudySessions again = open();
    ImageEntry reopened = neutralLateral(again);
    Reading read = again.session(reopened.radiograph()).toReading();
    if (!read.landmarks().equals(placed.landmarks()) || !read.values().equals(placed.values())) {
      throw new IllegalStateException("what was read again is not what was saved");
    }
    StudyReport report = again.newest(reopened.radiograph()).orElseThrow();
    return new TextNote(catalogue, locale).of(report);
  }

  private StudySessions open() throws DicomException {
    return new StudySessions(
        StudyFolder.scan(folder),
        catalogue,
        (file, inForce) ->
            new FolderStore(
                folder, Objects.requireNonNull(file.toAbsolutePath().getParent()), inForce));
  }

  private static ImageEntry neutralLateral(StudySessions study) throws DicomException {
    for (ImageEntry entry : study.images()) {
      if (entry.radiograph().view().filter(v -> v == View.LATERAL_NEUTRAL).isPresent()) {
        return entry;
      }
    }
    throw new DicomException(study.folder().root() + " holds no neutral lateral film.");
  }

  private LandmarkSet truth(ImageEntry entry) throws TableException {
    String name = entry.file().getFileName().toString().replaceFirst("\\.dcm$", "");
    Path table = entry.file().resolveSibling(name + ".landmarks.csv");
    return LandmarkTable.read(table, catalogue.landmarks(), locale)
        .landmarks(entry.file(), entry.radiograph(), true);
  }

  private static void place(ReadingSession session, LandmarkSet truth) {
    for (LandmarkId landmark : session.protocol().landmarks()) {
      truth.find(landmark).ifPresent(placement -> place(session, placement));
    }
  }

  private static void place(ReadingSession session, Placement placement) {
    if (placement.point().isEmpty()) {
      session.markNotVisible(placement.landmark());
      return;
    }
    session.place(placement.landmark(), placement.point().get());
    if (placement.visibility() != Visibility.CLEAR) {
      session.setVisibility(placement.landmark(), placement.visibility());
    }
  }
}
