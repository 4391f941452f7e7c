package org.cervimark.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Protocol;
import org.cervimark.report.Phantoms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The truth is that of the films' construction, in the files beside them. */
final class MeasureCommandTest {

  private static final double TOLERANCE = 0.01;

  @TempDir Path folder;

  static List<Path> films() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("test-images"))) {
      return files.filter(f -> f.toString().endsWith(".dcm")).sorted().toList();
    }
  }

  /** Every true value that some protocol of the film's plane asks for is measured. */
  @ParameterizedTest
  @MethodSource("films")
  void measuresTheTruth(Path film) throws IOException {
    Map<String, String[]> truth = truth(film);
    Set<String> measured = new HashSet<>();
    List<Executable> checks = new ArrayList<>();
    for (Protocol protocol : Catalogue.builtIn().protocols()) {
      CommandRun run =
          CommandRun.of(
                  "measure",
                  film,
                  "--landmarks",
                  Phantoms.table(film),
                  "--side",
                  "standard",
                  "--protocol",
                  protocol.id(),
                  "--json")
              .ends(ExitCode.DONE);
      for (JsonObject value : measurements(run.onlyJson()).values()) {
        String[] expected = truth.get(value.get("id").getAsString());
        if (expected != null && !value.get("category").isJsonNull()) {
          measured.add(value.get("id").getAsString());
          String found = value.getAsJsonObject("category").get("name").getAsString();
          checks.add(() -> assertEquals(expected[1], found, protocol.id() + " " + expected[0]));
        } else if (expected != null && !value.get("value").isJsonNull()) {
          measured.add(value.get("id").getAsString());
          checks.add(
              () ->
                  assertEquals(
                      Double.parseDouble(expected[1]),
                      value.get("value").getAsDouble(),
                      TOLERANCE,
                      protocol.id() + " " + expected[0]));
        }
      }
    }
    assertAll(checks);
    Set<String> asked = new HashSet<>();
    Catalogue.builtIn().protocols().forEach(p -> asked.addAll(p.measurements()));
    asked.retainAll(truth.keySet());
    asked.removeIf(id -> truth.get(id)[1].startsWith("not determined"));
    assertFalse(asked.isEmpty());
    assertEquals(asked, measured);
  }

  /** Two films of a study in one command also give what they tell together. */
  @Test
  void comparesFlexionAndExtension() throws IOException {
    Path visit = Path.of("test-images/hong/2026-01-14");
    Path table = folder.resolve("both.csv");
    List<String> rows =
        new ArrayList<>(Files.readAllLines(Phantoms.table(visit.resolve("lateral-flexion.dcm"))));
    Files.readAllLines(Phantoms.table(visit.resolve("lateral-extension.dcm"))).stream()
        .skip(1)
        .forEach(rows::add);
    Files.write(table, rows);
    List<String> lines =
        CommandRun.of(
                "measure",
                visit.resolve("lateral-flexion.dcm"),
                visit.resolve("lateral-extension.dcm"),
                "--landmarks",
                table,
                "--json")
            .ends(ExitCode.DONE)
            .out()
            .lines()
            .toList();
    assertEquals(3, lines.size());
    Map<String, JsonObject> compared = new HashMap<>();
    JsonParser.parseString(lines.get(2))
        .getAsJsonObject()
        .getAsJsonArray("comparisons")
        .forEach(
            e -> compared.put(e.getAsJsonObject().get("id").getAsString(), e.getAsJsonObject()));

    for (String row :
        Files.readAllLines(visit.resolve("flexion-extension.values.csv")).stream()
            .skip(1)
            .toList()) {
      String[] truth = row.split(",", -1);
      assertEquals(
          Double.parseDouble(truth[1]),
          compared.get(truth[0]).get("value").getAsDouble(),
          TOLERANCE,
          truth[0]);
      assertEquals(2, compared.get(truth[0]).getAsJsonObject("films").size());
    }
    assertTrue(
        CommandRun.of(
                "measure",
                visit.resolve("lateral-flexion.dcm"),
                visit.resolve("lateral-extension.dcm"),
                "--landmarks",
                table)
            .ends(ExitCode.DONE)
            .out()
            .lines()
            .anyMatch(
                l -> l.matches(" *\\d+ +Global range of motion C2–C7 +55\\.0° +± \\d\\.\\d°.*")));
  }

  @Test
  void statesUnitIntervalAndFlags() {
    Map<String, JsonObject> values =
        measurements(measure(Phantoms.LATERAL, "--json").ends(ExitCode.DONE).onlyJson());
    JsonObject cobb = values.get("c2-c7-cobb");
    assertEquals("deg", cobb.get("unit").getAsString());
    assertEquals(0, cobb.getAsJsonArray("flags").size());
    JsonObject interval = cobb.getAsJsonObject("interval");
    double half = interval.get("halfWidth").getAsDouble();
    assertTrue(half > 1 && half < 10, "half-width " + half);
    assertEquals(cobb.get("value").getAsDouble() - half, interval.get("low").getAsDouble(), 1e-12);
    assertEquals(0.95, interval.get("level").getAsDouble());
    JsonObject sva = values.get("c2-c7-sva");
    assertEquals("mm", sva.get("unit").getAsString());
    assertEquals("[\"magnified\",\"vertical-from-image\"]", sva.get("flags").toString());
    assertTrue(
        values.get("t1-slope").get("flags").toString().contains("landmark-uncertain"),
        "the film's T1 is estimated");
  }

  @Test
  void choosesTheProtocolByHeaderAndLandmarksAndSaysWhich() {
    assertView(Phantoms.LATERAL, "lateral-neutral");
    assertView(Phantoms.OPEN_MOUTH, "ap-open-mouth");
    assertView(Phantoms.NASIUM, "nasium");
    assertView(Path.of("test-images/charlie/vertex.dcm"), "vertex");
  }

  @Test
  void aFrontalViewWithoutItsSideGivesReasonsInsteadOfValues() {
    CommandRun run = measure(Phantoms.NASIUM, "--json").ends(ExitCode.DONE);
    assertTrue(run.err().contains("say --side standard"), run.err());
    for (JsonObject value : measurements(run.onlyJson()).values()) {
      assertTrue(value.get("value").isJsonNull());
      assertEquals("not-oriented", value.get("reason").getAsString());
    }
    JsonObject standard =
        measurements(measure(Phantoms.NASIUM, "--json", "--side", "standard").onlyJson())
            .get("atlas-laterality");
    assertEquals(
        Double.parseDouble(truthOf(Phantoms.NASIUM, "atlas-laterality")),
        standard.get("value").getAsDouble(),
        TOLERANCE);
  }

  /** Left landmarks on the patient's right: no value is better than one of the wrong side. */
  @Test
  void aWrongSideThatTheLandmarksContradictGivesNoValue() {
    JsonObject value =
        measurements(measure(Phantoms.NASIUM, "--json", "--side", "mirrored").onlyJson())
            .get("atlas-laterality");
    assertTrue(value.get("value").isJsonNull());
    assertEquals("not-oriented", value.get("reason").getAsString());
  }

  @Test
  void aStatedSideThatContradictsTheHeaderIsFollowedAndSaid() {
    CommandRun run = measure(Phantoms.NASIUM, "--json", "--side", "mirrored");
    assertTrue(run.err().contains("the header states another patient orientation"), run.err());
  }

  @Test
  void landmarksThatContradictTheStatedFacingWithholdTheValues() {
    CommandRun run = measure(Phantoms.LATERAL, "--json", "--facing", "left").ends(ExitCode.DONE);
    assertTrue(run.err().contains("the landmarks contradict"), run.err());
    assertEquals(
        "not-oriented", measurements(run.onlyJson()).get("c2-c7-cobb").get("reason").getAsString());
  }

  @Test
  void anOptionThatDoesNotApplyIsSaid() {
    assertTrue(
        measure(Phantoms.LATERAL, "--side", "standard").err().contains("--side does not apply"));
    assertTrue(
        measure(Phantoms.NASIUM, "--side", "standard", "--facing", "left")
            .err()
            .contains("--facing does not apply"));
  }

  @Test
  void measuresSeveralImagesFromOneTable() throws IOException {
    Path csv = join(Phantoms.LATERAL, Phantoms.OPEN_MOUTH, Phantoms.NASIUM);
    CommandRun run =
        CommandRun.of(
                "measure",
                Phantoms.OPEN_MOUTH,
                Phantoms.LATERAL,
                "--landmarks",
                csv,
                "--side",
                "standard",
                "--json")
            .ends(ExitCode.DONE);
    assertEquals(
        List.of("ap-open-mouth", "lateral-neutral"),
        run.json().stream().map(o -> o.get("view").getAsString()).toList());
    assertTrue(run.err().contains("landmarks for images that were not named"), run.err());
  }

  @Test
  void anImageThatFailsDoesNotStopTheOthers() throws IOException {
    Path csv = join(Phantoms.LATERAL, Phantoms.OPEN_MOUTH);
    Path letter = Files.writeString(folder.resolve("letter.dcm"), "Dear colleague");
    CommandRun run =
        CommandRun.of(
                "measure", letter, Phantoms.NASIUM, Phantoms.LATERAL, "--landmarks", csv, "--json")
            .ends(ExitCode.INPUT_FAILED);
    assertEquals(1, run.json().size());
    assertTrue(run.err().contains(letter + " is not a DICOM file"), run.err());
    assertTrue(run.err().contains("has no landmarks for " + Phantoms.NASIUM), run.err());
  }

  /** Of a folder what the table names is measured; letters, reports and other images are not. */
  @Test
  void aFolderStandsForItsImagesThatTheTableNames() throws IOException {
    Path films = Files.createDirectories(folder.resolve("films/deep"));
    Files.copy(Phantoms.LATERAL, films.resolve("film.dcm"));
    Files.copy(Phantoms.NASIUM, films.getParent().resolve("nasium.dcm"));
    Files.writeString(films.resolve("letter.txt"), "Dear colleague");
    Path csv = join(Phantoms.LATERAL, Phantoms.OPEN_MOUTH);
    CommandRun run =
        CommandRun.of("measure", films.getParent(), "--landmarks", csv, "--json", "--save")
            .ends(ExitCode.DONE);
    assertEquals(films.resolve("film.dcm").toString(), run.onlyJson().get("path").getAsString());
    assertTrue(run.err().contains("1 images in the folders have no landmarks"), run.err());
    CommandRun again =
        CommandRun.of("measure", films.getParent(), "--landmarks", csv, "--json")
            .ends(ExitCode.DONE);
    assertEquals(1, again.json().size(), "what was saved is no image");
    byte[] whole = Files.readAllBytes(Phantoms.NASIUM);
    Files.write(films.resolve("cut.dcm"), Arrays.copyOf(whole, 700));
    CommandRun cut =
        CommandRun.of("measure", films.getParent(), "--landmarks", csv, "--json")
            .ends(ExitCode.INPUT_FAILED);
    assertEquals(1, cut.json().size());
    assertTrue(cut.err().contains("cut.dcm"), cut.err());
  }

  @Test
  void theDataGoToAFileThatIsReplacedOnlyOnRequest() throws IOException {
    Path out = folder.resolve("values.jsonl");
    CommandRun printed = measure(Phantoms.LATERAL, "--json").ends(ExitCode.DONE);
    CommandRun written = measure(Phantoms.LATERAL, "--json", "--out", out).ends(ExitCode.DONE);
    assertEquals(printed.out(), Files.readString(out));
    assertEquals("", written.out());
    CommandRun refused = measure(Phantoms.LATERAL, "--out", out).ends(ExitCode.OUTPUT_FAILED);
    assertTrue(refused.err().contains("values.jsonl exists already"), refused.err());
    assertEquals(printed.out(), Files.readString(out));
    measure(Phantoms.LATERAL, "--out", out, "--force").ends(ExitCode.DONE);
    assertTrue(Files.readString(out).contains("C2–C7 Cobb angle"));
  }

  @Test
  void aFileNameThatMeansTwoImagesIsRefused() throws IOException {
    Path first = Phantoms.LATERAL;
    Path second = Path.of("test-images/hong/2026-02-25/lateral-neutral.dcm");
    Path csv =
        Files.writeString(
            folder.resolve("t.csv"),
            "image,landmark,column,row\nlateral-neutral.dcm,c2-dens-tip,5,6\n");
    CommandRun run =
        CommandRun.of("measure", first, second, "--landmarks", csv, "--json")
            .ends(ExitCode.INPUT_FAILED);
    assertTrue(run.err().contains("which may be " + first + " or " + second), run.err());
  }

  @Test
  void landmarksThatNoProtocolUsesAreNamed() throws IOException {
    Path csv =
        Files.writeString(folder.resolve("t.csv"), "image,landmark,column,row\n,plumb-top,5,6\n");
    CommandRun run =
        CommandRun.of("measure", Phantoms.LATERAL, "--landmarks", csv).ends(ExitCode.INPUT_FAILED);
    assertTrue(run.err().contains("no protocol uses the landmarks"), run.err());
    assertEquals("", run.out());
  }

  @Test
  void withoutJsonItIsTextForPeople() {
    CommandRun run = measure(Phantoms.LATERAL).ends(ExitCode.DONE);
    assertTrue(run.out().contains("C2–C7 Cobb angle"), run.out());
    assertTrue(run.out().contains("18.0°"), run.out());
    assertFalse(run.out().contains("Gildong"), "no patient where nobody asked for the note");
  }

  private static CommandRun measure(Path film, Object... more) {
    List<Object> words =
        new ArrayList<>(List.of("measure", film, "--landmarks", Phantoms.table(film)));
    words.addAll(List.of(more));
    return CommandRun.of(words.toArray());
  }

  private static void assertView(Path film, String view) {
    CommandRun run = measure(film, "--json").ends(ExitCode.DONE);
    assertEquals(view, run.onlyJson().get("view").getAsString());
    String protocol = run.onlyJson().get("protocol").getAsString();
    assertTrue(run.err().contains("protocol " + protocol), run.err());
  }

  private Path join(Path... films) throws IOException {
    List<String> lines = new ArrayList<>(List.of("image,landmark,column,row,visibility"));
    for (Path film : films) {
      List<String> table = Files.readAllLines(Phantoms.table(film));
      lines.addAll(table.subList(1, table.size()));
    }
    return Files.write(folder.resolve("all.csv"), lines);
  }

  private static Map<String, JsonObject> measurements(JsonObject json) {
    Map<String, JsonObject> byId = new HashMap<>();
    for (JsonElement element : json.getAsJsonArray("measurements")) {
      byId.put(element.getAsJsonObject().get("id").getAsString(), element.getAsJsonObject());
    }
    return byId;
  }

  private static Map<String, String[]> truth(Path film) throws IOException {
    Map<String, String[]> truth = new HashMap<>();
    Path csv = film.resolveSibling(film.getFileName().toString().replace(".dcm", ".values.csv"));
    for (String line : Files.readAllLines(csv).stream().skip(1).toList()) {
      String[] row = line.split(",", -1);
      truth.put(row[0].replace(":percent", "-percent"), row);
    }
    return truth;
  }

  private static String truthOf(Path film, String id) {
    try {
      return truth(film).get(id)[1];
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
