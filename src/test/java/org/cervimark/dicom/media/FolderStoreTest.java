package org.cervimark.dicom.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.dicom.SampleCr;
import org.cervimark.dicom.SampleReading;
import org.cervimark.dicom.sr.SrReader;
import org.cervimark.dicom.toolkit.DataSetReader;
import org.cervimark.dicom.toolkit.DicomFile;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.ImageReference;
import org.cervimark.image.PersonName;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.SmallCatalogue;
import org.cervimark.reading.MeasuredValue;
import org.cervimark.reading.Reading;
import org.cervimark.reading.StudyReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest {

  @TempDir private Path folder;
  private StoreFixture fixture;
  private final SampleCr image = new SampleCr();

  @BeforeEach
  void prepare() throws Exception {
    fixture = new StoreFixture(folder);
  }

  @Test
  void reopeningRestoresTheReading() throws Exception {
    fixture.write(image, "image.dcm");
    Reading reading = SampleReading.example(image);

    StudyReport saved = fixture.store().save(reading, StoreFixture.READER);

    assertEquals(List.of(reading), saved.readings());
    assertEquals(List.of(saved), revisions());
    assertEquals(1, saved.revision());
    assertEquals(Optional.empty(), saved.predecessor());
    assertEquals(StoreFixture.READER, saved.reader());
    assertEquals("test-1", saved.catalogueVersion());
    assertEquals(LocalDateTime.of(2026, 1, 15, 10, 2, 3, 456_000_000), saved.savedAt());
    assertEquals("Hong^Gildong=洪^吉洞=홍^길동", saved.patient().name().toDicom());
    assertEquals("TEST-0001", saved.patient().id());
    assertEquals(Optional.of("경추 측면 X-ray"), saved.study().description());
  }

  @Test
  void everyReadingComesBackBitForBit() throws Exception {
    fixture.write(image, "image.dcm");
    Random lot = new Random(1500);
    for (int run = 0; run < 40; run++) {
      Reading reading = SampleReading.random(image, lot, SmallCatalogue.get());

      fixture.store().save(reading, StoreFixture.READER);

      Reading back = revisions().get(0).reading(image.reference(1)).orElseThrow();
      assertEquals(reading, back, "run " + run);
      for (int i = 0; i < reading.values().size(); i++) {
        assertEquals(bits(reading.values().get(i)), bits(back.values().get(i)));
      }
    }
    assertEquals(40, revisions().size());
  }

  @Test
  void everyReadingOfTheCatalogueComesBackBitForBit() throws Exception {
    fixture.write(image, "image.dcm");
    Catalogue catalogue = Catalogue.builtIn();
    FolderStore store = fixture.store(catalogue, StoreFixture.CLOCK);
    Random lot = new Random(1410);
    int values = 0;
    for (int run = 0; run < 12; run++) {
      Reading reading = SampleReading.random(image, lot, catalogue);

      StudyReport saved = store.save(reading, StoreFixture.READER);

      assertEquals(List.of(reading), saved.readings(), "run " + run);
      values += reading.values().size();
    }
    assertTrue(values > 20, "too few values to prove anything: " + values);
    assertEquals(12, store.revisions(image.reference(1).studyInstanceUid()).size());
  }

  @Test
  void signOfAStraightCurveIsRestored() throws Exception {
    fixture.write(image, "image.dcm");
    for (double drop : new double[] {1 / 64.0, -1 / 64.0, 0}) {
      Map<LandmarkId, ImagePoint> points =
          Map.of(
              SmallCatalogue.C2A, new ImagePoint(200, 300),
              SmallCatalogue.C2P, new ImagePoint(400, 300),
              SmallCatalogue.C7A, new ImagePoint(200, 600),
              SmallCatalogue.C7P, new ImagePoint(400, 600 + drop));
      Reading reading =
          SampleReading.of(
              image, SampleReading.landmarks(points), SampleReading.FIDUCIAL, SmallCatalogue.get());
      double value = reading.values().get(0).number().orElseThrow().value();
      assertTrue(Math.abs(value) < 0.05);

      StudyReport saved = fixture.store().save(reading, StoreFixture.READER);

      assertEquals(
          Double.doubleToRawLongBits(value),
          Double.doubleToRawLongBits(
              saved.readings().get(0).values().get(0).number().orElseThrow().value()));
    }
  }

  @Test
  void imagesAndEarlierRevisionsAreNotTouched() throws Exception {
    Path file = fixture.write(image, "image.dcm");
    String before = sha256(file);
    fixture.store().save(SampleReading.example(image), StoreFixture.READER);
    Path first = fixture.written("SR").get(0);
    String report = sha256(first);

    fixture.store().save(SampleReading.example(image), StoreFixture.READER);

    assertEquals(before, sha256(file));
    assertEquals(report, sha256(first));
    try (var files = Files.list(fixture.images())) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void fileNamesTellKindAndNumberAndNothingOfThePatient() throws Exception {
    fixture.write(image, "image.dcm");

    fixture.store().save(SampleReading.example(image), StoreFixture.READER);

    try (var files = Files.list(fixture.target())) {
      List<String> names = files.map(f -> f.getFileName().toString()).sorted().toList();
      assertEquals(2, names.size());
      assertTrue(names.get(0).matches("CerviMark-PR-0001-[0-9]{8}\\.dcm"), names.get(0));
      assertTrue(names.get(1).matches("CerviMark-SR-0001-[0-9]{8}\\.dcm"), names.get(1));
    }
  }

  @Test
  void savingAgainMakesARevisionOfTheSameLineage() throws Exception {
    fixture.write(image, "image.dcm");
    StudyReport first = fixture.store().save(SampleReading.example(image), StoreFixture.READER);
    Reading moved = moved(SampleReading.example(image));

    StudyReport second = fixture.store().save(moved, StoreFixture.READER);

    assertEquals(2, second.revision());
    assertEquals(Optional.of(first.documentUid()), second.predecessor());
    assertEquals(first.lineage(), second.lineage());
    assertEquals(List.of(second, first), revisions());
    List<DicomFile> reports = fixture.objects("SR");
    Attributes predecessor =
        reports
            .get(1)
            .dataSet()
            .getNestedDataset(Tag.PredecessorDocumentsSequence)
            .getNestedDataset(Tag.ReferencedSeriesSequence)
            .getNestedDataset(Tag.ReferencedSOPSequence);
    assertEquals(first.documentUid(), predecessor.getString(Tag.ReferencedSOPInstanceUID));
    assertEquals(
        reports.get(0).dataSet().getString(Tag.SOPClassUID),
        predecessor.getString(Tag.ReferencedSOPClassUID));
    List<DicomFile> states = fixture.objects("PR");
    for (int tag : new int[] {Tag.SeriesInstanceUID, Tag.SeriesNumber, Tag.SeriesTime}) {
      assertEquals(
          reports.get(0).dataSet().getString(tag), reports.get(1).dataSet().getString(tag));
      assertEquals(states.get(0).dataSet().getString(tag), states.get(1).dataSet().getString(tag));
    }
    assertEquals(2, states.get(1).dataSet().getInt(Tag.InstanceNumber, 0));
    assertEquals(901, reports.get(0).dataSet().getInt(Tag.SeriesNumber, 0));
    assertEquals(902, states.get(0).dataSet().getInt(Tag.SeriesNumber, 0));
  }

  @Test
  void trackingUidStaysAndFiducialUidGoesWithThePosition() throws Exception {
    fixture.write(image, "image.dcm");
    Reading reading = SampleReading.example(image);
    fixture.store().save(reading, StoreFixture.READER);
    fixture.store().save(moved(reading), StoreFixture.READER);

    Map<String, GroupFacts> first = GroupFacts.of(fixture.objects("SR").get(0).dataSet());
    Map<String, GroupFacts> second = GroupFacts.of(fixture.objects("SR").get(1).dataSet());

    assertEquals(first.keySet(), second.keySet());
    assertEquals(9, first.size());
    first.forEach(
        (finding, facts) -> {
          assertEquals(facts.trackingUid(), second.get(finding).trackingUid(), finding);
          assertEquals(
              !finding.equals("C7IEPP"),
              facts.fiducialUid().equals(second.get(finding).fiducialUid())
                  || facts.fiducialUid().isEmpty(),
              finding);
        });
    assertEquals(9, first.values().stream().map(GroupFacts::trackingUid).distinct().count());
  }

  @Test
  void readingsOfTheOtherImagesAreCarriedOver() throws Exception {
    SampleCr other = SampleCr.ofSameStudy(image);
    fixture.write(image, "image.dcm");
    Path otherFile = fixture.write(other, "other.dcm");
    Reading one = SampleReading.example(image);
    Reading two = SampleReading.random(other, new Random(5), SmallCatalogue.get());
    fixture.store().save(one, StoreFixture.READER);
    fixture.store().save(two, StoreFixture.READER);
    Files.delete(otherFile);
    Reading changed = moved(one);

    StudyReport third = fixture.store().save(changed, StoreFixture.READER);

    assertEquals(3, third.revision());
    assertEquals(Optional.of(changed), third.reading(image.reference(1)));
    assertEquals(Optional.of(two), third.reading(other.reference(1)));
    // The picture of the image that was not read again is still the one of the second save.
    String picture = fixture.objects("PR").get(1).dataSet().getString(Tag.SOPInstanceUID);
    assertTrue(
        evidence(fixture.objects("SR").get(2).dataSet()).contains(picture),
        "the carried-over picture is not in the evidence");
  }

  @Test
  void framesAreNamedWhereThereAreSeveral() throws Exception {
    image.set(Tag.NumberOfFrames, VR.IS, "3");
    fixture.write(image, "image.dcm");
    Reading first = SampleReading.example(image);
    Reading third = ofFrame(first, 3);

    fixture.store().save(first, StoreFixture.READER);
    StudyReport saved = fixture.store().save(third, StoreFixture.READER);

    assertEquals(List.of(first, third), saved.readings());
    Attributes state = fixture.objects("PR").get(1).dataSet();
    assertEquals(
        3,
        state
            .getNestedDataset(Tag.ReferencedSeriesSequence)
            .getNestedDataset(Tag.ReferencedImageSequence)
            .getInt(Tag.ReferencedFrameNumber, 0));
  }

  @Test
  void anotherVersionOfTheProgramBeginsANewSeriesAfterTheOld() throws Exception {
    fixture.write(image, "image.dcm");
    StudyReport first = fixture.store().save(SampleReading.example(image), StoreFixture.READER);
    for (DicomFile object : List.of(fixture.objects("SR").get(0), fixture.objects("PR").get(0))) {
      object.dataSet().setString(Tag.SoftwareVersions, VR.LO, "0.0.1");
      fixture.replace(object);
    }

    StudyReport second = fixture.store().save(SampleReading.example(image), StoreFixture.READER);

    assertFalse(second.lineage().equals(first.lineage()));
    assertEquals(1, second.revision());
    assertEquals(Optional.of(first.documentUid()), second.predecessor());
    Attributes report = fixture.object("SR", second.documentUid());
    assertEquals(911, report.getInt(Tag.SeriesNumber, 0));
    assertEquals(second, revisions().get(0));
  }

  @Test
  void lineagesSideBySideAreJoined() throws Exception {
    SampleCr other = SampleCr.ofSameStudy(image);
    fixture.write(image, "image.dcm");
    fixture.write(other, "other.dcm");
    StudyReport base = fixture.store().save(SampleReading.example(image), StoreFixture.READER);
    StoreFixture elsewhere = new StoreFixture(folder.resolve("elsewhere"));
    fixture.write(other, "../elsewhere/images/other.dcm");
    fixture.copyTo(elsewhere);
    Reading here = moved(SampleReading.example(image));
    Reading there = SampleReading.random(other, new Random(8), SmallCatalogue.get());
    StudyReport one = fixture.store().save(here, StoreFixture.READER);
    StudyReport two = elsewhere.store().save(there, StoreFixture.READER);
    elsewhere.copyTo(fixture);
    assertEquals(Optional.of(base.documentUid()), one.predecessor());
    assertEquals(Optional.of(base.documentUid()), two.predecessor());

    StudyReport joined = fixture.store().save(here, StoreFixture.READER);

    assertEquals(3, joined.revision());
    assertEquals(Optional.of(here), joined.reading(image.reference(1)));
    assertEquals(Optional.of(there), joined.reading(other.reference(1)));
    var document =
        new SrReader(SmallCatalogue.get())
            .read(fixture.object("SR", joined.documentUid()), Path.of("joined.dcm"))
            .orElseThrow();
    assertEquals(java.util.Set.of(one.documentUid(), two.documentUid()), document.predecessors());
    assertEquals(joined, revisions().get(0));
  }

  @Test
  void timeIsThatOfTheImagesZone() throws Exception {
    image.set(Tag.TimezoneOffsetFromUTC, VR.SH, "-0330");
    fixture.write(image, "image.dcm");

    StudyReport saved = fixture.store().save(SampleReading.example(image), StoreFixture.READER);

    assertEquals(LocalDateTime.of(2026, 1, 14, 21, 32, 3, 456_000_000), saved.savedAt());
    assertEquals(
        "-0330", fixture.objects("SR").get(0).dataSet().getString(Tag.TimezoneOffsetFromUTC));
  }

  @Test
  void noCoordinateLiesOutsideTheImage() throws Exception {
    fixture.write(image, "image.dcm");
    Random lot = new Random(77);
    FolderStore store = fixture.store(Catalogue.builtIn(), StoreFixture.CLOCK);
    for (int run = 0; run < 6; run++) {
      store.save(SampleReading.random(image, lot, Catalogue.builtIn()), StoreFixture.READER);
    }

    for (String kind : List.of("SR", "PR")) {
      for (DicomFile object : fixture.objects(kind)) {
        requireCoordinatesWithin(object.dataSet());
      }
    }
  }

  @Test
  void singleNameIsWrittenInTheFormInForce() throws Exception {
    fixture.write(image, "image.dcm");

    StudyReport saved = fixture.store().save(SampleReading.example(image), PersonName.parse("Lee"));

    assertEquals("Lee^", saved.reader().toDicom());
    assertEquals("Lee^", fixture.objects("PR").get(0).dataSet().getString(Tag.ContentCreatorName));
  }

  @Test
  void uidsOfOneSaveAreAllDifferent() throws Exception {
    fixture.write(image, "image.dcm");
    fixture.store().save(SampleReading.example(image), StoreFixture.READER);
    Attributes report = fixture.objects("SR").get(0).dataSet();
    Attributes state = fixture.objects("PR").get(0).dataSet();

    assertEquals(
        4,
        java.util.stream.Stream.of(report, state)
            .flatMap(
                o ->
                    java.util.stream.Stream.of(
                        o.getString(Tag.SOPInstanceUID), o.getString(Tag.SeriesInstanceUID)))
            .distinct()
            .count());
  }

  /** The same with C7's posterior corner moved by half a pixel. */
  private static Reading moved(Reading reading) {
    LandmarkSet landmarks =
        reading
            .landmarks()
            .with(
                Placement.at(SmallCatalogue.C7P, new ImagePoint(635.5, 701), Visibility.UNCERTAIN));
    return SampleReading.with(reading, landmarks, SmallCatalogue.get());
  }

  private static Reading ofFrame(Reading reading, int frame) {
    ImageReference i = reading.image();
    return new Reading(
        new ImageReference(
            i.studyInstanceUid(),
            i.seriesInstanceUid(),
            i.sopClassUid(),
            i.sopInstanceUid(),
            frame),
        reading.modality(),
        reading.columns(),
        reading.rows(),
        reading.view(),
        reading.protocol(),
        reading.scale(),
        reading.orientation(),
        reading.orientationSource(),
        reading.landmarks(),
        reading.values());
  }

  private List<StudyReport> revisions() throws Exception {
    return fixture.store().revisions(image.reference(1).studyInstanceUid());
  }

  private static long bits(MeasuredValue value) {
    return Double.doubleToRawLongBits(value.number().orElseThrow().value());
  }

  private static String sha256(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }

  private static List<String> evidence(Attributes report) {
    List<String> uids = new java.util.ArrayList<>();
    for (Attributes study : report.getSequence(Tag.CurrentRequestedProcedureEvidenceSequence)) {
      for (Attributes series : study.getSequence(Tag.ReferencedSeriesSequence)) {
        series
            .getSequence(Tag.ReferencedSOPSequence)
            .forEach(i -> uids.add(i.getString(Tag.ReferencedSOPInstanceUID)));
      }
    }
    return uids;
  }

  private static void requireCoordinatesWithin(Attributes dataset) {
    for (int tag :
        new int[] {
          Tag.GraphicData,
          Tag.AnchorPoint,
          Tag.BoundingBoxTopLeftHandCorner,
          Tag.BoundingBoxBottomRightHandCorner
        }) {
      float[] data = dataset.getFloats(tag);
      for (int i = 0; data != null && i < data.length; i++) {
        int most = i % 2 == 0 ? SampleCr.COLUMNS : SampleCr.ROWS;
        assertTrue(data[i] >= 0 && data[i] <= most, data[i] + " of " + most);
      }
    }
    for (int tag : dataset.tags()) {
      if (dataset.getValue(tag) instanceof Sequence sequence) {
        sequence.forEach(FolderStoreTest::requireCoordinatesWithin);
      }
    }
  }

  @Test
  void objectsAreReadableByTheToolkitWithoutOurReader() throws Exception {
    fixture.write(image, "image.dcm");
    fixture.store().save(SampleReading.example(image), StoreFixture.READER);

    DicomFile report = DataSetReader.readHeader(fixture.written("SR").get(0));

    assertEquals("1.2.840.10008.1.2.1", report.transferSyntaxUid());
    assertEquals("ISO_IR 192", report.dataSet().getString(Tag.SpecificCharacterSet));
    assertEquals("COMPLETE", report.dataSet().getString(Tag.CompletionFlag));
    assertEquals("UNVERIFIED", report.dataSet().getString(Tag.VerificationFlag));
  }
}
