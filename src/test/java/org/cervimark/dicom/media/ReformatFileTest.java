package org.cervimark.dicom.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.cervimark.anatomy.Projection;
import org.cervimark.anatomy.View;
import org.cervimark.dicom.image.DicomImage;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.toolkit.DataSetReader;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.Reformat;
import org.cervimark.image.ScaleSource;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Protocol;
import org.cervimark.reading.Orientations;
import org.cervimark.reading.Reading;
import org.cervimark.reading.ReadingSession;
import org.cervimark.testdata.SharedFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plane through real CT slices becomes an image to which landmarks can belong. */
class ReformatFileTest {

  @TempDir Path folder;
  private StoreFixture fixture;
  private SeriesStack stack;
  private Reformat sagittal;

  @BeforeEach
  void copySlices() throws Exception {
    fixture = new StoreFixture(folder);
    Path series = SharedFiles.get("pydicom/test_files/dicomdirtests/98892001/CT5N");
    try (Stream<Path> files = Files.list(series)) {
      for (Path file : files.toList()) {
        Files.copy(file, fixture.images().resolve(file.getFileName().toString()));
      }
    }
    stack = SeriesStack.of(StudyFolder.scan(fixture.images()).images()).get(0);
    sagittal = Reformat.through(stack.stack(), Projection.LATERAL);
  }

  @Test
  void placeSpacingAndValuesAreThoseOfThePlane() throws Exception {
    DicomImage image = DicomImages.read(write(), 1);
    assertEquals(sagittal.columns(), image.radiograph().columns());
    assertEquals(sagittal.rows(), image.radiograph().rows());
    assertEquals(
        sagittal.plane().frameOfReferenceUid(),
        image.radiograph().plane().orElseThrow().frameOfReferenceUid());
    ImagePoint point = new ImagePoint(3.25, 7.5);
    assertEquals(
        0,
        sagittal
            .plane()
            .toPatient(point)
            .minus(image.radiograph().plane().orElseThrow().toPatient(point))
            .length(),
        1e-9);
    assertEquals(ScaleSource.SLICE, image.radiograph().scale().source());
    assertEquals(sagittal.scale().columnSpacing(), image.radiograph().scale().columnSpacing());
    assertEquals(List.of(), image.radiograph().notices());
    float[] values = stack.sample(sagittal, Float.NaN);
    int seen = 0;
    for (int i = 0; i < values.length; i++) {
      if (!Float.isNaN(values[i])) {
        assertEquals(values[i], image.greyScale().modalityValue(image.pixels().values()[i]), 0.5);
        seen++;
      }
    }
    assertTrue(seen > 0);
  }

  @Test
  void itNamesPatientStudyAndSources() throws Exception {
    Attributes image = DataSetReader.readHeader(write()).dataSet();
    Attributes source = DataSetReader.readHeader(stack.files().get(0)).dataSet();
    for (int tag : new int[] {Tag.PatientID, Tag.PatientName, Tag.StudyInstanceUID}) {
      assertEquals(source.getString(tag), image.getString(tag));
    }
    assertEquals(5, image.getSequence(Tag.SourceImageSequence).size());
    assertEquals("MPR", image.getStrings(Tag.ImageType)[2]);
    assertEquals(sagittal.name(), image.getString(Tag.DerivationDescription));
  }

  @Test
  void theSamePlaneIsWrittenOnceAndAnotherIsAnother() throws Exception {
    Path first = write();
    byte[] bytes = Files.readAllBytes(first);
    assertEquals(first, write());
    assertArrayEquals(bytes, Files.readAllBytes(first));
    sagittal = Reformat.through(stack.stack(), Projection.LATERAL, sagittal.position() + 1);
    Path second = write();
    assertNotEquals(first, second);
    assertEquals(
        DataSetReader.readHeader(first).dataSet().getString(Tag.SeriesInstanceUID),
        DataSetReader.readHeader(second).dataSet().getString(Tag.SeriesInstanceUID));
  }

  /** Landmarks on the plane are saved with the study and come back to it. */
  @Test
  void aReadingOfThePlaneIsSavedAndFoundAgain() throws Exception {
    Path file = write();
    Catalogue catalogue = Catalogue.builtIn();
    Protocol protocol = catalogue.protocolFor(View.LATERAL_NEUTRAL).orElseThrow();
    ReadingSession session = new ReadingSession(DicomImages.readHeader(file), catalogue, protocol);
    assertTrue(session.orientation() instanceof Orientations.Known);
    session.placeTarget(new ImagePoint(4, 5));
    session.placeTarget(new ImagePoint(6, 11));
    Reading reading = session.toReading();
    FolderStore store =
        new FolderStore(
            fixture.images(),
            fixture.images(),
            catalogue,
            fixture.installationFile(),
            StoreFixture.CLOCK);
    store.save(reading, StoreFixture.READER);
    StudyFolder found = StudyFolder.scan(fixture.images());
    assertEquals(List.of(reading), found.reports().get(0).report().readings());
    assertEquals(List.of(), found.problems());
  }

  private Path write() throws Exception {
    return ReformatFile.write(
        stack, sagittal, fixture.images(), fixture.installationFile(), StoreFixture.CLOCK);
  }
}
