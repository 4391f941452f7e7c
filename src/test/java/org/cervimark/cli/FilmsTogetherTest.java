package org.cervimark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.FilmRole;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Outcome;
import org.cervimark.reading.MeasuredValue;
import org.cervimark.report.SavedPhantom;
import org.cervimark.report.table.CsvText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What flexion and extension tell together, in every form in which it leaves the program. The truth
 * is that of the phantom's generator; what the saved report holds is the same everywhere.
 */
final class FilmsTogetherTest {

  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final Path VISIT = Path.of("test-images/hong/2026-01-14");
  private static final Path FLEXION = VISIT.resolve("lateral-flexion.dcm");
  private static final Path EXTENSION = VISIT.resolve("lateral-extension.dcm");

  @TempDir private Path folder;

  @Test
  void everyFormStatesTheSavedValues() throws Exception {
    SavedPhantom.in(folder, FLEXION, Optional.empty());
    List<MeasuredValue> saved =
        SavedPhantom.in(folder, EXTENSION, Optional.empty()).report().filmValues();
    Path out = folder.resolve("out");
    CommandRun.of(
            "export", folder, "--out", out, "--format", "text,csv,json,fhir,pdf", "--lang", "en")
        .ends(ExitCode.DONE);
    Map<String, Map<String, String>> tidy = new HashMap<>();
    CsvText.parse(Files.readString(out.resolve("values.csv")))
        .forEach(row -> tidy.put(row.get("measurement"), row));
    List<Map<String, String>> images = CsvText.parse(Files.readString(out.resolve("images.csv")));
    Map<String, String> wide = images.get(images.size() - 1);
    Map<String, JsonObject> json = comparisons(newest(out));
    Map<String, JsonObject> fhir = observations(Files.readString(only(out, ".fhir.json")));
    String text = Files.readString(only(out, ".txt"));
    String pdf = pdf(only(out, ".pdf"));

    assertEquals(
        CATALOGUE.measurements(Set.of(FilmRole.FLEXION, FilmRole.EXTENSION)).size(), saved.size());
    for (MeasuredValue value : saved) {
      String id = value.measurement();
      Outcome.Measured measured = value.number().orElseThrow();
      double number = measured.value();
      double half = measured.interval().orElseThrow().halfWidth();
      String unit = measured.unit().code().value();

      assertEquals(number, Double.parseDouble(tidy.get(id).get("value")), id);
      assertEquals(half, Double.parseDouble(tidy.get(id).get("half_width_95")), id);
      assertEquals(unit, tidy.get(id).get("unit"), id);
      assertEquals("lateral-flexion lateral-extension", tidy.get(id).get("view"), id);
      assertEquals(number, Double.parseDouble(wide.get(id + " [" + unit + "]")), id);
      assertEquals(number, json.get(id).get("value").getAsDouble(), id);
      assertEquals(2, json.get(id).getAsJsonObject("films").size(), id);
      JsonObject quantity = fhir.get(id).getAsJsonObject("valueQuantity");
      assertEquals(number, quantity.get("value").getAsDouble(), id);
      assertEquals(4, fhir.get(id).getAsJsonArray("derivedFrom").size(), "two films, two marks");
      String shown =
          measured.unit().format(number)
              + measured.unit().suffix()
              + " ± "
              + measured.unit().format(half)
              + measured.unit().suffix();
      Measurement measurement = CATALOGUE.measurement(id).orElseThrow();
      for (String note : List.of(text, pdf)) {
        assertLine(note, measurement.name(Locale.ENGLISH), shown.strip());
      }
    }
    assertTrue(text.contains("3. Flexion film + extension film, measured together"), text);
    for (String row :
        Files.readAllLines(VISIT.resolve("flexion-extension.values.csv")).stream()
            .skip(1)
            .toList()) {
      String[] truth = row.split(",", -1);
      assertEquals(
          Double.parseDouble(truth[1]),
          Double.parseDouble(tidy.get(truth[0]).get("value")),
          0.01,
          truth[0]);
    }
  }

  private static Map<String, JsonObject> comparisons(String line) {
    Map<String, JsonObject> found = new HashMap<>();
    JsonParser.parseString(line)
        .getAsJsonObject()
        .getAsJsonArray("comparisons")
        .forEach(e -> found.put(e.getAsJsonObject().get("id").getAsString(), e.getAsJsonObject()));
    return found;
  }

  private static Map<String, JsonObject> observations(String bundle) {
    Map<String, JsonObject> found = new HashMap<>();
    for (JsonElement entry :
        JsonParser.parseString(bundle).getAsJsonObject().getAsJsonArray("entry")) {
      JsonObject resource = entry.getAsJsonObject().getAsJsonObject("resource");
      if (resource.has("method")) {
        String method = resource.getAsJsonObject("method").get("text").getAsString();
        found.put(method.substring(0, method.indexOf(',')), resource);
      }
    }
    return found;
  }

  /** The line of the second revision; the first knows one film only. */
  private static String newest(Path out) throws Exception {
    return Files.readAllLines(out.resolve("readings.jsonl")).stream()
        .filter(line -> line.contains("\"revision\":2"))
        .findFirst()
        .orElseThrow();
  }

  private static String pdf(Path file) throws Exception {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document);
    }
  }

  /** Long names are wrapped, in the text note behind 44 letters, in the other behind fewer. */
  private static void assertLine(String note, String name, String shown) {
    String start = name.substring(0, Math.min(26, name.length()));
    assertTrue(
        note.lines()
            .map(l -> l.replaceAll("\\s+", " "))
            .anyMatch(l -> l.contains(start) && (l + " ").contains(" " + shown + " ")),
        () -> name + ": " + shown + " is not in\n" + note);
  }

  private static Path only(Path folder, String ending) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(ending)).findFirst().orElseThrow();
    }
  }
}
