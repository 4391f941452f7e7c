package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.DicomImage;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.media.FolderStore;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.followup.Bone;
import org.cervimark.followup.Superimposition;
import org.cervimark.followup.ValuePair;
import org.cervimark.image.ImagePoint;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.report.LandmarkTable;
import org.cervimark.report.TableException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two visits of the phantom compared, without a window. */
class ComparisonTest {

  private static final Path HONG = Path.of("test-images/hong");

  private StudyFolder folder;
  private ImageEntry later;
  private Comparison comparison;

  @BeforeEach
  void compareTheSecondVisitWithTheFirst() throws DicomException, TableException {
    folder = StudyFolder.scan(HONG);
    StudySessions study =
        new StudySessions(folder, Readings.CATALOGUE, (f, c) -> new FolderStore(HONG, HONG));
    later = entry("2026-02-25");
    ImageEntry proposed = Comparison.proposal(folder.images(), later).orElseThrow();
    assertEquals(HONG.resolve("2026-01-14/lateral-neutral.dcm"), proposed.file());
    comparison = new Comparison(side(study, later), side(study, proposed));
  }

  @Test
  void theLowestVertebraOfBothFilmsCoincidesAndOthersCanBeChosen() {
    assertEquals(Optional.of(new Bone("c7")), comparison.bone());
    assertLiesOver("c7-superior-endplate-anterior", 6);
    comparison.layBy(new Bone("c2"));
    assertLiesOver("c2-inferior-endplate-anterior", 6);
  }

  /** The truth of the phantoms: 20.99 and 17.99 degrees. */
  @Test
  void valuesStandBesideEachOther() {
    ValuePair cobb =
        comparison.values().stream()
            .filter(p -> p.measurement().id().equals("c2-c7-cobb"))
            .findFirst()
            .orElseThrow();
    assertEquals(3, cobb.difference().orElseThrow().value(), 0.05);
    assertTrue(cobb.difference().orElseThrow().halfWidth().isPresent());
  }

  @Test
  void movingAndEnlargingKeepsTheSamePlaceOfTheAnatomyInBothMiddles() {
    comparison.fit(800, 900);
    double before = comparison.magnification();
    ImagePoint under = new ImagePoint(comparison.centre().column() + 100 / before, 900);
    comparison.zoom(2, 100, (900 - comparison.centre().row()) * before);
    assertEquals(2 * before, comparison.magnification(), 1e-12);
    assertEquals(
        100, (under.column() - comparison.centre().column()) * comparison.magnification(), 1e-6);
    comparison.pan(-40, 25);
    Superimposition.Registered laid = (Superimposition.Registered) comparison.superimposition();
    assertEquals(0, laid.toBase(comparison.otherCentre()).distanceTo(comparison.centre()), 1e-9);
    double ratio = laid.other().scale().columnSpacing() / laid.base().scale().columnSpacing();
    assertEquals(ratio, comparison.otherMagnification() / comparison.magnification(), 1e-12);
  }

  @Test
  void blinkingExchangesTheFilmsAndEndsWithTheLayout() {
    assertFalse(comparison.isOtherFilmSeen());
    comparison.blink();
    assertEquals(Comparison.Layout.OVER, comparison.layout());
    assertTrue(comparison.isOtherFilmSeen());
    comparison.blink();
    assertFalse(comparison.isOtherFilmSeen());
    comparison.blink();
    comparison.lay(Comparison.Layout.BESIDE);
    assertFalse(comparison.isOtherFilmSeen());
  }

  @Test
  void aFilmOfAnotherPlaneIsProposedLast() {
    ImageEntry mouth =
        folder.images().stream()
            .filter(e -> e.file().endsWith("open-mouth.dcm"))
            .findFirst()
            .orElseThrow();
    assertEquals(Optional.of(mouth), Comparison.proposal(List.of(later, mouth), later));
    assertEquals(Optional.empty(), Comparison.proposal(List.of(later), later));
  }

  private void assertLiesOver(String landmark, double pixels) {
    LandmarkId id = new LandmarkId(landmark);
    Superimposition.Registered laid = (Superimposition.Registered) comparison.superimposition();
    ImagePoint here = comparison.base().session().landmarks().point(id).orElseThrow();
    ImagePoint there = comparison.other().session().landmarks().point(id).orElseThrow();
    assertEquals(0, laid.toBase(there).distanceTo(here), pixels, landmark);
  }

  private ImageEntry entry(String day) {
    return folder.images().stream()
        .filter(e -> e.file().startsWith(HONG.resolve(day)))
        .findFirst()
        .orElseThrow();
  }

  private static Comparison.Side side(StudySessions study, ImageEntry entry)
      throws DicomException, TableException {
    DicomImage image = DicomImages.read(entry.file(), 1);
    LandmarkSet truth =
        LandmarkTable.read(
                Path.of(entry.file().toString().replace(".dcm", ".landmarks.csv")),
                Readings.CATALOGUE.landmarks(),
                Locale.ENGLISH)
            .landmarks(entry.file(), image.radiograph(), true);
    Comparison.Side side = Comparison.Side.of(study, entry, image);
    for (LandmarkId id : side.session().protocol().landmarks()) {
      truth.point(id).ifPresent(p -> side.session().place(id, p));
    }
    return side;
  }
}
