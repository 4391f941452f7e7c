package org.cervimark.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.cervimark.anatomy.Projection;
import org.junit.jupiter.api.Test;

class CatalogueReaderTest {

  private static final String RECORD =
      """
      measurements:
        - id: my-angle
          code: XANGLE
          meaning: My angle
          name: {en: My angle, ko: 나의 각}
          views: [lateral-neutral]
          unit: deg
          method: ANG2LINE
          version: "1"
          formula: tilt(c2-inferior-endplate) - tilt(c3-superior-endplate)
          tier: E2
      """;

  @Test
  void aUserFileAddsAMeasurement() throws CatalogueException {
    Catalogue catalogue = withUserFile(RECORD);
    Measurement mine = catalogue.measurement("my-angle").orElseThrow();
    Subject film = SchematicFilm.of(Projection.LATERAL, new Random(0), 1);

    assertEquals(
        value(catalogue, "disc-angle-c2-c3", film), value(catalogue, "my-angle", film), 1e-12);
    assertEquals(Catalogue.builtIn().measurements().size() + 1, catalogue.measurements().size());
    assertEquals(
        "tilt(c2-inferior-endplate) - tilt(c3-superior-endplate)", mine.formula().source());
  }

  @Test
  void aUserFileMayUseMeasurementsOfTheProgram() throws CatalogueException {
    Catalogue catalogue =
        withUserFile(
            RECORD.replaceFirst("formula: .*", "formula: \"c2-c7-cobb - disc-angle-c2-c3\""));
    Subject film = SchematicFilm.of(Projection.LATERAL, new Random(0), 1);

    assertEquals(
        value(catalogue, "c2-c7-cobb", film) - value(catalogue, "disc-angle-c2-c3", film),
        value(catalogue, "my-angle", film),
        1e-12);
  }

  @Test
  void aMistakeInAFormulaIsNamedWhereItStands() {
    assertProblem(
        RECORD.replace("tilt(c3-superior-endplate)", "tilt(c3-superior-endplat)"),
        "mine.yaml:10:48: unknown name \"c3-superior-endplat\"; did you mean"
            + " \"c3-superior-endplate\"?");
  }

  @Test
  void aMistakeInAFoldedFormulaIsNamedWhereItStands() {
    assertProblem(
        RECORD.replaceFirst(
            "formula: .*",
            "formula: >-\n        tilt(c2-inferior-endplate)\n        - dist(basion, opisthion)"),
        "mine.yaml:12:11: expected an angle like on the left, found a length");
  }

  @Test
  void aMistakeInAQuotedFormulaIsNamedWhereItStands() {
    assertProblem(
        RECORD.replaceFirst("formula: .*", "formula: 'tilt(c2-inferior-endplate) +'"),
        "mine.yaml:10:43: expected a name, a number or \"(\", found the end of the formula");
  }

  @Test
  void unitAndFormulaMustAgree() {
    assertProblem(
        RECORD.replace("unit: deg", "unit: mm"),
        "mine.yaml:10:14: the unit mm expects a length, the formula gives an angle");
  }

  @Test
  void landmarksMustBeSeenInTheView() {
    assertProblem(
        RECORD.replaceFirst("formula: .*", "formula: tilt(apl-right, apl-left)"),
        "mine.yaml:10:14: apl-left is not seen in the view lateral-neutral",
        "mine.yaml:10:14: apl-right is not seen in the view lateral-neutral");
  }

  @Test
  void unknownWordsAreNamed() {
    assertProblem(
        RECORD
            .replace("views: [lateral-neutral]", "views: [lateral-netural]")
            .replace("unit: deg", "unit: degrees")
            .replace("tier: E2", "tier: E7")
            .replace("version:", "vresion:"),
        "mine.yaml:9:14: unknown key \"vresion\"; known are id, for, code, meaning, name,"
            + " abbreviation, views, unit, kind, method, version, formula, tier, sign, categories,"
            + " references, limits, reliability, warnings",
        "mine.yaml:6:13: \"lateral-netural\" is not the name of a view",
        "mine.yaml:7:11: \"degrees\" is not the name of a unit",
        "mine.yaml:2:5: \"version\" is missing",
        "mine.yaml:11:11: \"E7\" is not the name of an evidence tier");
  }

  @Test
  void idsAndCodesBelongToOne() {
    assertProblem(
        RECORD.replace("my-angle", "c2-c7-cobb").replace("XANGLE", "C2C7COBB"),
        "mine.yaml:2:5: the name \"c2-c7-cobb\" is already taken",
        "mine.yaml:2:5: codes of your own begin with X, which none of ours does; found C2C7COBB",
        "mine.yaml:2:5: the code C2C7COBB already belongs to c2-c7-cobb");
  }

  @Test
  void aFamilyNeedsListsOfEqualLength() {
    assertProblem(
        RECORD.replace("id: my-angle", "id: my-angle-{v}\n    for: {v: [c3, c4], w: [c5]}"),
        "mine.yaml:3:27: expected 2 values like before, found 1",
        "mine.yaml:2:5: the code XANGLE already belongs to my-angle-c3");
  }

  @Test
  void placeholdersMustStandForSomething() {
    assertProblem(
        RECORD.replace("id: my-angle", "id: my-angle-{v}"),
        "mine.yaml:2:9: nothing stands for the placeholder {v}",
        "mine.yaml:2:5: an id has lower-case letters, digits and hyphens, and at most one colon,"
            + " found \"my-angle-{v}\"");
  }

  @Test
  void codesHaveTheLengthThatDicomAllows() {
    assertProblem(
        RECORD.replace("XANGLE", "XANGLEISMUCHTOOLONG"),
        "mine.yaml:2:5: \"code\" must have 1 to 16 characters, found \"XANGLEISMUCHTOOLONG\"");
  }

  @Test
  void aProtocolNeedsTheLandmarksOfItsMeasurements() {
    assertProblem(
        """
        protocols:
          - id: mine
            name: {en: Mine, ko: 나의}
            view: lateral-neutral
            landmarks: [c2-inferior-endplate-anterior]
            measurements: [c2-slope, atlas-rotation]
        """,
        "mine.yaml:2:5: the measurement c2-slope needs the landmark c2-inferior-endplate-posterior",
        "mine.yaml:2:5: the measurement atlas-rotation is not defined on the view lateral-neutral",
        "mine.yaml:2:5: the measurement atlas-rotation needs the landmark c1-tp-left",
        "mine.yaml:2:5: the measurement atlas-rotation needs the landmark c1-tp-right",
        "mine.yaml:2:5: the measurement atlas-rotation needs the landmark skull-axis-anterior",
        "mine.yaml:2:5: the measurement atlas-rotation needs the landmark skull-axis-posterior");
  }

  @Test
  void whatIsNotYamlIsSaidInPlace() {
    CatalogueException e =
        assertThrows(
            CatalogueException.class, () -> withUserFile("measurements:\n  - id: [unfinished\n"));

    assertEquals(1, e.problems().size());
    assertTrue(e.problems().get(0).startsWith("mine.yaml:3:1: "), e.problems().get(0));
  }

  @Test
  void theWrongShapeIsSaidInPlace() {
    assertProblem("measurements: many\n", "mine.yaml:1:15: expected a list");
    assertProblem("- 1\n", "mine.yaml:1:1: expected a record of named values");
    assertProblem("", "mine.yaml:1:1: the file is empty");
  }

  @Test
  void aTemplateThatContainsItselfIsRefused() {
    CatalogueException e =
        assertThrows(
            CatalogueException.class,
            () ->
                withUserFile(
                    """
                    landmarks:
                      - id: my-point-{v}
                        for: {v: [c3]}
                        code: MYPOINT
                        meaning: My point
                        ko: 나의 점
                        definition: {en: Mine., ko: 나의 점.}
                        site: c3
                        sigma: 0.3
                        template: {lateral: &self {c3: *self}}
                    """));

    assertEquals(List.of("mine.yaml:10:25: expected a list"), e.problems().subList(0, 1));
  }

  @Test
  void allMistakesAreSaidAtOnce() {
    CatalogueException e =
        assertThrows(
            CatalogueException.class,
            () ->
                withUserFile(
                    RECORD.replace("unit: deg", "unit: x")
                        + RECORD
                            .replace("measurements:\n", "")
                            .replace("my-angle", "other")
                            .replace("XANGLE", "OTHER")
                            .replace("tier: E2", "tier: x")));

    assertEquals(2, e.problems().size(), e.getMessage());
  }

  private static void assertProblem(String file, String... problems) {
    CatalogueException e = assertThrows(CatalogueException.class, () -> withUserFile(file));

    assertEquals(List.of(problems), e.problems());
  }

  private static Catalogue withUserFile(String text) throws CatalogueException {
    return CatalogueReader.addToBuiltIn(List.of(new DefinitionText("mine.yaml", text)));
  }

  private static double value(Catalogue catalogue, String id, Subject film) {
    return assertInstanceOf(
            Outcome.Measured.class, catalogue.measurement(id).orElseThrow().evaluate(film))
        .value();
  }
}
