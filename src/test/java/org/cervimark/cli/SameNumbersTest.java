package org.cervimark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Outcome;
import org.cervimark.reading.MeasuredValue;
import org.cervimark.reading.ReadingSession;
import org.cervimark.report.Phantoms;
import org.cervimark.report.ReadingJson;
import org.cervimark.report.SavedPhantom;
import org.cervimark.report.table.CsvText;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One reading, saved as a structured report, in every form in which it leaves the program: the same
 * numbers, units, intervals and refusals. What was measured before saving is the standard.
 */
final class SameNumbersTest {

  private static final Catalogue CATALOGUE = Catalogue.builtIn();

  private static List<MeasuredValue> standard = List.of();
  private static Map<String, Map<String, String>> tidy = new HashMap<>();
  private static Map<String, String> wide = new HashMap<>();
  private static Map<String, JsonObject> json = new HashMap<>();
  private static Map<String, JsonObject> fhir = new HashMap<>();
  private static String text = "";
  private static String pdf = "";
  private static String jsonLine = "";

  @BeforeAll
  static void export(@TempDir Path folder) throws Exception {
    ReadingSession session = Phantoms.session(Phantoms.LATERAL, Optional.empty());
    session.remove(new LandmarkId("hard-palate-posterior"));
    session.markNotVisible(new LandmarkId("t1-superior-endplate-anterior"));
    standard = session.toReading().values();
    SavedPhantom.in(folder, Phantoms.LATERAL, session);
    Path out = folder.resolve("out");
    CommandRun.of(
            "export", folder, "--out", out, "--format", "text,csv,json,fhir,pdf", "--lang", "en")
        .ends(ExitCode.DONE);
    CsvText.parse(Files.readString(out.resolve("values.csv")))
        .forEach(row -> tidy.put(row.get("measurement"), row));
    wide = CsvText.parse(Files.readString(out.resolve("images.csv"))).get(0);
    jsonLine = Files.readString(out.resolve("readings.jsonl"));
    JsonParser.parseString(jsonLine)
        .getAsJsonObject()
        .getAsJsonArray("readings")
        .get(0)
        .getAsJsonObject()
        .getAsJsonArray("measurements")
        .forEach(m -> json.put(m.getAsJsonObject().get("id").getAsString(), m.getAsJsonObject()));
    JsonObject bundle =
        JsonParser.parseString(Files.readString(only(out, ".fhir.json"))).getAsJsonObject();
    for (JsonElement entry : bundle.getAsJsonArray("entry")) {
      JsonObject resource = entry.getAsJsonObject().getAsJsonObject("resource");
      if (resource.has("method")) {
        String method = resource.getAsJsonObject("method").get("text").getAsString();
        fhir.put(method.substring(0, method.indexOf(',')), resource);
      }
    }
    text = Files.readString(only(out, ".txt"));
    try (PDDocument document = Loader.loadPDF(only(out, ".pdf").toFile())) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      pdf = stripper.getText(document);
    }
  }

  @Test
  void everyValueIsTheSameEverywhere() {
    assertTrue(standard.size() > 50, "only " + standard.size());
    long numbers = 0;
    for (MeasuredValue value : standard) {
      String id = value.measurement();
      if (value.outcome() instanceof Outcome.Classified classified) {
        assertSameClass(id, classified);
        continue;
      }
      numbers++;
      Outcome.Measured measured = value.number().orElseThrow();
      double number = measured.value();
      double half = measured.interval().orElseThrow().halfWidth();
      String unit = measured.unit().code().value();

      Map<String, String> row = tidy.get(id);
      assertEquals(number, Double.parseDouble(row.get("value")), id);
      assertEquals(half, Double.parseDouble(row.get("half_width_95")), id);
      assertEquals(number - half, Double.parseDouble(row.get("low_95")), id);
      assertEquals(unit, row.get("unit"), id);

      assertEquals(number, Double.parseDouble(wide.get(id + " [" + unit + "]")), id);
      assertEquals(half, Double.parseDouble(wide.get(id + " half width 95 % [" + unit + "]")), id);

      JsonObject object = json.get(id);
      assertEquals(number, object.get("value").getAsDouble(), id);
      assertEquals(half, object.getAsJsonObject("interval").get("halfWidth").getAsDouble(), id);
      assertEquals(unit, object.get("unit").getAsString(), id);

      JsonObject quantity = fhir.get(id).getAsJsonObject("valueQuantity");
      assertEquals(number, quantity.get("value").getAsDouble(), id);
      assertEquals(unit, quantity.get("code").getAsString(), id);
      JsonObject width = fhir.get(id).getAsJsonArray("component").get(0).getAsJsonObject();
      assertEquals(half, width.getAsJsonObject("valueQuantity").get("value").getAsDouble(), id);

      String shown =
          measured.unit().format(number)
              + measured.unit().suffix()
              + " ± "
              + measured.unit().format(half)
              + measured.unit().suffix();
      Measurement measurement = CATALOGUE.measurement(id).orElseThrow();
      String name = measurement.name(Locale.ENGLISH);
      assertLine(text, name, shown);
      assertLine(pdf, name, shown);
    }
    assertEquals(numbers, tidy.values().stream().filter(r -> !r.get("value").isEmpty()).count());
    assertEquals(numbers, fhir.values().stream().filter(r -> r.has("valueQuantity")).count());
    assertEquals(numbers, json.values().stream().filter(m -> !m.get("value").isJsonNull()).count());
  }

  private static void assertSameClass(String id, Outcome.Classified classified) {
    String category = classified.category().id();
    assertEquals(category, tidy.get(id).get("category"), id);
    assertEquals(category, wide.get(id + " [category]"), id);
    assertEquals(category, json.get(id).getAsJsonObject("category").get("id").getAsString(), id);
    assertEquals(
        classified.category().code().value(),
        fhir.get(id)
            .getAsJsonObject("valueCodeableConcept")
            .getAsJsonArray("coding")
            .get(0)
            .getAsJsonObject()
            .get("code")
            .getAsString(),
        id);
    String shown = classified.category().name(Locale.ENGLISH);
    assertTrue(text.contains(shown), shown);
    assertTrue(pdf.contains(shown), shown);
  }

  @Test
  void everyRefusalIsTheSameEverywhere() {
    int refused = 0;
    for (Map<String, String> row : tidy.values()) {
      String id = row.get("measurement");
      if (!row.get("status").equals("measured")) {
        String reason = row.get("status");
        String explanation = row.get("explanation");
        assertFalse(explanation.isEmpty(), id);
        assertEquals(reason, wide.get(id + " status"), id);
        assertEquals(reason, json.get(id).get("reason").getAsString(), id);
        assertEquals(explanation, json.get(id).get("explanation").getAsString(), id);
        assertEquals(
            reason + ": " + explanation,
            fhir.get(id).getAsJsonObject("dataAbsentReason").get("text").getAsString(),
            id);
        String name = CATALOGUE.measurement(id).orElseThrow().name(Locale.ENGLISH);
        for (String note : List.of(text, pdf)) {
          String joined = note.replaceAll("\\s+", " ");
          assertTrue(joined.contains(name), name);
          assertTrue(joined.contains("– " + explanation), explanation);
        }
        refused++;
      }
    }
    assertTrue(refused >= 5, "only " + refused);
    assertEquals(refused + standard.size(), tidy.size());
  }

  /** The published schema, judged by another program. */
  @Test
  void theJsonFitsThePublishedSchema() throws Exception {
    Schema schema;
    try (InputStream in = ReadingJson.class.getResourceAsStream("reading.schema.json")) {
      schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
    }
    assertEquals(List.of(), messages(schema, jsonLine));
    CommandRun measured =
        CommandRun.of(
            "measure", Phantoms.LATERAL, "--landmarks", Phantoms.table(Phantoms.LATERAL), "--json");
    assertEquals(List.of(), messages(schema, measured.ends(ExitCode.DONE).out()));
    assertFalse(messages(schema, jsonLine.replace("\"deg\"", "\"grad\"")).isEmpty());
    assertFalse(messages(schema, jsonLine.replace("\"halfWidth\"", "\"width\"")).isEmpty());
    assertFalse(messages(schema, jsonLine.replace("\"revision\":1", "\"revision\":0")).isEmpty());
  }

  private static List<String> messages(Schema schema, String line) {
    return schema.validate(line, InputFormat.JSON).stream().map(Error::getMessage).toList();
  }

  private static void assertLine(String note, String name, String shown) {
    String start = name.substring(0, Math.min(18, name.length()));
    assertTrue(
        note.lines()
            .map(l -> l.replaceAll("\\s+", " "))
            .anyMatch(l -> l.contains(start) && (l + " ").contains(" " + shown.strip() + " ")),
        () -> name + ": " + shown + " is not in\n" + note);
  }

  private static Path only(Path folder, String ending) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(ending)).findFirst().orElseThrow();
    }
  }
}
