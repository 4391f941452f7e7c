package org.cervimark.dicom.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.dicom.SampleCr;
import org.cervimark.dicom.SampleReading;
import org.cervimark.image.ImagePoint;
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

/** A program that knows less saves on top of a report of one that knows more: nothing is lost. */
class UnknownItemsTest {

  @TempDir private Path folder;
  private StoreFixture fixture;
  private final SampleCr image = new SampleCr();
  private final Catalogue older = SmallCatalogue.without("test-0", Set.of(SmallCatalogue.DENS));

  @BeforeEach
  void saveWithTheFullCatalogue() throws Exception {
    fixture = new StoreFixture(folder);
    fixture.write(image, "image.dcm");
    fixture.store().save(SampleReading.example(image), StoreFixture.READER);
  }

  @Test
  void whatTheOlderCatalogueDoesNotKnowComesBackUnchanged() throws Exception {
    Reading moved = withoutDens(SmallCatalogue.C7P);

    StudyReport saved = fixture.store(older, StoreFixture.CLOCK).save(moved, StoreFixture.READER);

    assertEquals(Optional.of(moved), saved.reading(image.reference(1)));
    Reading whole = reading();
    Reading before = SampleReading.example(image);
    assertEquals(
        before.landmarks().find(SmallCatalogue.DENS), whole.landmarks().find(SmallCatalogue.DENS));
    assertEquals(value(before, "adi"), value(whole, "adi"));
    assertTrue(value(before, "adi").isPresent());
    List<Attributes> reports = fixture.objects("SR").stream().map(o -> o.dataSet()).toList();
    assertEquals(
        GroupFacts.of(reports.get(0)).get("ADI").trackingUid(),
        GroupFacts.of(reports.get(1)).get("ADI").trackingUid());
  }

  @Test
  void aValueIsNotCarriedOnWhenALandmarkItRestsOnHasMoved() throws Exception {
    fixture
        .store(older, StoreFixture.CLOCK)
        .save(withoutDens(SmallCatalogue.ARCH), StoreFixture.READER);

    Reading whole = reading();

    assertEquals(Optional.empty(), value(whole, "adi"));
    assertEquals(
        Optional.of(SampleReading.EXAMPLE.get(SmallCatalogue.DENS)),
        whole.landmarks().point(SmallCatalogue.DENS));
  }

  @Test
  void itemsOfOtherTemplatesAreKeptByteForByte() throws Exception {
    var report = fixture.objects("SR").get(0);
    Attributes foreign = new Attributes();
    foreign.setString(Tag.RelationshipType, VR.CS, "CONTAINS");
    foreign.setString(Tag.ValueType, VR.CS, "DATETIME");
    Attributes name = new Attributes();
    name.setString(Tag.CodeValue, VR.SH, "NEWITEM");
    name.setString(Tag.CodingSchemeDesignator, VR.SH, "99OTHER");
    name.setString(Tag.CodeMeaning, VR.LO, "Something new");
    foreign.newSequence(Tag.ConceptNameCodeSequence, 1).add(name);
    foreign.setString(Tag.DateTime, VR.DT, "20260101120000");
    measurements(report.dataSet()).getSequence(Tag.ContentSequence).add(foreign);
    fixture.replace(report);

    fixture.store().save(SampleReading.example(image), StoreFixture.READER);

    Attributes again = fixture.objects("SR").get(1).dataSet();
    assertTrue(
        measurements(again).getSequence(Tag.ContentSequence).stream().anyMatch(foreign::equals),
        "the item was lost");
  }

  private static Attributes measurements(Attributes report) {
    return report.getSequence(Tag.ContentSequence).stream()
        .filter(
            i ->
                i.getNestedDataset(Tag.ConceptNameCodeSequence) != null
                    && "126010"
                        .equals(
                            i.getNestedDataset(Tag.ConceptNameCodeSequence)
                                .getString(Tag.CodeValue)))
        .findFirst()
        .orElseThrow();
  }

  private Reading withoutDens(LandmarkId moved) {
    ImagePoint point = SampleReading.EXAMPLE.get(moved);
    return SampleReading.of(
        image,
        SampleReading.landmarks(SampleReading.EXAMPLE)
            .without(SmallCatalogue.DENS)
            .with(
                Placement.at(
                    moved, new ImagePoint(point.column() + 3, point.row()), Visibility.CLEAR)),
        SampleReading.FIDUCIAL,
        older);
  }

  private Reading reading() throws Exception {
    return fixture
        .store()
        .revisions(image.reference(1).studyInstanceUid())
        .get(0)
        .reading(image.reference(1))
        .orElseThrow();
  }

  private static Optional<MeasuredValue> value(Reading reading, String id) {
    return reading.values().stream().filter(v -> v.measurement().equals(id)).findFirst();
  }
}
