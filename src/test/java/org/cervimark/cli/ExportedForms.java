package org.cervimark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cervimark.report.table.CsvText;

/**
 * What an export says of one revision in each form. Values are found by the images from which they
 * come and the id of their measurement, as in {@code 1.2.3 4.5.6/c2-c7-cobb}.
 *
 * @param tidy rows of {@code values.csv}
 * @param wide rows of {@code images.csv}, by images alone
 * @param passes rows of {@code passes.csv}
 * @param json measurements, films together among them
 * @param line all of the revision as JSON
 * @param fhir observations of values
 * @param bundle the whole bundle
 * @param text the note
 * @param pdf the text of the note as PDF
 */
record ExportedForms(
    Map<String, Map<String, String>> tidy,
    Map<String, Map<String, String>> wide,
    List<Map<String, String>> passes,
    Map<String, JsonObject> json,
    String line,
    Map<String, JsonObject> fhir,
    String bundle,
    String text,
    String pdf) {

  /** Reads the results of an export of one study, of whose revisions one counts. */
  static ExportedForms of(Path out, int revision) throws Exception {
    Map<String, Map<String, String>> tidy = new HashMap<>();
    rows(out, "values.csv", revision)
        .forEach(r -> put(tidy, r.get("image"), r.get("measurement"), r));
    Map<String, Map<String, String>> wide = new HashMap<>();
    rows(out, "images.csv", revision).forEach(r -> wide.put(r.get("image"), r));
    String line =
        Files.readAllLines(out.resolve("readings.jsonl")).stream()
            .filter(l -> l.contains("\"revision\":" + revision + ","))
            .findFirst()
            .orElseThrow();
    String bundle = Files.readString(only(out, ".fhir.json"));
    return new ExportedForms(
        tidy,
        wide,
        rows(out, "passes.csv", revision),
        json(JsonParser.parseString(line).getAsJsonObject()),
        line,
        fhir(JsonParser.parseString(bundle).getAsJsonObject()),
        bundle,
        Files.readString(only(out, ".txt")),
        pdf(only(out, ".pdf")));
  }

  private static Map<String, JsonObject> json(JsonObject revision) {
    Map<String, JsonObject> found = new HashMap<>();
    for (JsonElement reading : revision.getAsJsonArray("readings")) {
      String image = reading.getAsJsonObject().get("sopInstanceUid").getAsString();
      for (JsonElement value : reading.getAsJsonObject().getAsJsonArray("measurements")) {
        put(found, image, id(value), value.getAsJsonObject());
      }
      for (JsonElement mark : reading.getAsJsonObject().getAsJsonArray("marks")) {
        String kind = mark.getAsJsonObject().get("kind").getAsString();
        put(found, image, "free-" + kind, mark.getAsJsonObject());
      }
    }
    for (JsonElement value : revision.getAsJsonArray("comparisons")) {
      List<String> images = new ArrayList<>();
      value
          .getAsJsonObject()
          .getAsJsonObject("films")
          .entrySet()
          .forEach(film -> images.add(film.getValue().getAsString()));
      put(found, String.join(" ", images), id(value), value.getAsJsonObject());
    }
    return found;
  }

  private static String id(JsonElement value) {
    return value.getAsJsonObject().get("id").getAsString();
  }

  private static Map<String, JsonObject> fhir(JsonObject bundle) {
    Map<String, JsonObject> found = new HashMap<>();
    for (JsonElement entry : bundle.getAsJsonArray("entry")) {
      JsonObject resource = entry.getAsJsonObject().getAsJsonObject("resource");
      if (resource.has("method")) {
        String method = resource.getAsJsonObject("method").get("text").getAsString();
        List<String> images = new ArrayList<>();
        for (JsonElement source : resource.getAsJsonArray("derivedFrom")) {
          if (source.getAsJsonObject().has("identifier")) {
            String uid =
                source.getAsJsonObject().getAsJsonObject("identifier").get("value").getAsString();
            images.add(uid.substring("urn:oid:".length()));
          }
        }
        put(found, String.join(" ", images), method.substring(0, method.indexOf(',')), resource);
      }
    }
    return found;
  }

  private static <T> void put(Map<String, T> map, String images, String id, T value) {
    assertEquals(null, map.put(images + "/" + id, value), id + " is there twice");
  }

  private static List<Map<String, String>> rows(Path out, String name, int revision)
      throws IOException {
    return CsvText.parse(Files.readString(out.resolve(name))).stream()
        .filter(row -> row.get("revision").equals(Integer.toString(revision)))
        .toList();
  }

  private static String pdf(Path file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document);
    }
  }

  private static Path only(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(ending)).findFirst().orElseThrow();
    }
  }
}
