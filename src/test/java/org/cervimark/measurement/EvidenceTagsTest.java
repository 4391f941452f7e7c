package org.cervimark.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cervimark.terminology.BilingualText;
import org.junit.jupiter.api.Test;

/**
 * Nothing stands in the catalogue as published of which nobody has read at least an abstract, and
 * what was seen only where another page quotes it says so.
 */
class EvidenceTagsTest {

  private static final Path TAGS = Path.of("src/test/resources/evidence-tags.csv");

  /** Of these the specification knows limits from memory only. */
  private static final List<String> WITHOUT_CONFIRMED_LIMIT =
      List.of(
          "padi",
          "coronal-cobb",
          "t1s-cl-mismatch",
          "harrison-tz-c2-c7",
          "cbva",
          "listhesis-c4-c5:percent",
          "body-ap-height-ratio-c5",
          "torg-pavlov-c5",
          "segmental-rom-c4-c5",
          "c2-c7-cobb",
          "ara-c2-c7");

  private record Statement(String measurement, BilingualText text, String source) {}

  @Test
  void everyStatementRestsOnWhatWasRead() throws IOException {
    Map<String, String> tags = tags();
    List<String> wrong = new ArrayList<>();
    for (Statement statement : statements()) {
      String status =
          tags.getOrDefault(record(statement.measurement()) + "," + statement.source(), "");
      String english = statement.text().english();
      boolean saysSo = english.contains("secondary source") || english.contains("teaching page");
      if (!(status.equals("V") || (status.equals("V2") && saysSo))) {
        wrong.add(statement.measurement() + " [" + statement.source() + "] " + status);
      }
    }

    assertEquals(List.of(), wrong);
    assertTrue(statements().size() > 100, "statements were looked at");
  }

  @Test
  void limitsKnownFromMemoryOnlyAreLeftOut() {
    for (String id : WITHOUT_CONFIRMED_LIMIT) {
      assertEquals(List.of(), Catalogue.builtIn().measurement(id).orElseThrow().limits(), id);
    }
  }

  /** The lines of this construction are remembered, not read. */
  @Test
  void aDefinitionKnownFromMemoryOnlySaysSo() {
    assertTrue(
        Catalogue.builtIn()
            .measurement("centroid-cervical-lordosis")
            .orElseThrow()
            .warnings()
            .stream()
            .anyMatch(w -> w.english().contains("has not been checked")));
  }

  @Test
  void theAssumedErrorsSayThatTheyArePlaceholders() throws IOException {
    assertTrue(
        Files.readString(Path.of("src/main/resources/org/cervimark/report/Messages.properties"))
            .contains("with assumed standard deviations (not published figures)"));
  }

  private static Stream<Statement> all(Measurement m) {
    return Stream.of(
            m.references().stream().map(r -> new Statement(m.id(), r.statement(), r.source())),
            m.limits().stream().map(l -> new Statement(m.id(), l.statement(), l.source())),
            m.reliability().stream().map(r -> new Statement(m.id(), r.statement(), r.source())))
        .flatMap(s -> s);
  }

  private static List<Statement> statements() {
    return Catalogue.builtIn().measurements().stream().flatMap(EvidenceTagsTest::all).toList();
  }

  /** The record of the specification to which a measurement belongs. */
  private static String record(String id) {
    return id.replaceFirst(":.*", "")
        .replaceFirst(
            "^(rra|segmental-cobb|disc-angle|listhesis|disc-height-index|segmental-rom"
                + "|segmental-translation|interspinous-distance-change)-(c\\d)-(c\\d|t1)$",
            "$1-{u}-{l}")
        .replaceFirst("^(torg-pavlov|body-ap-height-ratio)-c\\d$", "$1-{v}")
        .replaceFirst("^(upper-angle|blair-protracto|blair-convergence-angle)-(right|left)$", "$1");
  }

  private static Map<String, String> tags() throws IOException {
    Map<String, String> tags = new HashMap<>();
    for (String line : Files.readAllLines(TAGS)) {
      if (!line.startsWith("#")) {
        int last = line.lastIndexOf(',');
        tags.put(line.substring(0, last), line.substring(last + 1));
      }
    }
    return tags;
  }
}
