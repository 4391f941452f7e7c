package org.cervimark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cervimark.measurement.Outcome;
import org.cervimark.peer.Peers;
import org.cervimark.report.table.CsvText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables and JSON as Python reads them: the same rows and numbers, and no complaint. */
final class TablesPeerTest {

  private static final Path SCRIPT = Path.of("src/test/peers/read-tables.py");
  private static final Path SCHEMA =
      Path.of("src/main/resources/org/cervimark/report/reading.schema.json");

  @TempDir private Path folder;

  @Test
  void pythonReadsEveryRowAndNumber() throws Exception {
    ManifoldStudy study = ManifoldStudy.in(folder);
    Path out = folder.resolve("out");
    CommandRun.of(
            "export",
            study.folder(),
            "--out",
            out,
            "--format",
            "csv,json",
            "--identify",
            "all",
            "--definitions",
            study.definitions())
        .ends(ExitCode.DONE);
    JsonObject said = read(out);
    assertEquals(new JsonArray(), said.getAsJsonArray("complaints"));
    JsonObject tables = said.getAsJsonObject("tables");
    Map<String, JsonElement> numbers = new HashMap<>();
    for (JsonElement element : tables.getAsJsonArray("values.csv")) {
      JsonObject row = element.getAsJsonObject();
      assertEquals("Hong^Gildong=洪^吉洞=홍^길동", row.get("patient_name").getAsString());
      if (row.get("revision").getAsString().equals("3")) {
        numbers.put(
            row.get("image").getAsString() + "/" + row.get("measurement").getAsString(),
            row.get("number"));
      }
    }
    study
        .values()
        .forEach(
            (key, value) -> {
              if (value.outcome() instanceof Outcome.Measured measured) {
                assertEquals(measured.value(), numbers.get(key).getAsDouble(), key);
              }
            });
    for (String name : List.of("images.csv", "landmarks.csv", "passes.csv")) {
      assertEquals(
          CsvText.parse(Files.readString(out.resolve(name))).size(),
          tables.getAsJsonArray(name).size(),
          name);
    }
    Path wrong = Files.createDirectory(folder.resolve("wrong"));
    Files.writeString(
        wrong.resolve("readings.jsonl"),
        Files.readString(out.resolve("readings.jsonl")).replace("\"halfWidth\"", "\"width\""));
    Files.writeString(wrong.resolve("images.csv"), "a,b\n1,2,3\n");
    JsonArray complaints = read(wrong).getAsJsonArray("complaints");
    assertTrue(complaints.get(0).getAsString().contains("3 fields"), complaints.toString());
    assertFalse(complaints.size() < 2, "it sees what does not fit the schema");
  }

  private static JsonObject read(Path folder) {
    Peers.require("python3", "python3");
    if (Peers.run("python3", "python3", "-c", "import jsonschema").exit() != 0) {
      throw Peers.missing("jsonschema of Python", "the Debian package python3-jsonschema");
    }
    String printed =
        Peers.succeed(
            "python3", "python3", SCRIPT.toString(), folder.toString(), SCHEMA.toString());
    return JsonParser.parseString(printed).getAsJsonObject();
  }
}
