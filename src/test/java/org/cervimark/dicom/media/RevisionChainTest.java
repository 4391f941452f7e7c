package org.cervimark.dicom.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.dicom.SampleCr;
import org.cervimark.dicom.SampleReading;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PersonName;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.cervimark.measurement.SmallCatalogue;
import org.cervimark.reading.FreeMark;
import org.cervimark.reading.Reading;
import org.cervimark.reading.ReadingDifference;
import org.cervimark.reading.RevisionDraft;
import org.cervimark.reading.RevisionHistory;
import org.cervimark.reading.RevisionMerge;
import org.cervimark.reading.StoreException;
import org.cervimark.reading.StudyRemarks;
import org.cervimark.reading.StudyReport;
import org.cervimark.reading.TimePoint;
import org.cervimark.reading.Verification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who changed what: history, signature, and two people who save at once. */
class RevisionChainTest {

  private static final PersonName OTHER = PersonName.parse("Park^Minsu");

  @TempDir private Path folder;
  private StoreFixture fixture;
  private final SampleCr image = new SampleCr();
  private Reading first;
  private int minutes;

  @BeforeEach
  void saveOnce() throws Exception {
    fixture = new StoreFixture(folder);
    fixture.write(image, "image.dcm");
    first = SampleReading.example(image);
    store().save(first, StoreFixture.READER);
  }

  @Test
  void historySaysWhichLandmarkMovedHowFarAndWhichValueChanged() throws Exception {
    Reading moved = moved(first, SmallCatalogue.C7P, 30, 40);
    store().save(moved, OTHER);

    RevisionHistory history = history();

    assertEquals(2, history.entries().size());
    RevisionHistory.Entry entry = history.entries().get(0);
    assertEquals(OTHER.alphabetic(), entry.report().reader().alphabetic());
    ReadingDifference difference = entry.differences().get(0);
    assertEquals(1, difference.landmarks().size());
    ReadingDifference.LandmarkChange change = difference.landmarks().get(0);
    assertEquals(SmallCatalogue.C7P, change.landmark());
    assertEquals(50, change.pixels().orElseThrow(), 1e-12);
    assertEquals(6, change.millimetres().orElseThrow(), 1e-12);
    assertEquals(
        List.of("c2-c7-cobb"),
        difference.values().stream().map(ReadingDifference.ValueChange::measurement).toList());
    assertFalse(difference.values().get(0).isOtherVersion());
    assertEquals(
        first.landmarks().all().size(),
        history.entries().get(1).differences().get(0).landmarks().size());
  }

  @Test
  void aSignatureIsANewRevisionThatSaysTheSame() throws Exception {
    StudyReport signed =
        store().sign(image.reference(1).studyInstanceUid(), OTHER, "Test hospital");

    assertEquals(2, signed.revision());
    assertEquals(List.of(first), signed.readings());
    assertEquals(StoreFixture.READER, signed.reader());
    Verification verification = signed.verification().orElseThrow();
    assertEquals("Test hospital", verification.organization());
    assertEquals(OffsetDateTime.parse("2026-01-15T10:03:03.456+09:00"), verification.at());
    assertTrue(history().entries().get(0).isSignature());
    Attributes document = fixture.object("SR", signed.documentUid());
    assertEquals("VERIFIED", document.getString(Tag.VerificationFlag));
    Attributes item = document.getNestedDataset(Tag.VerifyingObserverSequence);
    assertEquals("20260115100303.456+0900", item.getString(Tag.VerificationDateTime));
    assertEquals("Park^Minsu", item.getString(Tag.VerifyingObserverName));
    assertEquals(1, fixture.written("PR").size(), "a signature changes no picture");
  }

  @Test
  void aSignedRevisionIsAmendedAndNeverEdited() throws Exception {
    StudyReport signed =
        store().sign(image.reference(1).studyInstanceUid(), OTHER, "Test hospital");
    byte[] before = java.nio.file.Files.readAllBytes(fixture.written("SR").get(1));

    StudyReport amended = store().save(moved(first, SmallCatalogue.C7P, 1, 0), StoreFixture.READER);

    assertEquals(Optional.empty(), amended.verification());
    assertEquals(Optional.of(signed.documentUid()), amended.predecessor());
    org.junit.jupiter.api.Assertions.assertArrayEquals(
        before, java.nio.file.Files.readAllBytes(fixture.written("SR").get(1)));
    assertTrue(history().entries().get(1).report().isVerified());
  }

  @Test
  void remarksAreKeptUntilTheyAreChanged() throws Exception {
    StudyRemarks remarks =
        new StudyRemarks(
            List.of("Osteophyte at C5.", "경추 전만 소실"),
            Optional.of("Review in 6 weeks.\nSame films."),
            Optional.of(new TimePoint("Week 6", Optional.of(TimePoint.Type.POSTTREATMENT))));
    RevisionDraft draft = RevisionDraft.of(first).saying(remarks);
    assertEquals(remarks, store().save(draft, StoreFixture.READER).remarks());

    StudyReport later = store().save(moved(first, SmallCatalogue.C7P, 1, 0), StoreFixture.READER);

    assertEquals(remarks, later.remarks());
    assertTrue(history().entries().get(1).remarksChanged());
    assertFalse(history().entries().get(0).remarksChanged());
  }

  @Test
  void whatTwoPeopleChangedApartIsJoined() throws Exception {
    String base = history().heads().get(0).documentUid();
    store().save(moved(first, SmallCatalogue.C7P, 3, 0), StoreFixture.READER);
    Reading mine = moved(first, SmallCatalogue.DENS, 0, 2);

    StudyReport joined = store().save(RevisionDraft.of(mine).basedOn(base), OTHER);

    LandmarkSet landmarks = joined.readings().get(0).landmarks();
    assertEquals(at(SmallCatalogue.C7P, 3, 0), landmarks.point(SmallCatalogue.C7P));
    assertEquals(at(SmallCatalogue.DENS, 0, 2), landmarks.point(SmallCatalogue.DENS));
    assertEquals(
        SampleReading.with(first, landmarks, SmallCatalogue.get()).values(),
        joined.readings().get(0).values());
    assertEquals(1, history().heads().size());
  }

  @Test
  void whatTwoPeopleChangedDifferentlySurvivesUntilItIsMerged() throws Exception {
    String base = history().heads().get(0).documentUid();
    FreeMark mark = FreeMark.of(FreeMark.Kind.NOTE, List.of(new ImagePoint(10, 10)), "osteophyte");
    StudyReport one = store().save(moved(first, SmallCatalogue.C7P, 3, 0), StoreFixture.READER);
    Reading mine =
        withMark(moved(moved(first, SmallCatalogue.C7P, 0, 4), SmallCatalogue.DENS, 1, 1), mark);
    StudyReport two = store().save(RevisionDraft.of(mine).basedOn(base), OTHER);

    RevisionHistory history = history();
    assertEquals(2, history.heads().size());
    assertThrows(
        StoreException.class,
        () -> store().sign(image.reference(1).studyInstanceUid(), OTHER, "Test hospital"));
    StudyReport head = history.heads().get(0);
    StudyReport otherHead = history.heads().get(1);
    assertEquals(two, head);
    assertEquals(one, otherHead);
    RevisionMerge merge =
        new RevisionMerge(history.commonAncestor(head, otherHead), head, otherHead);
    RevisionMerge.Subject subject =
        new RevisionMerge.OfLandmark(image.reference(1), SmallCatalogue.C7P);
    assertEquals(List.of(new RevisionMerge.Conflict(subject, Optional.of(5.0))), merge.conflicts());

    StudyReport merged =
        store().merge(merge, Map.of(subject, RevisionMerge.Side.OTHER), StoreFixture.READER);

    Reading reading = merged.readings().get(0);
    assertEquals(at(SmallCatalogue.C7P, 3, 0), reading.landmarks().point(SmallCatalogue.C7P));
    assertEquals(at(SmallCatalogue.DENS, 1, 1), reading.landmarks().point(SmallCatalogue.DENS));
    assertEquals(List.of(mark), reading.marks());
    assertEquals(List.of(two.documentUid(), one.documentUid()), merged.predecessors());
    assertEquals(1, history().heads().size());
    assertTrue(history().entries().get(0).isMerge());
    assertThrows(
        StoreException.class,
        () -> store().merge(merge, Map.of(subject, RevisionMerge.Side.ONE), OTHER),
        "a merge of what was merged already");
  }

  @Test
  void twoProcessesThatWriteAtTheSameMomentBothSurvive() throws Exception {
    StoreFixture elsewhere = new StoreFixture(folder.resolve("elsewhere"));
    fixture.write(image, "../elsewhere/images/image.dcm");
    fixture.copyTo(elsewhere);
    store().save(moved(first, SmallCatalogue.C7P, 3, 0), StoreFixture.READER);
    elsewhere
        .store(SmallCatalogue.get(), StoreFixture.CLOCK)
        .save(moved(first, SmallCatalogue.C7P, 0, 4), OTHER);
    elsewhere.copyTo(fixture);

    assertEquals(3, history().entries().size());
    assertEquals(2, history().heads().size());
    // Going on without deciding keeps both.
    Reading newest = history().heads().get(0).readings().get(0);
    store().save(moved(newest, SmallCatalogue.DENS, 1, 1), StoreFixture.READER);
    assertEquals(2, history().heads().size());
  }

  /** A store whose clock goes on by a minute with every use. */
  private FolderStore store() {
    return fixture.store(
        SmallCatalogue.get(), Clock.offset(StoreFixture.CLOCK, Duration.ofMinutes(minutes++)));
  }

  private RevisionHistory history() throws StoreException {
    return RevisionHistory.of(store0().revisions(image.reference(1).studyInstanceUid()));
  }

  private FolderStore store0() {
    return fixture.store(SmallCatalogue.get(), StoreFixture.CLOCK);
  }

  private static Optional<ImagePoint> at(LandmarkId id, double right, double down) {
    ImagePoint point = SampleReading.EXAMPLE.get(id);
    return Optional.of(new ImagePoint(point.column() + right, point.row() + down));
  }

  private static Reading moved(Reading reading, LandmarkId id, double right, double down) {
    return SampleReading.with(
        reading,
        reading
            .landmarks()
            .with(Placement.at(id, at(id, right, down).orElseThrow(), Visibility.CLEAR)),
        SmallCatalogue.get());
  }

  private static Reading withMark(Reading reading, FreeMark mark) {
    return new Reading(
        reading.image(),
        reading.modality(),
        reading.columns(),
        reading.rows(),
        reading.view(),
        reading.protocol(),
        reading.scale(),
        reading.orientation(),
        reading.orientationSource(),
        reading.landmarks(),
        reading.values(),
        List.of(),
        List.of(mark));
  }
}
