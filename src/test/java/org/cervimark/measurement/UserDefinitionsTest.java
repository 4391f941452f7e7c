package org.cervimark.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cervimark.anatomy.LandmarkId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Definition files of a user in a folder. */
class UserDefinitionsTest {

  private static final String LANDMARK =
      """
      landmarks:
        - id: my-point
          code: XPOINT
          meaning: My point
          ko: 나의 점
          definition: {en: A point of mine., ko: 나의 점.}
          site: c2
          sigma: 0.3
          template: {lateral: [0.0, 80.0]}
      """;

  private static final String MEASUREMENT =
      """
      measurements:
        - id: my-gap
          code: XGAP
          meaning: My gap
          name: {en: My gap, ko: 나의 간격}
          views: [lateral-neutral]
          unit: mm
          method: DIST2PT
          version: "1"
          formula: dist(c2-dens-tip, my-point)
          tier: E2
      """;

  @TempDir private Path folder;

  @Test
  void filesOfAFolderBuildUponEachOtherInTheOrderOfTheirNames() throws IOException {
    write("1-points.yaml", LANDMARK);
    write("2-gaps.yml", MEASUREMENT);
    write("notes.txt", "no definitions");

    UserDefinitions definitions = UserDefinitions.read(folder);

    assertEquals(List.of(), definitions.problems());
    assertEquals(2, definitions.files().size());
    assertTrue(definitions.catalogue().measurement("my-gap").isPresent());
    assertTrue(
        definitions
            .catalogue()
            .protocol("lateral-neutral-all")
            .orElseThrow()
            .measurements()
            .contains("my-gap"));
  }

  @Test
  void aFileWithAMistakeIsLeftOutAndTheOthersAreNot() throws IOException {
    write("1-points.yaml", LANDMARK);
    write("2-wrong.yaml", MEASUREMENT.replace("my-point", "your-point"));
    write("3-right.yaml", MEASUREMENT);

    UserDefinitions definitions = UserDefinitions.read(folder);

    assertEquals(1, definitions.problems().size());
    assertTrue(definitions.problems().get(0).startsWith("2-wrong.yaml:10:32: unknown name"));
    assertTrue(definitions.catalogue().measurement("my-gap").isPresent());
  }

  @Test
  void whatIsNoTextIsSaid() throws IOException {
    Files.write(folder.resolve("picture.yaml"), new byte[] {(byte) 0xff, (byte) 0xd8, 0, 1});

    UserDefinitions definitions = UserDefinitions.read(folder);

    assertEquals(List.of("picture.yaml:1:1: not UTF-8 text"), definitions.problems());
    assertEquals(Catalogue.builtIn().version(), definitions.catalogue().version());
  }

  @Test
  void aFolderThatDoesNotExistAddsNothing() {
    UserDefinitions definitions = UserDefinitions.read(folder.resolve("absent"));

    assertEquals(List.of(), definitions.problems());
    assertEquals(
        Catalogue.builtIn().measurements().size(), definitions.catalogue().measurements().size());
  }

  /** The version that readings store says which files were in force. */
  @Test
  void theVersionTellsFilesApart() throws IOException {
    write("1-points.yaml", LANDMARK);
    String one = UserDefinitions.read(folder).catalogue().version();
    write("1-points.yaml", LANDMARK.replace("0.3", "0.4"));
    String other = UserDefinitions.read(folder).catalogue().version();

    assertTrue(one.startsWith(Catalogue.builtIn().version() + "+"));
    assertFalse(one.equals(other));
  }

  @Test
  void landmarksOfDefinitionsThatHaveVanishedKeepTheirNames() throws IOException {
    write("1-points.yaml", LANDMARK);
    Catalogue before = UserDefinitions.read(folder).catalogue();
    Files.delete(folder.resolve("1-points.yaml"));

    Catalogue after = UserDefinitions.read(folder).catalogue().keepingLandmarksOf(before);

    assertEquals(
        "XPOINT", after.landmarks().find(new LandmarkId("my-point")).orElseThrow().code().value());
    assertEquals(Catalogue.builtIn().version(), after.version());
  }

  /** So that a code of a user's can never come to mean one of ours. */
  @Test
  void noCodeOfOursBeginsLikeThoseOfUsers() {
    Catalogue.builtIn()
        .landmarks()
        .all()
        .forEach(l -> assertFalse(l.code().value().startsWith(CatalogueReader.USERS)));
    for (Measurement m : Catalogue.builtIn().measurements()) {
      assertFalse(m.code().value().startsWith(CatalogueReader.USERS));
      assertFalse(m.method().value().startsWith(CatalogueReader.USERS));
      m.categories().forEach(c -> assertFalse(c.code().value().startsWith(CatalogueReader.USERS)));
    }
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }
}
