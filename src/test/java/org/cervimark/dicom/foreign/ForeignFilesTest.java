package org.cervimark.dicom.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.dicom.toolkit.DataSetReader;
import org.cervimark.dicom.toolkit.DicomFile;
import org.cervimark.dicom.toolkit.Toolkit;
import org.cervimark.image.PersonName;
import org.cervimark.reading.ForeignLayer;
import org.cervimark.reading.ForeignMark;
import org.cervimark.testdata.SharedFiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** What is recognised in files of other programs; expected as dsrdump and dcmdump print it. */
class ForeignFilesTest {

  @TempDir private Path folder;
  private final TestReporter reporter;

  ForeignFilesTest(TestReporter reporter) {
    this.reporter = reporter;
  }

  @Test
  void highdicomGroups() throws Exception {
    ForeignLayer layer = read("highdicom/sr_document_with_multiple_groups.dcm");
    assertEquals("Manufacturer, " + author(layer) + ", 2023-05-01", layer.whose());
    assertEquals("Doe^John", layer.author().orElseThrow().toDicom());
    assertEquals(
        List.of(
            "Image0001 NONE | Intensity Histogram Mean -119.07385253906 Hounsfield Unit",
            "Nodule CIRCLE 45,55 45,65 | Diameter 10.0 mm",
            "Aorta POLYLINE 25,45 45,45 45,65 25,65 | Diameter 20.0 mm",
            "Vertebra NONE | Volume 200.0 cubic millimeter"),
        lines(layer));
    assertEquals(1, layer.leftOut());
  }

  @Test
  void highdicomPlanarRegion() throws Exception {
    ForeignLayer layer = read("highdicom/sr_document.dcm");
    assertEquals(
        List.of("Spinal cord CIRCLE 58,52 58,41 | Area of defined region 1.7 square centimeter"),
        lines(layer));
    assertEquals("Foo", layer.author().orElseThrow().toDicom());
    assertEquals(0, layer.leftOut());
  }

  @Test
  void cornerstoneBidirectional() throws Exception {
    ForeignLayer layer = read("dcmjs/test/sample-sr.dcm");
    String label = "Bidirectional";
    assertEquals(
        List.of(
            label
                + " POLYLINE 580.719177,1090.83582 543.354004,988.392151"
                + " | Long Axis 64.4505437946691 px",
            label
                + " POLYLINE 599.401794,1028.23132 524.671326,1050.99658"
                + " | Short Axis 42.9670291964462 px"),
        lines(layer));
    assertEquals("Unspecified", layer.maker());
  }

  /** dsrdump refuses this one, because a number has no value; the places are there all the same. */
  @Test
  void oldCornerstoneWithANumberWithoutValue() throws Exception {
    ForeignLayer layer = read("dcmjs/examples/data/structured_report.dcm");
    List<String> lines = lines(layer);
    assertEquals("ExampleText POINTS 169.5,360 |", lines.get(0));
    assertEquals(
        "cornerstoneTools@^4.0.0:EllipticalRoi ELLIPSE 295.5,319.5 388.5,319.5 342,285 342,354"
            + " | AREA 4806.42320110457 squaremillimeter",
        lines.get(1));
    assertTrue(lines.get(2).startsWith("cornerstoneTools@^4.0.0:Bidirectional POLYLINE "));
  }

  @Test
  void dcmqiValuesOfASegmentation() throws Exception {
    ForeignLayer layer = read("dcmqi/sr-example/sr.dcm");
    assertEquals(1, layer.marks().size());
    ForeignMark mark = layer.marks().get(0);
    assertEquals("Neoplasm, Primary", mark.label());
    assertEquals(ForeignMark.Shape.NONE, mark.shape());
    // dsrdump prints 22 numbers below CONTAINS; two of them are the library's rows and columns.
    assertEquals(
        new ForeignMark.Value("SUVbw", 6.01529, "Standardized Uptake Value body weight"),
        mark.values().get(0));
    assertTrue(
        mark.values().contains(new ForeignMark.Value("Volume", 33.5824, "Milliliter")),
        mark.toString());
    assertEquals("User2", layer.author().orElseThrow().toDicom());
  }

  @Test
  void hl7ExampleInJson() throws Exception {
    Toolkit.start();
    String json =
        Files.readString(
            SharedFiles.get("hl7-dicom-sr/Example-MeasurementReport.json"), StandardCharsets.UTF_8);
    JsonElement root = JsonParser.parseString(json);
    Attributes report =
        attributes((root.isJsonArray() ? root.getAsJsonArray().get(0) : root).getAsJsonObject());
    ForeignLayer layer =
        ForeignObjects.read(new DicomFile(Path.of("example.json"), "", report, Optional.empty()))
            .orElseThrow();
    publish("hl7-dicom-sr/Example-MeasurementReport.json", layer);
    assertEquals(
        List.of(
            "Solitary nodule of lung NONE | Volume 31112.2 "
                + unit(layer, 0)
                + "; Diameter 49.94462 "
                + unit(layer, 1)
                + "; Body surface area 9026.567 "
                + unit(layer, 2)),
        lines(layer));
  }

  @Test
  void reportsWithoutMarksHaveNone() throws Exception {
    for (String file : List.of("reportsi.dcm", "reportki.dcm")) {
      ForeignLayer layer = read("debian-dicomscope/reports/" + file);
      assertEquals(List.of(), layer.marks());
      assertEquals(0, layer.leftOut());
      assertTrue(layer.maker().startsWith("Kuratorium OFFIS e.V."), layer.maker());
    }
  }

  /** In a folder they lie beside the images, are no problems, and are not touched. */
  @Test
  void foldersDeliverThemAndLeaveThemAlone() throws Exception {
    List<Path> sources =
        List.of(
            SharedFiles.get("highdicom/sr_document.dcm"),
            SharedFiles.get("dcmjs/test/sample-sr.dcm"),
            SharedFiles.get("dcmjs/examples/data/structured_report.dcm"),
            SharedFiles.get("dcmqi/sr-example/sr.dcm"),
            SharedFiles.get("debian-dicomscope/reports/reportsi.dcm"));
    for (int i = 0; i < sources.size(); i++) {
      Files.copy(sources.get(i), folder.resolve(i + ".dcm"));
    }
    StudyFolder found = StudyFolder.scan(folder);
    assertEquals(List.of(), found.problems());
    assertEquals(5, found.foreign().size());
    for (int i = 0; i < sources.size(); i++) {
      assertEquals(-1, Files.mismatch(sources.get(i), folder.resolve(i + ".dcm")));
    }
  }

  private ForeignLayer read(String file) throws DicomException {
    ForeignLayer layer =
        ForeignObjects.read(DataSetReader.readHeader(SharedFiles.get(file))).orElseThrow();
    publish(file, layer);
    return layer;
  }

  private void publish(String file, ForeignLayer layer) {
    reporter.publishEntry(
        file,
        "marks "
            + layer.marks().size()
            + ", points "
            + layer.marks().stream().mapToInt(m -> m.points().size()).sum()
            + ", values "
            + layer.marks().stream().mapToInt(m -> m.values().size()).sum()
            + ", left out "
            + layer.leftOut());
  }

  private static String author(ForeignLayer layer) {
    return layer.author().map(PersonName::display).orElse("");
  }

  private static String unit(ForeignLayer layer, int value) {
    return layer.marks().get(0).values().get(value).unit();
  }

  static List<String> lines(ForeignLayer layer) {
    return layer.marks().stream()
        .map(
            m ->
                m.label()
                    + " "
                    + m.shape()
                    + m.points().stream()
                        .map(p -> " " + number(p.column()) + "," + number(p.row()))
                        .collect(Collectors.joining())
                    + " |"
                    + (m.values().isEmpty() ? "" : " ")
                    + m.values().stream()
                        .map(v -> v.name() + " " + v.value() + " " + v.unit())
                        .collect(Collectors.joining("; ")))
        .toList();
  }

  /** As dcmdump prints a float. */
  private static String number(double value) {
    return new java.math.BigDecimal(value)
        .round(new java.math.MathContext(9))
        .stripTrailingZeros()
        .toPlainString();
  }

  /** The example writes some single values without the array that the standard asks for. */
  private static JsonArray values(@Nullable JsonElement value) {
    if (value == null) {
      return new JsonArray();
    }
    if (value.isJsonArray()) {
      return value.getAsJsonArray();
    }
    JsonArray one = new JsonArray();
    one.add(value);
    return one;
  }

  private static Attributes attributes(JsonObject json) {
    Attributes attributes = new Attributes();
    for (Map.Entry<String, JsonElement> entry : json.entrySet()) {
      int tag = Integer.parseUnsignedInt(entry.getKey(), 16);
      JsonObject element = entry.getValue().getAsJsonObject();
      VR vr = VR.valueOf(element.get("vr").getAsString());
      JsonArray values = values(element.get("Value"));
      if (values.isEmpty()) {
        attributes.setNull(tag, vr);
      } else if (vr == VR.SQ) {
        Sequence sequence = attributes.newSequence(tag, values.size());
        values.forEach(item -> sequence.add(attributes(item.getAsJsonObject())));
      } else if (vr == VR.PN) {
        JsonElement name = values.get(0);
        attributes.setString(
            tag,
            vr,
            name.isJsonObject()
                ? name.getAsJsonObject().get("Alphabetic").getAsString()
                : name.getAsString());
      } else {
        String[] texts = new String[values.size()];
        for (int i = 0; i < texts.length; i++) {
          texts[i] = values.get(i).getAsString();
        }
        attributes.setString(tag, vr, texts);
      }
    }
    return attributes;
  }
}
