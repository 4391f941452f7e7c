package org.cervimark.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.dicom.PhantomReading;
import org.cervimark.dicom.SampleReading;
import org.cervimark.dicom.media.FolderStore;
import org.cervimark.dicom.media.StoreFixture;
import org.cervimark.image.ImagePoint;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Replicates;
import org.cervimark.landmark.Visibility;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Outcome;
import org.cervimark.reading.FreeMark;
import org.cervimark.reading.Reading;
import org.cervimark.reading.RevisionDraft;
import org.cervimark.reading.StudyRemarks;
import org.cervimark.reading.StudyReport;
import org.cervimark.reading.TimePoint;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What validators and readers of other houses say of documents that hold everything at once: films
 * of a study with values over two of them, a category, several passes, an unseen landmark, free
 * marks of every kind, remarks and a plan; amended, signed, and amended again, in all three
 * classes.
 */
class RichReportPeerTest {

  private static final Path STUDY = Path.of("test-images/hong/2026-01-14");
  private static final Catalogue CATALOGUE = Catalogue.builtIn();

  /** Few landmarks, because PixelMed takes minutes for many; enough for an angle and a category. */
  private static final Set<String> LANDMARKS =
      Set.of(
          "c2-inferior-endplate-anterior",
          "c2-inferior-endplate-posterior",
          "c2-dens-tip",
          "c1-anterior-arch-centre",
          "c7-inferior-endplate-anterior",
          "c7-inferior-endplate-posterior");

  @TempDir private static Path folder;

  /** The documents of each class: amended, signed, and amended once more. */
  @BeforeAll
  static void save() throws Exception {
    for (String kind : List.of("comprehensive", "comprehensive-3d", "enhanced")) {
      StoreFixture site = new StoreFixture(folder.resolve(kind));
      Files.createDirectories(site.installationFile().getParent());
      Files.writeString(
          site.installationFile(),
          "device.uid=2.25.7\nstation=ROOM-1\ninstitution=Test hospital\nreport.class="
              + kind
              + "\n");
      FolderStore store =
          new FolderStore(
              STUDY, site.target(), CATALOGUE, site.installationFile(), StoreFixture.CLOCK);
      Reading flexion = rich(STUDY.resolve("lateral-flexion.dcm"));
      Reading extension = rich(STUDY.resolve("lateral-extension.dcm"));
      StudyRemarks remarks =
          new StudyRemarks(
              List.of("osteophytes at C5 and C6", "disc space C6-C7 narrow"),
              Optional.of("MRI of the cervical spine"),
              Optional.of(
                  new TimePoint("Pre-operative", Optional.of(TimePoint.Type.PREOPERATIVE))));
      store.save(flexion, StoreFixture.READER);
      StudyReport both =
          store.save(RevisionDraft.of(extension).saying(remarks), StoreFixture.READER);
      assertTrue(!both.filmValues().isEmpty(), "values over two films");
      StudyReport signed =
          store.sign(both.studyInstanceUid(), StoreFixture.READER, "Test hospital");
      assertTrue(signed.verification().isPresent());
      store.save(SampleReading.withMarks(flexion, List.of()), StoreFixture.READER);
      assertTrue(
          both.readings().stream()
              .flatMap(r -> r.values().stream())
              .anyMatch(v -> v.outcome() instanceof Outcome.Classified),
          "a category");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "comprehensive, ComprehensiveSR",
    "comprehensive-3d, Comprehensive3DSR",
    "enhanced, EnhancedSR"
  })
  void dciodvfyAndDsrdumpFindNothing(String kind, String name, TestReporter reporter)
      throws Exception {
    Complaints modules = new Complaints("dciodvfy, everything, " + kind);
    Complaints tree = new Complaints("dsrdump, everything, " + kind);
    List<Path> reports = reports(kind);
    assertEquals(4, reports.size());
    for (Path report : reports) {
      modules.addDciodvfy(name, report);
      Peers.Answer answer =
          Peers.run("dcmtk", "dsrdump", "+Pf", "+Pl", "+Pu", "+Pc", report.toString());
      assertEquals(0, answer.exit(), answer.output());
      tree.add(KnownFalseAlarms.withoutDsrdump(answer.lines()));
    }
    modules.publish(reporter);
    tree.publish(reporter);
    String signed = Peers.succeed("dcmtk", "dsrdump", "+Pf", reports.get(2).toString());
    assertTrue(signed.contains("VERIFIED"), signed);
    assertTrue(signed.contains("MRI of the cervical spine"), signed);
    assertTrue(signed.contains("FREECOBB"), signed);
  }

  @Test
  void pixelMedFindsTheTemplatesInOrder(TestReporter reporter) throws Exception {
    Complaints complaints = new Complaints("PixelMed, everything");
    Peers.Answer answer = Peers.runPixelMedReportValidator(reports("comprehensive").get(2));
    assertTrue(
        answer.output().contains("Found Root Template TID_1500 (MeasurementReport)"),
        answer.output());
    assertTrue(answer.output().contains("IOD validation complete"), answer.output());
    complaints.add(KnownFalseAlarms.withoutPixelMed(answer.lines()));
    complaints.publish(reporter);
  }

  @Test
  void dciodvfyFindsThePicturesInOrder(TestReporter reporter) throws Exception {
    Complaints complaints = new Complaints("dciodvfy, pictures of everything");
    for (Path state : new StoreFixture(folder.resolve("comprehensive")).written("PR")) {
      complaints.addDciodvfy("GrayscaleSoftcopyPresentationState", state);
    }
    complaints.publish(reporter);
  }

  @Test
  void cornerstoneTakesNothingForARectangle() throws Exception {
    Reading any = rich(STUDY.resolve("lateral-flexion.dcm"));
    for (String kind : List.of("comprehensive", "enhanced")) {
      Peers.Answer answer =
          Peers.runNodeScript(
              Path.of("src/test/peers/read-sr.mjs"),
              reports(kind).get(2).toAbsolutePath().toString(),
              Integer.toString(any.columns()),
              Integer.toString(any.rows()),
              Double.toString(any.scale().columnSpacing()),
              Double.toString(any.scale().rowSpacing()));
      List<String> lines = answer.lines();
      JsonObject shown = JsonParser.parseString(lines.get(lines.size() - 1)).getAsJsonObject();
      assertEquals("[]", shown.getAsJsonArray("warnings").toString());
      Set<String> tools = new TreeSet<>(shown.getAsJsonObject("tools").keySet());
      // The film's scale is not that of its header, so that no length is handed to a viewer's tool.
      assertTrue(tools.containsAll(Set.of("Angle", "CobbAngle", "Probe")), "" + tools);
      assertTrue(!tools.contains("RectangleROI"), tools.toString());
    }
  }

  /** A film read twice, with a landmark nobody saw, and one free mark of each kind. */
  private static Reading rich(Path film) throws Exception {
    Reading whole = PhantomReading.of(film, CATALOGUE);
    List<LandmarkSet> passes = new ArrayList<>();
    for (int pass = 0; pass < 2; pass++) {
      List<Placement> placements = new ArrayList<>();
      for (Placement placement : whole.landmarks().all()) {
        if (LANDMARKS.contains(placement.landmark().value())) {
          ImagePoint p = placement.point().orElseThrow();
          placements.add(
              Placement.at(
                  placement.landmark(),
                  new ImagePoint(p.column() + pass, p.row()),
                  Visibility.CLEAR));
        }
      }
      placements.add(Placement.notVisible(new LandmarkId("t1-superior-endplate-anterior")));
      passes.add(LandmarkSet.of(placements));
    }
    LandmarkSet mean = Replicates.mean(passes);
    Reading once = SampleReading.with(whole, mean, CATALOGUE);
    List<FreeMark> marks = new ArrayList<>();
    for (FreeMark.Kind kind : FreeMark.Kind.values()) {
      List<ImagePoint> points = new ArrayList<>();
      for (int i = 0; i < kind.points(); i++) {
        points.add(
            new ImagePoint(
                50 + 60 * i,
                700 + 50 * List.of(FreeMark.Kind.values()).indexOf(kind) + 20 * (i * i % 3)));
      }
      marks.add(FreeMark.of(kind, points, kind == FreeMark.Kind.NOTE ? "osteophyte" : ""));
    }
    return new Reading(
        once.image(),
        once.modality(),
        once.columns(),
        once.rows(),
        once.view(),
        once.protocol(),
        once.scale(),
        once.orientation(),
        once.orientationSource(),
        mean,
        once.values(),
        passes,
        marks);
  }

  private static List<Path> reports(String kind) throws Exception {
    return new StoreFixture(folder.resolve(kind)).written("SR");
  }
}
