package org.cervimark.dicom.sr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cervimark.dicom.SampleCr;
import org.cervimark.dicom.SampleReading;
import org.cervimark.dicom.media.StoreFixture;
import org.cervimark.dicom.toolkit.DataSetReader;
import org.cervimark.dicom.toolkit.DicomFile;
import org.cervimark.measurement.SmallCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The worked example of the specification of our objects, written by another program: ours, made of
 * the same landmarks, has the same values and the same structure.
 */
class WorkedExampleTest {

  private static final Path SAMPLES = Path.of("../shared/spec/annotation-samples");

  /** Items of the sample that we have nothing to say in. */
  private static final Set<String> THEIRS =
      Set.of(
          "121009", // organization
          "111031", // view of the X-ray unit
          "122423", // size of the calibration object
          "C2348792", // time point
          "126072", // time point type
          "121402", // normality
          "371933006", // normal range
          "385524004",
          "121407",
          "121408");

  /** Items that we add. */
  private static final Set<String> OURS =
      Set.of("CATVER", "RDVIEW", "RDPROT", "ORISRC", "UNCBASIS");

  @TempDir private Path folder;

  @Test
  void ourReportHasTheValuesAndTheStructureOfTheSample() throws Exception {
    DicomFile sample = sample("sr1.dcm");
    ContentItem theirs = ContentDecoder.decodeRoot(sample.dataSet(), sample.path());
    ContentItem ours = written();

    assertEquals(24.993819915783703, value(theirs, "C2C7COBB"));
    assertEquals(24.993819915783703, value(ours, "C2C7COBB"), 1e-12);
    assertEquals(2.225061796894639, value(theirs, "ADI"));
    assertEquals(2.225061796894639, value(ours, "ADI"), 1e-12);
    Map<String, List<String>> ourGroups = groups(ours);
    ourGroups.remove("TORGC3");
    assertEquals(groups(theirs), ourGroups);
    assertEquals(outline(theirs), outline(ours));
  }

  @Test
  void samplesAreNotTakenForOurs() throws Exception {
    List<Path> files = new ArrayList<>();
    assumeSamples();
    try (Stream<Path> listed = Files.list(SAMPLES)) {
      listed.filter(f -> f.toString().endsWith(".dcm")).sorted().forEach(files::add);
    }

    for (Path file : files) {
      assertEquals(
          Optional.empty(),
          new SrReader(SmallCatalogue.get()).read(DataSetReader.readWhole(file)),
          file.toString());
    }
  }

  private ContentItem written() throws Exception {
    StoreFixture fixture = new StoreFixture(folder);
    SampleCr image = new SampleCr();
    fixture.write(image, "image.dcm");
    fixture.store().save(SampleReading.example(image), StoreFixture.READER);
    DicomFile report = fixture.objects("SR").get(0);
    return ContentDecoder.decodeRoot(report.dataSet(), report.path());
  }

  private static DicomFile sample(String name) throws Exception {
    assumeSamples();
    return DataSetReader.readWhole(SAMPLES.resolve(name));
  }

  private static void assumeSamples() {
    assumeTrue(
        Files.isDirectory(SAMPLES), () -> "SKIPPED: the samples " + SAMPLES + " are not there");
  }

  private static double value(ContentItem root, String finding) {
    return container(root, Concepts.IMAGING_MEASUREMENTS).children().stream()
        .filter(g -> finding(g).equals(finding))
        .flatMap(g -> g.children().stream())
        .filter(ContentItem.Numeric.class::isInstance)
        .mapToDouble(n -> ((ContentItem.Numeric) n).value())
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, List<String>> groups(ContentItem root) {
    Map<String, List<String>> groups = new TreeMap<>();
    for (ContentItem group : container(root, Concepts.IMAGING_MEASUREMENTS).children()) {
      List<String> lines = new ArrayList<>();
      list(group, 0, lines);
      groups.put(finding(group), lines);
    }
    return groups;
  }

  /** Everything but the groups. */
  private static List<String> outline(ContentItem root) {
    List<String> lines = new ArrayList<>();
    for (ContentItem item : root.children()) {
      if (item.name().filter(Concepts.IMAGING_MEASUREMENTS::sameConceptAs).isEmpty()) {
        list(item, 0, lines);
      }
    }
    return lines;
  }

  private static String finding(ContentItem group) {
    return Groups.coded(group, Concepts.FINDING).orElseThrow().value();
  }

  private static ContentItem container(ContentItem root, org.cervimark.terminology.Code name) {
    return root.children(ContentItem.Container.class, name).findFirst().orElseThrow();
  }

  private static void list(ContentItem item, int depth, List<String> lines) {
    String name = item.name().map(c -> c.value() + " " + c.meaning()).orElse("");
    String code = item.name().map(c -> c.value()).orElse("");
    if (THEIRS.contains(code) || OURS.contains(code)) {
      return;
    }
    String detail = "";
    if (item instanceof ContentItem.Coordinates coordinates) {
      detail = " " + coordinates.points() + " fiducial:" + coordinates.fiducialUid().isPresent();
    } else if (item instanceof ContentItem.Coded coded) {
      detail = " = " + coded.value().value() + " " + coded.value().meaning();
    } else if (item instanceof ContentItem.Container container) {
      detail = " " + container.template();
    }
    lines.add(
        "  ".repeat(depth)
            + item.relationship()
            + " "
            + item.getClass().getSimpleName()
            + " "
            + name
            + detail);
    item.children().forEach(child -> list(child, depth + 1, lines));
  }
}
