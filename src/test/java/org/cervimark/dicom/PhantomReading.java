package org.cervimark.dicom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.image.Radiograph;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.Orientations;
import org.cervimark.reading.Reading;
import org.cervimark.reading.ReadingSession;
import org.cervimark.report.LandmarkTable;

/** The synthetic films of the project, read with the landmarks that lie beside them. */
public final class PhantomReading {

  private PhantomReading() {}

  /** The films of a folder, by name. */
  public static List<Path> films(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(".dcm")).sorted().toList();
    }
  }

  /** What a reader who places every landmark in its true place saves. */
  public static Reading of(Path film, Catalogue catalogue) throws Exception {
    Radiograph radiograph = DicomImages.readHeader(film);
    ReadingSession session =
        new ReadingSession(
            radiograph,
            catalogue,
            catalogue.protocolFor(radiograph.view().orElseThrow()).orElseThrow());
    Path table =
        film.resolveSibling(film.getFileName().toString().replace(".dcm", ".landmarks.csv"));
    LandmarkTable.place(
        LandmarkTable.read(table, catalogue.landmarks(), Locale.ROOT)
            .landmarks(film, radiograph, true),
        session);
    if (session.orientation() instanceof Orientations.Unconfirmed unconfirmed) {
      session.confirmOrientation(unconfirmed.proposal().orElseThrow());
    }
    return session.toReading();
  }
}
