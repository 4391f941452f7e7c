package org.cervimark.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.aoju.bus.image.Tag;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.anatomy.View;
import org.cervimark.dicom.PhantomReading;
import org.cervimark.dicom.SampleCr;
import org.cervimark.dicom.SampleReading;
import org.cervimark.dicom.media.FolderStore;
import org.cervimark.dicom.media.StoreFixture;
import org.cervimark.dicom.toolkit.DicomFile;
import org.cervimark.image.Facing;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.OrientationSource;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.Scale;
import org.cervimark.image.ScaleSource;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Origin;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.SmallCatalogue;
import org.cervimark.reading.Reading;
import org.cervimark.terminology.PrivateScheme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** What validators and readers of other houses say of our structured reports. */
class ReportPeerTest {

  private static final Path SCRIPT = Path.of("src/test/peers/read-sr.mjs");

  @TempDir private Path folder;
  private StoreFixture fixture;
  private final SampleCr image = new SampleCr();

  @BeforeEach
  void prepare() throws Exception {
    fixture = new StoreFixture(folder);
    fixture.write(image, "image.dcm");
  }

  @Test
  void dciodvfyFindsTheModulesInOrder(TestReporter reporter) throws Exception {
    SampleCr other = SampleCr.ofSameStudy(image);
    fixture.write(other, "other.dcm");
    Catalogue catalogue = Catalogue.builtIn();
    var store = fixture.store(catalogue, StoreFixture.CLOCK);
    Random lot = new Random(20);
    for (int run = 0; run < 5; run++) {
      SampleCr next = run % 2 == 0 ? image : other;
      store.save(SampleReading.random(next, lot, catalogue), StoreFixture.READER);
    }

    Complaints complaints = new Complaints("dciodvfy, reports");
    for (Path report : fixture.written("SR")) {
      complaints.addDciodvfy("ComprehensiveSR", report);
    }
    complaints.publish(reporter);
  }

  @Test
  void dciodvfyKnowsTheOtherClasses() throws Exception {
    for (Map.Entry<String, String> entry :
        Map.of("comprehensive-3d", "Comprehensive3DSR", "enhanced", "EnhancedSR").entrySet()) {
      StoreFixture site = new StoreFixture(folder.resolve(entry.getKey()));
      SampleCr film = new SampleCr();
      site.write(film, "image.dcm");
      Files.createDirectories(site.installationFile().getParent());
      Files.writeString(
          site.installationFile(),
          "device.uid=2.25.7\nstation=ROOM-1\ninstitution=Test hospital\nreport.class="
              + entry.getKey()
              + "\n");
      site.store().save(full(film), StoreFixture.READER);
      site.store().save(full(film), StoreFixture.READER);

      assertEquals(List.of(entry.getValue()), dciodvfy(site.written("SR").get(1)));
      assertEquals(2, site.store().revisions(film.reference(1).studyInstanceUid()).size());
    }
  }

  @Test
  void dciodvfyWouldNoticeAMissingReference() throws Exception {
    fixture.store().save(full(image), StoreFixture.READER);
    DicomFile report = fixture.objects("SR").get(0);
    report
        .dataSet()
        .getNestedDataset(Tag.CurrentRequestedProcedureEvidenceSequence)
        .getSequence(Tag.ReferencedSeriesSequence)
        .remove(0);
    fixture.replace(report);

    assertTrue(dciodvfy(report.path()).size() > 1, "the fault was not noticed");
  }

  @Test
  void dsrdumpReadsTheWholeTree(TestReporter reporter) throws Exception {
    fixture.store().save(full(image), StoreFixture.READER);

    Peers.Answer answer =
        Peers.run(
            "dcmtk",
            "dsrdump",
            "+Pf",
            "+Pl",
            "+Pu",
            "+Pc",
            fixture.written("SR").get(0).toString());

    assertEquals(0, answer.exit(), answer.output());
    Complaints complaints = new Complaints("dsrdump, report");
    complaints.add(KnownFalseAlarms.withoutDsrdump(answer.lines()));
    complaints.publish(reporter);
    assertTrue(
        answer
            .output()
            .contains(
                "<contains NUM:(285285000,SCT,\"Cobb angle\")=\"24.9938199157837\""
                    + " (deg,UCUM,\"degree\")>"),
        answer.output());
    assertTrue(
        answer.output().contains("(CURVDIR,99CERVIMARK,\"Direction of sagittal curve\")=(LORD,"),
        answer.output());
    assertTrue(
        answer
            .output()
            .contains(
                "<contains CODE:(PLUMBT,99CERVIMARK,\"Plumb line, upper point\")"
                    + "=(NOTVIS,99CERVIMARK,\"Not visible\")>"),
        answer.output());
    assertTrue(answer.output().contains("Hong^Gildong=洪^吉洞=홍^길동"), answer.output());
  }

  @Test
  void cornerstoneShowsTheSameValues() throws Exception {
    fixture.store().save(full(image), StoreFixture.READER);

    JsonObject answer = cornerstone(fixture.written("SR").get(0));

    assertEquals("[]", answer.getAsJsonArray("warnings").toString());
    JsonObject tools = answer.getAsJsonObject("tools");
    assertEquals(java.util.Set.of("CobbAngle", "Length", "Angle", "Probe"), tools.keySet());
    assertEquals(24.99381991, value(tools, "CobbAngle"), 0.05);
    assertEquals(2.22506179, value(tools, "Length"), 0.05);
    // T1: 100 columns forward, 60 rows down.
    assertEquals(Math.toDegrees(Math.atan2(60, 100)), value(tools, "Angle"), 0.05);
    JsonArray probes = tools.getAsJsonArray("Probe");
    LandmarkSet placed = full(image).landmarks();
    assertEquals(8, probes.size());
    for (JsonElement element : probes) {
      JsonObject probe = element.getAsJsonObject();
      String finding = probe.get("finding").getAsString();
      LandmarkId id =
          SmallCatalogue.get().landmarks().all().stream()
              .filter(l -> l.code().value().equals(finding))
              .findFirst()
              .orElseThrow()
              .id();
      ImagePoint point = placed.point(id).orElseThrow();
      JsonArray shown = probe.getAsJsonArray("points").get(0).getAsJsonArray();
      assertEquals(point.column(), shown.get(0).getAsDouble(), 0.001, finding);
      assertEquals(point.row(), shown.get(1).getAsDouble(), 0.001, finding);
    }
  }

  @Test
  void cornerstoneTakesNothingOfTheWholeCatalogueForARectangle() throws Exception {
    Catalogue catalogue = Catalogue.builtIn();
    Reading reading = SampleReading.random(image, new Random(3), catalogue);
    for (int seed = 4; reading.values().size() < 15; seed++) {
      reading = SampleReading.random(image, new Random(seed), catalogue);
    }
    fixture.store(catalogue, StoreFixture.CLOCK).save(reading, StoreFixture.READER);

    JsonObject answer = cornerstone(fixture.written("SR").get(0));

    assertEquals("[]", answer.getAsJsonArray("warnings").toString());
    assertFalse(answer.getAsJsonObject("tools").has("RectangleROI"), answer.toString());
    assertEquals(
        reading.landmarks().all().stream().filter(p -> p.point().isPresent()).count(),
        answer.getAsJsonObject("tools").getAsJsonArray("Probe").size());
  }

  @Test
  void cornerstoneComputesTheStoredValuesOfTheWholeCatalogue() throws Exception {
    Catalogue catalogue = Catalogue.builtIn();
    Path study = Path.of("test-images/hong/2026-02-25");
    Reading film = PhantomReading.of(study.resolve("lateral-neutral.dcm"), catalogue);
    Reading reading = SampleReading.with(film, film.landmarks(), catalogue);
    new FolderStore(
            study, fixture.target(), catalogue, fixture.installationFile(), StoreFixture.CLOCK)
        .save(reading, StoreFixture.READER);

    JsonObject answer =
        cornerstone(
            fixture.written("SR").get(0),
            reading.columns(),
            reading.rows(),
            reading.scale().columnSpacing(),
            reading.scale().rowSpacing());

    assertEquals("[]", answer.getAsJsonArray("warnings").toString());
    int compared = 0;
    for (String tool : List.of("CobbAngle", "Angle", "Length")) {
      JsonArray shown = answer.getAsJsonObject("tools").getAsJsonArray(tool);
      for (JsonElement element : shown == null ? new JsonArray() : shown) {
        String finding = element.getAsJsonObject().get("finding").getAsString();
        String id = catalogue.measurement(PrivateScheme.code(finding, finding)).orElseThrow().id();
        double stored =
            reading.values().stream()
                .filter(v -> v.measurement().equals(id))
                .mapToDouble(v -> v.number().orElseThrow().value())
                .findFirst()
                .orElseThrow();
        assertEquals(
            Math.abs(stored), element.getAsJsonObject().get("value").getAsDouble(), 0.05, id);
        compared++;
      }
    }
    assertTrue(compared >= 5, "only " + compared + " values compared");
    assertFalse(answer.getAsJsonObject("tools").has("RectangleROI"), answer.toString());
  }

  /** Everything that a report can hold, on few landmarks: values of all kinds, unseen landmarks. */
  private static Reading full(SampleCr film) {
    LandmarkSet landmarks =
        SampleReading.landmarks(SampleReading.EXAMPLE)
            .with(
                new Placement(
                    SmallCatalogue.T1P,
                    Optional.of(new ImagePoint(600, 640)),
                    Visibility.ESTIMATED,
                    Origin.CORRECTED))
            .with(
                new Placement(
                    SmallCatalogue.T1A,
                    Optional.of(new ImagePoint(500, 700)),
                    Visibility.UNCERTAIN,
                    Origin.AUTOMATIC))
            .with(Placement.notVisible(new LandmarkId("plumb-top")));
    return SampleReading.of(
        film,
        landmarks,
        new Scale(0.12, 0.12, ScaleSource.HEADER, Optional.empty()),
        SmallCatalogue.get(),
        View.LATERAL_NEUTRAL,
        Optional.of(PatientOrientation.lateral(Facing.LEFT)),
        Optional.of(OrientationSource.LANDMARKS));
  }

  private static List<String> dciodvfy(Path file) {
    return KnownFalseAlarms.withoutDciodvfy(
        Peers.run("dicom3tools", "dciodvfy", "-new", file.toString()).lines());
  }

  private static JsonObject cornerstone(Path report) {
    return cornerstone(report, SampleCr.COLUMNS, SampleCr.ROWS, 0.12, 0.12);
  }

  private static JsonObject cornerstone(
      Path report, int columns, int rows, double columnSpacing, double rowSpacing) {
    Peers.Answer answer =
        Peers.runNodeScript(
            SCRIPT,
            report.toAbsolutePath().toString(),
            Integer.toString(columns),
            Integer.toString(rows),
            Double.toString(columnSpacing),
            Double.toString(rowSpacing));
    assertEquals(0, answer.exit(), answer.output());
    List<String> lines = answer.lines();
    return JsonParser.parseString(lines.get(lines.size() - 1)).getAsJsonObject();
  }

  private static double value(JsonObject tools, String tool) {
    JsonArray shown = tools.getAsJsonArray(tool);
    assertEquals(1, shown.size(), tool);
    return shown.get(0).getAsJsonObject().get("value").getAsDouble();
  }
}
