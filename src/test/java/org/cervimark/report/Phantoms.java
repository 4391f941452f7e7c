package org.cervimark.report;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.Radiograph;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.ProtocolChoice;
import org.cervimark.reading.ReadingSession;

/** The synthetic films of test-images, read as a reader would with the landmarks beside them. */
public final class Phantoms {

  /** The neutral lateral film whose patient has a Korean name. */
  public static final Path LATERAL = Path.of("test-images/hong/2026-01-14/lateral-neutral.dcm");

  /** The film through the open mouth; its scale is calibrated. */
  public static final Path OPEN_MOUTH = Path.of("test-images/hong/2026-01-14/open-mouth.dcm");

  /** The nasium film. */
  public static final Path NASIUM = Path.of("test-images/charlie/nasium.dcm");

  private Phantoms() {}

  /** The landmark table beside a film. */
  public static Path table(Path film) {
    return film.resolveSibling(film.getFileName().toString().replace(".dcm", ".landmarks.csv"));
  }

  /** The header of a film. */
  public static Radiograph radiograph(Path film) throws Exception {
    return DicomImages.readHeader(film);
  }

  /** A session on a film with all its landmarks; the orientation is confirmed if one is given. */
  public static ReadingSession session(Path film, Optional<PatientOrientation> confirmed)
      throws Exception {
    Radiograph radiograph = radiograph(film);
    Catalogue catalogue = Catalogue.builtIn();
    LandmarkSet landmarks =
        LandmarkTable.read(table(film), catalogue.landmarks(), Locale.ENGLISH)
            .landmarks(film, radiograph, true);
    ReadingSession session =
        new ReadingSession(
            radiograph,
            catalogue,
            ProtocolChoice.bestFor(catalogue, radiograph.view(), landmarks).orElseThrow());
    LandmarkTable.place(landmarks, session);
    confirmed.ifPresent(session::confirmOrientation);
    return session;
  }
}
