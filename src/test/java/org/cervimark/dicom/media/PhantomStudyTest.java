package org.cervimark.dicom.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cervimark.dicom.PhantomReading;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.Reading;
import org.cervimark.reading.StoredValueCheck;
import org.cervimark.reading.StudyReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole study of several series, compressed images and Korean names, read film by film. */
class PhantomStudyTest {

  private static final Path STUDY = Path.of("test-images/hong/2026-01-14");

  @TempDir private Path folder;

  @Test
  void oneReportHoldsAllFilmsOfTheStudy() throws Exception {
    Catalogue catalogue = Catalogue.builtIn();
    StoreFixture fixture = new StoreFixture(folder);
    FolderStore store =
        new FolderStore(
            STUDY, fixture.target(), catalogue, fixture.installationFile(), StoreFixture.CLOCK);
    List<Reading> readings = new ArrayList<>();
    for (Path film : PhantomReading.films(STUDY)) {
      Reading reading = PhantomReading.of(film, catalogue);
      assertFalse(reading.values().isEmpty(), film.toString());
      store.save(reading, StoreFixture.READER);
      readings.add(reading);
    }

    List<StudyReport> revisions = store.revisions(readings.get(0).image().studyInstanceUid());

    assertEquals(4, readings.size());
    assertEquals(4, revisions.size());
    StudyReport newest = revisions.get(0);
    assertEquals(4, newest.revision());
    assertEquals("Hong^Gildong=洪^吉洞=홍^길동", newest.patient().name().toDicom());
    for (Reading reading : readings) {
      assertEquals(reading, newest.reading(reading.image()).orElseThrow());
      assertEquals(List.of(), StoredValueCheck.differences(reading, catalogue));
    }
    StudyFolder found = StudyFolder.scan(fixture.target(), catalogue);
    assertEquals(newest, found.reports().get(0).report());
    assertEquals(List.of(), found.problems());
    assertTrue(
        found.reports().stream().allMatch(r -> r.report().lineage().equals(newest.lineage())));
  }
}
