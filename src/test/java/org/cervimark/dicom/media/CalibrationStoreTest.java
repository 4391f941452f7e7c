package org.cervimark.dicom.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.anatomy.View;
import org.cervimark.dicom.SampleCr;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.image.CalibrationObject;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.Radiograph;
import org.cervimark.image.ScaleSource;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Protocol;
import org.cervimark.reading.Reading;
import org.cervimark.reading.ReadingSession;
import org.cervimark.reading.StoreException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An object that the reader marked is stored with the study and comes back. */
class CalibrationStoreTest {

  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final Protocol PROTOCOL =
      CATALOGUE.protocolFor(View.LATERAL_NEUTRAL).orElseThrow();

  @TempDir Path folder;
  private StoreFixture fixture;
  private Radiograph film;

  @BeforeEach
  void writeFilm() throws Exception {
    fixture = new StoreFixture(folder);
    SampleCr image = new SampleCr().set(Tag.PixelAspectRatio, VR.IS, "5", "4");
    for (int tag :
        new int[] {Tag.PixelSpacing, Tag.PixelSpacingCalibrationType, Tag.ImagerPixelSpacing}) {
      image.set(tag, VR.DS);
    }
    film = DicomImages.readHeader(fixture.write(image, "film.dcm"));
  }

  @Test
  void everyPartOfItComesBack() throws Exception {
    CalibrationObject object =
        new CalibrationObject(
            25.4,
            Optional.of(0.05),
            "1 inch steel ball beside C4",
            Optional.of("Lee Younghee 이영희"),
            Optional.of(LocalDateTime.of(2026, 1, 15, 10, 2, 3)));
    Reading saved = save(object);
    assertEquals(ScaleSource.READER_OBJECT, saved.scale().source());
    assertEquals(1.25, saved.scale().aspect(), 1e-12);
    assertEquals(saved, restored());
    assertEquals(Optional.of(object), restored().scale().object());
    ReadingSession resumed = ReadingSession.resume(film, CATALOGUE, PROTOCOL, restored());
    assertEquals(saved, resumed.toReading());
  }

  @Test
  void anObjectWithNothingButALengthComesBack() throws Exception {
    assertEquals(save(CalibrationObject.of(30, "")), restored());
  }

  @Test
  void aDescriptionThatNamesThePatientIsRefused() {
    StoreException e =
        assertThrows(
            StoreException.class, () -> save(CalibrationObject.of(30, "ring of Hong Gildong")));
    assertTrue(String.valueOf(e.getMessage()).contains("names the patient"), e.getMessage());
  }

  private Reading save(CalibrationObject object) throws Exception {
    ReadingSession session = new ReadingSession(film, CATALOGUE, PROTOCOL);
    session.calibrate(new ImagePoint(100.3, 100.7), new ImagePoint(260.1, 300.9), object);
    Reading reading = session.toReading();
    fixture.store(CATALOGUE, StoreFixture.CLOCK).save(reading, StoreFixture.READER);
    return reading;
  }

  private Reading restored() throws Exception {
    return fixture
        .store(CATALOGUE, StoreFixture.CLOCK)
        .revisions(film.reference().studyInstanceUid())
        .get(0)
        .readings()
        .get(0);
  }
}
