package org.cervimark.dicom.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.cervimark.anatomy.View;
import org.cervimark.dicom.image.DicomImage;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.image.Facing;
import org.cervimark.image.FrameTimes;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PatientOrientation;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Protocol;
import org.cervimark.reading.Reading;
import org.cervimark.reading.ReadingSession;
import org.cervimark.testdata.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A chosen frame of a film by others is measured, saved and opened again. */
class FrameStoreTest {

  private static final String FILM =
      "nist-iheos-toolkit2/ImageCache/sim/ids-repository/"
          + "1.3.6.1.4.1.21367.201599.1.201604020955043/"
          + "1.3.6.1.4.1.21367.201599.2.201604020955044/"
          + "1.3.6.1.4.1.21367.201599.3.201604020955044.1/1.2.840.10008.1.2.4.70";

  @TempDir Path folder;

  @Test
  void landmarksComeBackToTheirFrame() throws Exception {
    StoreFixture fixture = new StoreFixture(folder);
    Path file = Files.copy(SharedFiles.get(FILM), fixture.images().resolve("film"));
    Catalogue catalogue = Catalogue.builtIn();
    Protocol protocol = catalogue.protocolFor(View.LATERAL_NEUTRAL).orElseThrow();
    DicomImage frame = DicomImages.read(file, 7);
    ReadingSession session = new ReadingSession(frame.radiograph(), catalogue, protocol);
    session.confirmOrientation(PatientOrientation.lateral(Facing.LEFT));
    for (int i = 0; i < protocol.landmarks().size(); i++) {
      session.placeTarget(new ImagePoint(100 + 7.3 * i, 80 + 11.9 * i));
    }
    Reading reading = session.toReading();
    FolderStore store = fixture.store(catalogue, StoreFixture.CLOCK);
    store.save(reading, StoreFixture.READER);

    assertEquals(
        reading, store.revisions(reading.image().studyInstanceUid()).get(0).readings().get(0));
    StudyTree tree = StudyTree.of(StudyFolder.scan(folder), Locale.ENGLISH);
    StudyTree.StudyNode study = tree.patients().get(0).studies().get(0);
    assertEquals(Set.of(7), study.measuredFrames(study.series().get(0).images().get(0)));
    ReadingSession resumed =
        ReadingSession.resume(DicomImages.read(file, 7).radiograph(), catalogue, protocol, reading);
    assertEquals(reading, resumed.toReading());
  }

  @Test
  void theFilmRunsAsItsHeaderSays() throws Exception {
    FrameTimes times = DicomImages.readFrameTimes(SharedFiles.get(FILM)).orElseThrow();
    assertEquals(12, times.starts().size());
    assertEquals(33, times.meanStep());
    assertEquals(11 * 33.0, times.starts().get(11));
  }
}
