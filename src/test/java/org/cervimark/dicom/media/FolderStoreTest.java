package org.cervimark.dicom.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.cervimark.dicom.SampleCr;
import org.cervimark.dicom.SampleReading;
import org.cervimark.reading.Reading;
import org.cervimark.reading.StudyReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest {

  @TempDir private Path folder;

  @Test
  void reopeningRestoresTheReading() throws Exception {
    StoreFixture fixture = new StoreFixture(folder);
    SampleCr image = new SampleCr();
    fixture.write(image, "image.dcm");
    Reading reading = SampleReading.example(image);

    StudyReport saved = fixture.store().save(reading, StoreFixture.READER);
    assertEquals(
        java.util.List.of(saved), fixture.store().revisions(reading.image().studyInstanceUid()));
    assertEquals(java.util.List.of(reading), saved.readings());
  }
}
