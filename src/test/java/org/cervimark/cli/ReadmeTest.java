package org.cervimark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cervimark.measurement.Catalogue;
import org.cervimark.report.CatalogueTable;
import org.cervimark.report.Phantoms;
import org.cervimark.report.table.CsvText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What README says of measurements is true: its table, and its example of a file of one's own. */
class ReadmeTest {

  private static final Path README = Path.of("README.md");

  private static final Pattern TABLE =
      Pattern.compile(
          "(<!-- catalogue table -->\n).*?(<!-- end of catalogue table -->)", Pattern.DOTALL);

  private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  /** With {@code -Dcervimark.readme=write} the table is written instead. */
  @Test
  void tableIsThatOfTheCatalogue() throws IOException {
    String readme = Files.readString(README);
    String table = new CatalogueTable(Catalogue.builtIn(), Locale.ENGLISH).markdown();
    Matcher place = TABLE.matcher(readme);
    assertTrue(place.find());
    String expected =
        place.replaceFirst(
            Matcher.quoteReplacement(place.group(1) + table + "\n" + place.group(2)));
    if (System.getProperty("cervimark.readme", "").equals("write")) {
      Files.writeString(README, expected);
    }

    assertEquals(expected, Files.readString(README));
  }

  /** The angle from C3 to C6 is the sum of the three segments between, which the phantom states. */
  @Test
  void exampleOfAMeasurementOfOnesOwnWorks() throws IOException {
    Path file = example();
    assertTrue(
        CommandRun.of("catalogue", "check", file)
            .ends(ExitCode.DONE)
            .out()
            .contains("adds 1 measurements, 0 landmarks and 1 protocols"));
    double truth = 0;
    for (String line :
        Files.readAllLines(Path.of("test-images/hong/2026-01-14/lateral-neutral.values.csv"))) {
      if (line.matches("segmental-cobb-(c3-c4|c4-c5|c5-c6),.*")) {
        truth += Double.parseDouble(line.split(",", -1)[1]);
      }
    }

    JsonObject read =
        CommandRun.of(
                "measure",
                Phantoms.LATERAL,
                "--landmarks",
                Phantoms.table(Phantoms.LATERAL),
                "--definitions",
                file,
                "--protocol",
                "my-protocol",
                "--json")
            .ends(ExitCode.DONE)
            .onlyJson();

    JsonObject value = read.getAsJsonArray("measurements").get(0).getAsJsonObject();
    assertEquals("my-c3-c6-angle", value.get("id").getAsString());
    assertEquals(truth, value.get("value").getAsDouble(), 1e-3);
    assertEquals(
        "tilt(c3-inferior-endplate) - tilt(c6-inferior-endplate)",
        value.get("formula").getAsString());
    assertTrue(
        read.get("catalogueVersion").getAsString().matches("\\d+\\+[0-9a-f]{8}"),
        "says that the catalogue has more than ours");
  }

  /** Saved under its own code, shown again bit for bit in a run that knows the file. */
  @Test
  void valueOfTheExampleIsSavedWithTheStudy() throws IOException {
    Path file = example();
    Path image = folder.resolve("film.dcm");
    Files.copy(Phantoms.LATERAL, image);
    CommandRun.of(
            "measure",
            image,
            "--landmarks",
            Phantoms.table(Phantoms.LATERAL),
            "--definitions",
            file,
            "--protocol",
            "my-protocol",
            "--save",
            "--reader",
            "Kim^Minji")
        .ends(ExitCode.DONE);

    JsonObject shown =
        CommandRun.of("show", folder, "--json", "--definitions", file)
            .ends(ExitCode.DONE)
            .onlyJson();

    JsonObject value =
        shown
            .getAsJsonArray("readings")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("measurements")
            .get(0)
            .getAsJsonObject();
    assertEquals("my-c3-c6-angle", value.get("id").getAsString());
    assertTrue(value.get("value").getAsDouble() > 0);
    Path out = folder.resolve("out");
    CommandRun.of("export", folder, "--out", out, "--format", "csv,text", "--definitions", file)
        .ends(ExitCode.DONE);
    Map<String, String> row = CsvText.parse(Files.readString(out.resolve("values.csv"))).get(0);
    assertEquals("my-c3-c6-angle", row.get("measurement"));
    assertEquals("C3–C6 angle", row.get("name"));
    assertEquals("E2", row.get("evidence"));
    assertEquals(value.get("value").getAsDouble(), Double.parseDouble(row.get("value")));
    assertTrue(
        Files.readString(out.resolve("images.csv")).contains("my-c3-c6-angle [deg]"),
        "a column of its own");
    CommandRun.of(
            "sign",
            folder,
            "--reader",
            "Kim^Minji",
            "--organization",
            "Test hospital",
            "--definitions",
            file)
        .ends(ExitCode.DONE);
    String newest =
        CommandRun.of("show", folder, "--json", "--definitions", file)
            .ends(ExitCode.DONE)
            .out()
            .lines()
            .findFirst()
            .orElseThrow();
    assertTrue(newest.contains("\"organization\":\"Test hospital\""), newest);
    assertTrue(newest.contains(value.toString()), "what is signed is what was saved");
  }

  @Test
  void mistakesAreNamedWhereTheyStand() throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(
        file,
        Files.readString(example())
            .replace("tilt(c6-inferior-endplate)", "tilt(c6-inferior-endplat)")
            .replace("XC3C6 ", "C3C6 "));

    CommandRun run = CommandRun.of("catalogue", "check", file).ends(ExitCode.INPUT_FAILED);

    assertEquals(
        List.of(
            "mine.yaml:10:48: unknown name \"c6-inferior-endplat\"; did you mean"
                + " \"c6-inferior-endplate\"?",
            "mine.yaml:22:20: \"my-c3-c6-angle\" is not the name of a measurement",
            file + " cannot be used: 2 mistakes, named above."),
        run.err().lines().toList());
  }

  private Path example() throws IOException {
    Matcher example = EXAMPLE.matcher(Files.readString(README));
    assertTrue(example.find(), "README has an example of a definition file");
    Path file = folder.resolve("example.yaml");
    Files.writeString(file, example.group(1));
    return file;
  }
}
