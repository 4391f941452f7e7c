package org.cervimark.dicom.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.SampleCr;
import org.cervimark.dicom.SampleReading;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.SmallCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportStoreTest {

  private static final Catalogue CATALOGUE = SmallCatalogue.get();

  @TempDir private Path folder;

  @Test
  void resultsKeptElsewhereAreFoundWhenTheStudyIsOpenedAgain() throws Exception {
    StoreFixture fixture = new StoreFixture(folder);
    SampleCr image = new SampleCr();
    fixture.write(image, "film.dcm");
    SampleCr another = new SampleCr();
    fixture.write(another, "another.dcm");
    ReportStore store = new ReportStore(fixture.target());
    Path kept = Files.createDirectory(store.folderOf(image.reference(1).studyInstanceUid()));
    for (int i = 0; i < 2; i++) {
      new FolderStore(
              fixture.images(), kept, CATALOGUE, fixture.installationFile(), StoreFixture.CLOCK)
          .save(SampleReading.example(image), StoreFixture.READER);
    }

    StudyFolder medium = StudyFolder.scan(fixture.images(), CATALOGUE);
    assertEquals(List.of(), medium.reports());
    StudyFolder complete = store.complete(medium, CATALOGUE);
    assertEquals(
        List.of(2, 1), complete.reports().stream().map(r -> r.report().revision()).toList());
    assertEquals(medium.images(), complete.images());
    assertEquals(List.of(), complete.problems());
    assertEquals(2, store.complete(complete, CATALOGUE).reports().size());
  }

  /** A Study Instance UID comes from a file and names a folder. */
  @Test
  void uidsThatAreNoneNameNoFolder() {
    ReportStore store = new ReportStore(folder);
    for (String uid : List.of("", "..", "../..", "1.2/../../x", "1..2", ".", "1".repeat(65))) {
      assertThrows(DicomException.class, () -> store.folderOf(uid), uid);
    }
  }
}
