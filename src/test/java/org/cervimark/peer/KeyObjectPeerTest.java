package org.cervimark.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.dicom.SampleCr;
import org.cervimark.dicom.SampleReading;
import org.cervimark.dicom.media.FolderStore;
import org.cervimark.dicom.media.KeyObjectStore;
import org.cervimark.dicom.media.PdfStore;
import org.cervimark.dicom.media.StoreFixture;
import org.cervimark.dicom.toolkit.DataSetReader;
import org.cervimark.dicom.toolkit.DicomFile;
import org.cervimark.measurement.SmallCatalogue;
import org.cervimark.reading.StoreException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** What validators of other houses say of our Key Objects, and of a whole study of objects. */
class KeyObjectPeerTest {

  @TempDir private Path folder;
  private StoreFixture fixture;
  private KeyObjectStore store;
  private Path film;
  private FolderStore.Saved saved;

  @BeforeEach
  void save() throws Exception {
    fixture = new StoreFixture(folder);
    SampleCr image = new SampleCr();
    film = fixture.write(image, "image.dcm");
    saved = fixture.store().write(SampleReading.example(image), StoreFixture.READER);
    store =
        new KeyObjectStore(SmallCatalogue.get(), fixture.installationFile(), StoreFixture.CLOCK);
  }

  @Test
  void theKeyObjectPointsAtImageStateAndReport(TestReporter reporter) throws Exception {
    assertEquals(List.of(), fixture.written("KO"), "none unless asked for");
    Path first = store.store(fixture.images(), fixture.target(), saved.report());
    Path second = store.store(fixture.images(), fixture.target(), saved.report());

    Complaints complaints = new Complaints("dciodvfy, key objects");
    complaints.addDciodvfy("KeyObjectSelectionDocument", first);
    complaints.addDciodvfy("KeyObjectSelectionDocument", second);
    complaints.publish(reporter);
    String tree = Peers.succeed("dcmtk", "dsrdump", "+Pf", "+Pl", "+Pu", "+Pc", first.toString());
    assertTrue(tree.contains("<CONTAINER:(113000,DCM,\"Of Interest\")=SEPARATE>"), tree);
    String state = uid(fixture.written("PR").get(0));
    assertTrue(tree.contains(uid(film)), tree);
    assertTrue(tree.contains(state), tree);
    assertTrue(tree.contains(saved.report().documentUid()), tree);
    assertEquals("903", text(first, Tag.SeriesNumber));
    assertEquals(text(first, Tag.SeriesInstanceUID), text(second, Tag.SeriesInstanceUID));
    assertEquals("2", text(second, Tag.InstanceNumber));
  }

  @Test
  void withoutTheReportThereIsNothingToPointAt() throws Exception {
    StoreFixture elsewhere = new StoreFixture(folder.resolve("elsewhere"));
    StoreException refused =
        assertThrows(
            StoreException.class,
            () -> store.store(fixture.images(), elsewhere.target(), saved.report()));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains(elsewhere.target().toString()), message);
    assertEquals(List.of(), elsewhere.written("KO"));
  }

  @Test
  void dcentvfyFindsOnePatientAndStudyInAllObjects(TestReporter reporter) throws Exception {
    List<Path> objects = new ArrayList<>(List.of(film));
    objects.addAll(saved.files());
    objects.add(store.store(fixture.images(), fixture.target(), saved.report()));
    objects.add(
        new PdfStore(fixture.installationFile(), StoreFixture.CLOCK)
            .store(
                fixture.images(),
                fixture.target(),
                saved.report(),
                "%PDF-1.4 stand-in".getBytes(StandardCharsets.US_ASCII)));
    assertEquals(5, objects.size());

    Complaints complaints = new Complaints("dcentvfy, image + SR + PR + KO + PDF");
    complaints.add(KnownFalseAlarms.withoutDcentvfy(dcentvfy(objects)));
    complaints.publish(reporter);
  }

  @Test
  void dcentvfyWouldNoticeAnotherName() throws Exception {
    DicomFile report = fixture.objects("SR").get(0);
    report.dataSet().setString(Tag.PatientName, VR.PN, "Kim^Other");
    fixture.replace(report);

    List<String> said =
        KnownFalseAlarms.withoutDcentvfy(dcentvfy(List.of(film, fixture.written("SR").get(0))));

    assertTrue(said.stream().anyMatch(line -> line.contains("PatientName")), said.toString());
  }

  private static List<String> dcentvfy(List<Path> objects) {
    return Peers.run(
            "dicom3tools", "dcentvfy", objects.stream().map(Path::toString).toArray(String[]::new))
        .lines();
  }

  private static String uid(Path file) throws Exception {
    return text(file, Tag.SOPInstanceUID);
  }

  private static String text(Path file, int tag) throws Exception {
    return DataSetReader.readWhole(file).dataSet().getString(tag, "");
  }
}
