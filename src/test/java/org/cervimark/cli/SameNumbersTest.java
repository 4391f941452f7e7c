package org.cervimark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.image.ImagePoint;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Category;
import org.cervimark.measurement.Outcome;
import org.cervimark.measurement.Subject;
import org.cervimark.reading.FreeMark;
import org.cervimark.reading.MeasuredValue;
import org.cervimark.reading.Reading;
import org.cervimark.report.Phantoms;
import org.cervimark.report.ReadingJson;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One study in every form in which it leaves the program: the same numbers, units, intervals,
 * classes and refusals. Among its readings are one in two blinded passes, with measurements that a
 * user defined and things drawn freely, and two films that are measured together. What was measured
 * before saving is the standard.
 */
final class SameNumbersTest {

  private static ManifoldStudy study;
  private static Catalogue catalogue;
  private static Reading neutral;
  private static ExportedForms forms;

  @BeforeAll
  static void export(@TempDir Path folder) throws Exception {
    study = ManifoldStudy.in(folder);
    catalogue = study.catalogue();
    neutral = study.neutral();
    Path out = folder.resolve("out");
    CommandRun.of(
            "export",
            study.folder(),
            "--out",
            out,
            "--format",
            "text,csv,json,fhir,pdf",
            "--lang",
            "en",
            "--definitions",
            study.definitions())
        .ends(ExitCode.DONE);
    forms = ExportedForms.of(out, study.saved().revision());
  }

  @Test
  void everyNumberIsTheSameEverywhere() {
    int numbers = 0;
    for (Map.Entry<String, MeasuredValue> entry : study.values().entrySet()) {
      if (entry.getValue().outcome() instanceof Outcome.Measured measured) {
        assertSameNumber(entry.getKey(), entry.getValue().measurement(), measured);
        numbers++;
      }
    }
    assertTrue(numbers > 90, "only " + numbers);
    assertTrue(
        study.values().containsKey(ManifoldStudy.key(neutral, "my-c3-c6-angle")),
        "what the user defined");
    assertTrue(
        study.values().keySet().stream().filter(k -> k.contains(" ")).count() > 10,
        "films together");
    int marks = 2;
    assertEquals(
        numbers + marks,
        forms.tidy().values().stream().filter(r -> !r.get("value").isEmpty()).count());
    assertEquals(
        numbers + marks,
        forms.fhir().values().stream().filter(r -> r.has("valueQuantity")).count());
    assertEquals(
        numbers + marks,
        forms.json().values().stream().filter(m -> !m.get("value").isJsonNull()).count());
  }

  private static void assertSameNumber(String key, String id, Outcome.Measured measured) {
    double number = measured.value();
    double half = measured.interval().orElseThrow().halfWidth();
    String unit = measured.unit().code().value();

    Map<String, String> row = forms.tidy().get(key);
    assertEquals(number, Double.parseDouble(row.get("value")), key);
    assertEquals(half, Double.parseDouble(row.get("half_width_95")), key);
    assertEquals(number - half, Double.parseDouble(row.get("low_95")), key);
    assertEquals(number + half, Double.parseDouble(row.get("high_95")), key);
    assertEquals(unit, row.get("unit"), key);

    Map<String, String> wide = forms.wide().get(images(key));
    assertEquals(number, Double.parseDouble(wide.get(id + " [" + unit + "]")), key);
    assertEquals(half, Double.parseDouble(wide.get(id + " half width 95 % [" + unit + "]")), key);

    JsonObject object = forms.json().get(key);
    assertEquals(number, object.get("value").getAsDouble(), key);
    assertEquals(half, object.getAsJsonObject("interval").get("halfWidth").getAsDouble(), key);
    assertEquals(row.get("interval_basis"), basis(object), key);
    assertEquals(unit, object.get("unit").getAsString(), key);

    JsonObject quantity = forms.fhir().get(key).getAsJsonObject("valueQuantity");
    assertEquals(number, quantity.get("value").getAsDouble(), key);
    assertEquals(unit, quantity.get("code").getAsString(), key);
    JsonObject width = forms.fhir().get(key).getAsJsonArray("component").get(0).getAsJsonObject();
    assertEquals(half, width.getAsJsonObject("valueQuantity").get("value").getAsDouble(), key);
    String text = width.getAsJsonObject("code").get("text").getAsString();
    assertTrue(text.endsWith(row.get("interval_basis")), text);

    String shown =
        measured.unit().format(number)
            + measured.unit().suffix()
            + " ± "
            + measured.unit().format(half)
            + measured.unit().suffix();
    assertLine(forms.text(), name(id), shown);
    assertLine(forms.pdf(), name(id), shown);
  }

  private static String basis(JsonObject value) {
    return value.getAsJsonObject("interval").get("basis").getAsString();
  }

  @Test
  void everyClassIsTheSameEverywhere() {
    int classes = 0;
    for (Map.Entry<String, MeasuredValue> entry : study.values().entrySet()) {
      if (!(entry.getValue().outcome() instanceof Outcome.Classified classified)) {
        continue;
      }
      classes++;
      String key = entry.getKey();
      String id = entry.getValue().measurement();
      String category = classified.category().id();
      String possible =
          classified.alsoPossible().stream().map(Category::id).collect(Collectors.joining(" "));
      assertEquals(category, forms.tidy().get(key).get("category"), key);
      assertEquals(possible, forms.tidy().get(key).get("also_possible"), key);
      assertEquals(category, forms.wide().get(images(key)).get(id + " [category]"), key);
      JsonObject json = forms.json().get(key).getAsJsonObject("category");
      assertEquals(category, json.get("id").getAsString(), key);
      List<String> words = new ArrayList<>();
      json.getAsJsonArray("alsoPossible").forEach(e -> words.add(e.getAsString()));
      assertEquals(possible, String.join(" ", words), key);
      JsonObject observation = forms.fhir().get(key);
      assertEquals(
          classified.category().code().value(),
          observation
              .getAsJsonObject("valueCodeableConcept")
              .getAsJsonArray("coding")
              .get(0)
              .getAsJsonObject()
              .get("code")
              .getAsString(),
          key);
      assertTrue(observation.toString().contains(possible), key);
      String shown = classified.category().name(Locale.ENGLISH);
      assertLine(forms.text(), name(id), shown);
      assertLine(forms.pdf(), name(id), shown);
    }
    assertTrue(classes >= 2, "only " + classes);
    assertTrue(study.values().get(ManifoldStudy.key(neutral, "my-dens-class")).number().isEmpty());
  }

  @Test
  void everyRefusalIsTheSameEverywhere() {
    int refused = 0;
    for (Map.Entry<String, Map<String, String>> entry : forms.tidy().entrySet()) {
      Map<String, String> row = entry.getValue();
      String key = entry.getKey();
      String id = row.get("measurement");
      if (row.get("status").equals("measured")) {
        continue;
      }
      String reason = row.get("status");
      String explanation = row.get("explanation");
      assertFalse(explanation.isEmpty(), key);
      assertFalse(study.values().containsKey(key), key);
      assertEquals(reason, forms.wide().get(images(key)).get(id + " status"), key);
      assertEquals(reason, forms.json().get(key).get("reason").getAsString(), key);
      assertEquals(explanation, forms.json().get(key).get("explanation").getAsString(), key);
      assertEquals(
          reason + ": " + explanation,
          forms.fhir().get(key).getAsJsonObject("dataAbsentReason").get("text").getAsString(),
          key);
      for (String note : List.of(forms.text(), forms.pdf())) {
        String joined = note.replaceAll("\\s+", " ");
        assertTrue(joined.contains(name(id)), name(id));
        assertTrue(joined.contains("– " + explanation), explanation);
      }
      refused++;
    }
    assertTrue(refused >= 5, "only " + refused);
    assertEquals(
        "missing-landmarks",
        forms.tidy().get(ManifoldStudy.key(neutral, "my-palate")).get("status"));
    assertEquals(
        refused + study.values().size() + 2, forms.tidy().size(), "nothing else, but two marks");
  }

  /** Of a film read twice all forms state the mean; tables and JSON also each pass alone. */
  @Test
  void everyPassIsTheSameEverywhere() {
    Reading read =
        study.saved().readings().stream()
            .filter(r -> ManifoldStudy.uid(r).equals(ManifoldStudy.uid(neutral)))
            .findFirst()
            .orElseThrow();
    assertEquals(neutral.replicates(), read.replicates());
    JsonArray replicates = reading().getAsJsonArray("replicates");
    assertEquals(2, replicates.size());
    assertEquals(2, reading().get("passes").getAsInt());
    Map<String, Double> values = new HashMap<>();
    for (int pass = 1; pass <= 2; pass++) {
      LandmarkSet landmarks = neutral.replicates().get(pass - 1);
      JsonObject replicate = replicates.get(pass - 1).getAsJsonObject();
      assertEquals(pass, replicate.get("pass").getAsInt());
      for (JsonElement element : replicate.getAsJsonArray("landmarks")) {
        JsonObject landmark = element.getAsJsonObject();
        Optional<ImagePoint> point =
            landmarks.point(new LandmarkId(landmark.get("id").getAsString()));
        assertEquals(
            point.map(ImagePoint::column).orElse(Double.NaN),
            landmark.get("column").isJsonNull()
                ? Double.NaN
                : landmark.get("column").getAsDouble());
      }
      assertEquals(landmarks.all().size(), replicate.getAsJsonArray("landmarks").size());
      Subject subject = new Subject(landmarks, neutral.scale(), neutral.orientation());
      for (JsonElement element : replicate.getAsJsonArray("values")) {
        JsonObject value = element.getAsJsonObject();
        String id = value.get("id").getAsString();
        Outcome outcome = catalogue.measurement(id).orElseThrow().evaluate(subject);
        Map<String, String> row = row(pass, id);
        if (outcome instanceof Outcome.Measured measured) {
          assertEquals(measured.value(), value.get("value").getAsDouble(), id);
          assertEquals(measured.value(), Double.parseDouble(row.get("value")), id);
          assertEquals(measured.unit().code().value(), row.get("unit"), id);
          values.merge(id, measured.value(), (one, other) -> Math.abs(one - other));
        } else if (outcome instanceof Outcome.Classified classified) {
          assertEquals(classified.category().id(), value.get("category").getAsString(), id);
          assertEquals(classified.category().id(), row.get("category"), id);
        } else {
          assertEquals(row.get("status"), value.get("reason").getAsString(), id);
        }
      }
    }
    assertTrue(values.get("c2-c7-cobb") > 0, "passes differ");
    assertEquals(
        forms.passes().size(),
        2 * replicates.get(0).getAsJsonObject().getAsJsonArray("values").size());
    assertTrue(forms.bundle().contains("mean of 2 passes"), "FHIR");
    assertLine(forms.text(), "Passes", "2, each blinded to the others;");
    assertTrue(forms.pdf().contains("2, each blinded to the others;"), forms.pdf());
    assertEquals(
        "placement-reader",
        forms.tidy().get(ManifoldStudy.key(neutral, "c2-c7-cobb")).get("interval_basis"));
  }

  private static Map<String, String> row(int pass, String id) {
    return forms.passes().stream()
        .filter(
            r -> r.get("pass").equals(Integer.toString(pass)) && r.get("measurement").equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static JsonObject reading() {
    for (JsonElement reading :
        JsonParser.parseString(forms.line()).getAsJsonObject().getAsJsonArray("readings")) {
      if (reading
          .getAsJsonObject()
          .get("sopInstanceUid")
          .getAsString()
          .equals(ManifoldStudy.uid(neutral))) {
        return reading.getAsJsonObject();
      }
    }
    throw new AssertionError("the film is not there");
  }

  /** What was drawn freely has a number, and no interval. */
  @Test
  void everyMarkIsTheSameEverywhere() {
    for (FreeMark mark : neutral.marks()) {
      Optional<FreeMark.Value> value = mark.value(neutral.scale());
      if (value.isEmpty()) {
        assertTrue(forms.text().contains(mark.text()), mark.text());
        assertTrue(forms.pdf().contains(mark.text()), mark.text());
        continue;
      }
      double number = value.get().value();
      String unit = value.get().unit().code().value();
      String key = ManifoldStudy.key(neutral, "free-" + mark.kind().id());
      assertEquals(number, Double.parseDouble(forms.tidy().get(key).get("value")), key);
      assertEquals(unit, forms.tidy().get(key).get("unit"), key);
      assertEquals("", forms.tidy().get(key).get("half_width_95"), key);
      assertTrue(
          forms
              .wide()
              .get(ManifoldStudy.uid(neutral))
              .get("others")
              .contains("free-" + mark.kind().id() + "=" + number + " " + unit),
          key);
      assertEquals(number, forms.json().get(key).get("value").getAsDouble(), key);
      JsonObject quantity = forms.fhir().get(key).getAsJsonObject("valueQuantity");
      assertEquals(number, quantity.get("value").getAsDouble(), key);
      assertEquals(unit, quantity.get("code").getAsString(), key);
      String shown = value.get().unit().format(number) + value.get().unit().suffix();
      for (String note : List.of(forms.text(), forms.pdf())) {
        assertTrue(note.contains(" " + shown + ": " + mark.text()), shown);
      }
    }
    assertEquals(
        "'=1+1", forms.tidy().get(ManifoldStudy.key(neutral, "free-angle")).get("explanation"));
  }

  /** The report as it is kept says what was measured, bit for bit. */
  @Test
  void theSavedReportSaysTheSame() {
    Map<String, MeasuredValue> read = new HashMap<>();
    for (Reading reading : study.saved().readings()) {
      reading.values().forEach(v -> read.put(ManifoldStudy.key(reading, v.measurement()), v));
    }
    String together =
        study.values().keySet().stream().filter(k -> k.contains(" ")).findFirst().orElseThrow();
    study.saved().filmValues().forEach(v -> read.put(images(together) + "/" + v.measurement(), v));
    assertEquals(study.values(), read);
    assertTrue(study.saved().readings().stream().anyMatch(r -> r.marks().equals(neutral.marks())));
  }

  /** The published schema, judged by another program. */
  @Test
  void theJsonFitsThePublishedSchema() throws Exception {
    Schema schema;
    try (InputStream in = ReadingJson.class.getResourceAsStream("reading.schema.json")) {
      schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
    }
    assertEquals(List.of(), messages(schema, forms.line()));
    CommandRun measured =
        CommandRun.of(
            "measure", Phantoms.LATERAL, "--landmarks", Phantoms.table(Phantoms.LATERAL), "--json");
    assertEquals(List.of(), messages(schema, measured.ends(ExitCode.DONE).out()));
    String line = forms.line();
    assertFalse(messages(schema, line.replace("\"deg\"", "\"grad\"")).isEmpty());
    assertFalse(messages(schema, line.replace("\"halfWidth\"", "\"width\"")).isEmpty());
    assertFalse(messages(schema, line.replace("\"revision\":3", "\"revision\":0")).isEmpty());
    assertFalse(messages(schema, line.replace("\"pass\":2", "\"pass\":0")).isEmpty());
  }

  private static List<String> messages(Schema schema, String line) {
    return schema.validate(line, InputFormat.JSON).stream().map(Error::getMessage).toList();
  }

  private static String images(String key) {
    return key.substring(0, key.indexOf('/'));
  }

  private static String name(String id) {
    return catalogue.measurement(id).orElseThrow().name(Locale.ENGLISH);
  }

  private static void assertLine(String note, String name, String shown) {
    String start = name.substring(0, Math.min(18, name.length()));
    assertTrue(
        note.lines()
            .map(l -> l.replaceAll("\\s+", " "))
            .anyMatch(l -> l.contains(start) && (l + " ").contains(" " + shown.strip() + " ")),
        () -> name + ": " + shown + " is not in\n" + note);
  }
}
