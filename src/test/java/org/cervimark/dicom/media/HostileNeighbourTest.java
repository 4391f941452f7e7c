package org.cervimark.dicom.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.dicom.SampleCr;
import org.cervimark.dicom.SampleReading;
import org.cervimark.dicom.pr.PrWriter;
import org.cervimark.dicom.toolkit.DataSetReader;
import org.cervimark.dicom.toolkit.DataSetWriter;
import org.cervimark.reading.StudyReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of the same study whose values are none: saving passes it over and is not stopped. */
final class HostileNeighbourTest {

  @TempDir private Path folder;

  @Test
  void valuesThatAreNoneDoNotStopSaving() throws Exception {
    StoreFixture fixture = new StoreFixture(folder);
    SampleCr image = new SampleCr();
    Path film = fixture.write(image, "film.dcm");
    Attributes neighbour = new Attributes(DataSetReader.readHeader(film).dataSet());
    neighbour.setString(Tag.SOPClassUID, VR.UI, PrWriter.SOP_CLASS_UID);
    neighbour.setString(Tag.SOPInstanceUID, VR.UI, "2.25.99");
    neighbour.setBytes(Tag.SeriesNumber, VR.IS, "99999999999x".getBytes(StandardCharsets.US_ASCII));
    neighbour.setBytes(Tag.InstanceNumber, VR.IS, "a\\b\\".getBytes(StandardCharsets.US_ASCII));
    neighbour.setBytes(Tag.Rows, VR.US, new byte[1]);
    DataSetWriter.write(fixture.images().resolve("neighbour.dcm"), neighbour);
    StudyReport saved = fixture.store().save(SampleReading.example(image), StoreFixture.READER);
    assertEquals(1, saved.revision());
    assertEquals(1, fixture.written("SR").size());
  }
}
