package org.cervimark.dicom.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.SampleCr;
import org.cervimark.dicom.SampleReading;
import org.cervimark.dicom.toolkit.DicomFile;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PersonName;
import org.cervimark.image.Scale;
import org.cervimark.image.ScaleSource;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.cervimark.measurement.SmallCatalogue;
import org.cervimark.reading.Reading;
import org.cervimark.reading.StoreException;
import org.cervimark.reading.StudyReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreRefusalTest {

  @TempDir private Path folder;
  private StoreFixture fixture;
  private final SampleCr image = new SampleCr();

  @BeforeEach
  void prepare() throws Exception {
    fixture = new StoreFixture(folder);
  }

  @Test
  void folderThatIsNotThere() throws Exception {
    fixture.write(image, "image.dcm");
    Files.delete(fixture.target());

    assertRefused(fixture.store(), SampleReading.example(image), fixture.target());
  }

  @Test
  void imageThatIsNotThere() throws Exception {
    fixture.write(new SampleCr(), "another.dcm");

    assertRefused(fixture.store(), SampleReading.example(image), fixture.images());
    assertNothingWritten();
  }

  @Test
  void imageOfAnotherSize() throws Exception {
    Reading reading = SampleReading.example(image);
    image.header().setInt(Tag.Columns, VR.US, SampleCr.COLUMNS / 2);
    image.header().setInt(Tag.Rows, VR.US, SampleCr.ROWS * 2);
    Path file = fixture.write(image, "image.dcm");

    assertRefused(fixture.store(), reading, file);
    assertNothingWritten();
  }

  @Test
  void imageOfAnotherSeries() throws Exception {
    Reading reading = SampleReading.example(image);
    image.set(Tag.SeriesInstanceUID, VR.UI, "1.2.3.4");
    Path file = fixture.write(image, "image.dcm");

    assertRefused(fixture.store(), reading, file);
  }

  @Test
  void reportOfAnotherPatient() throws Exception {
    Path file = fixture.write(image, "image.dcm");
    Reading reading = SampleReading.example(image);
    fixture.store().save(reading, StoreFixture.READER);
    DicomFile report = fixture.objects("SR").get(0);
    report.dataSet().setString(Tag.PatientID, VR.LO, "SOMEBODY-ELSE");
    fixture.replace(report);

    String sentence = assertRefused(fixture.store(), reading, file);

    assertFalse(sentence.contains("TEST-0001") || sentence.contains("SOMEBODY"), sentence);
    assertEquals(1, fixture.written("SR").size());
    assertEquals(1, fixture.written("PR").size());
  }

  @Test
  void damagedReportOfOurs() throws Exception {
    fixture.write(image, "image.dcm");
    fixture.store().save(SampleReading.example(image), StoreFixture.READER);
    DicomFile report = fixture.objects("SR").get(0);
    report.dataSet().setString(Tag.ContentDate, VR.DA, "20261399");
    fixture.replace(report);

    assertRefused(fixture.store(), SampleReading.example(image), report.path());
    assertEquals(List.of(), fixture.store().revisions(image.reference(1).studyInstanceUid()));
  }

  @Test
  void reportsOfOthersAreNotOurs() throws Exception {
    fixture.write(image, "image.dcm");
    fixture.store().save(SampleReading.example(image), StoreFixture.READER);
    DicomFile report = fixture.objects("SR").get(0);
    report
        .dataSet()
        .getNestedDataset(Tag.CodingSchemeIdentificationSequence)
        .setString(Tag.CodingSchemeUID, VR.UI, "1.2.3.4.5");
    fixture.replace(report);

    assertEquals(List.of(), fixture.store().revisions(image.reference(1).studyInstanceUid()));
    StudyReport saved = fixture.store().save(SampleReading.example(image), StoreFixture.READER);
    assertEquals(Optional.empty(), saved.predecessor());
    assertEquals(911, fixture.object("SR", saved.documentUid()).getInt(Tag.SeriesNumber, 0));
  }

  @Test
  void nobodyWhoReads() throws Exception {
    fixture.write(image, "image.dcm");

    assertThrows(
        StoreException.class,
        () -> fixture.store().save(SampleReading.example(image), PersonName.parse("")));
    assertNothingWritten();
  }

  @Test
  void landmarkOutsideTheImageIsAMistakeOfTheCaller() throws Exception {
    fixture.write(image, "image.dcm");
    Reading reading = SampleReading.example(image);
    Reading outside =
        SampleReading.with(
            reading,
            reading
                .landmarks()
                .with(
                    Placement.at(
                        SmallCatalogue.T1A,
                        new ImagePoint(SampleCr.COLUMNS + 1, 0),
                        Visibility.CLEAR)),
            SmallCatalogue.get());

    assertThrows(
        IllegalArgumentException.class, () -> fixture.store().save(outside, StoreFixture.READER));
    assertNothingWritten();
  }

  @Test
  void remarkThatNamesThePatient() throws Exception {
    fixture.write(image, "image.dcm");
    for (String trace :
        List.of("gildong's film", "홍길동", "吉洞", "no TEST-0001", "1970-01-01", "ACC0001")) {
      Reading byReader = withNote(ScaleSource.READER_OBJECT, "ball of 25 mm, " + trace);
      StoreException refusal =
          assertThrows(
              StoreException.class,
              () -> fixture.store().save(byReader, StoreFixture.READER),
              trace);
      assertFalse(refusal.getMessage().contains(trace));
    }
    assertNothingWritten();

    Reading byHeader = withNote(ScaleSource.FIDUCIAL, "ball of Gildong");
    StudyReport saved = fixture.store().save(byHeader, StoreFixture.READER);

    assertEquals(Optional.empty(), saved.readings().get(0).scale().note());
  }

  @Test
  void wordsThatOnlyLookLikeTheNameAreKept() throws Exception {
    fixture.write(image, "image.dcm");
    Reading reading = withNote(ScaleSource.READER_OBJECT, "Hongkong gauge TEST-00012, 25 mm");

    StudyReport saved = fixture.store().save(reading, StoreFixture.READER);

    assertEquals(List.of(reading), saved.readings());
  }

  @Test
  void picturesAreTakenBackWhereTheReportCannotBeWritten() throws Exception {
    Attributes object = image.header();
    Path picture = fixture.target().resolve("CerviMark-PR-0001-1.dcm");
    Path report = fixture.target().resolve("missing").resolve("CerviMark-SR-0001-1.dcm");

    assertThrows(
        DicomException.class,
        () -> RevisionWriter.publish(Map.of(picture, object), object, report));

    assertNothingWritten();
  }

  private Reading withNote(ScaleSource source, String note) {
    return SampleReading.of(
        image,
        SampleReading.landmarks(SampleReading.EXAMPLE),
        new Scale(0.12, 0.12, source, Optional.of(note)),
        SmallCatalogue.get());
  }

  private static String assertRefused(FolderStore store, Reading reading, Path named) {
    String sentence =
        assertThrows(StoreException.class, () -> store.save(reading, StoreFixture.READER))
            .getMessage();
    assertTrue(sentence.contains(named.getFileName().toString()), sentence);
    assertTrue(sentence.endsWith("."), sentence);
    return sentence;
  }

  private void assertNothingWritten() throws Exception {
    try (var files = Files.list(fixture.target())) {
      assertEquals(List.of(), files.toList());
    }
  }
}
