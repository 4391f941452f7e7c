package org.cervimark.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.cervimark.dicom.media.FolderStore;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.PersonName;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.Reading;
import org.cervimark.reading.ReadingSession;
import org.cervimark.reading.StudyReport;

/**
 * A phantom with its reading saved beside it.
 *
 * @param film the image
 * @param sr the structured report
 * @param report what it says
 */
public record SavedPhantom(Path film, Path sr, StudyReport report) {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-02-03T09:05:59.250Z"), ZoneOffset.UTC);

  /** Copies a film into a folder and saves a reading with all its landmarks. */
  public static SavedPhantom in(Path folder, Path phantom, Optional<PatientOrientation> confirmed)
      throws Exception {
    return in(folder, phantom, Phantoms.session(phantom, confirmed));
  }

  /** Copies a film into a folder and saves a session. */
  public static SavedPhantom in(Path folder, Path phantom, ReadingSession session)
      throws Exception {
    return in(folder, phantom, session.toReading(), session.catalogue());
  }

  private static SavedPhantom in(Path folder, Path phantom, Reading reading, Catalogue catalogue)
      throws Exception {
    Path film = folder.resolve(phantom.getFileName());
    if (!Files.exists(film)) {
      Files.copy(phantom, film);
    }
    FolderStore.Saved saved =
        new FolderStore(
                folder,
                folder,
                catalogue,
                Path.of("target", "test-installation", "installation.properties"),
                CLOCK)
            .write(reading, PersonName.parse("Lee^Younghee=李^英姬=이^영희"));
    return new SavedPhantom(film, saved.files().get(0), saved.report());
  }
}
