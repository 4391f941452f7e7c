package org.cervimark.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.anatomy.Projection;
import org.cervimark.anatomy.View;
import org.cervimark.geometry.Point2;
import org.cervimark.image.Scale;
import org.cervimark.image.ScaleSource;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.cervimark.terminology.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A catalogue of two landmarks, read from one text: all fields arrive, and mistakes are named. */
final class OwnCatalogueTest {

  private static final String TEXT =
      """
      version: "7"
      sources: {SRC: A source}
      sites: {c3: ["113205007", "C3 vertebra"]}
      methods: {HEIGHT: Height of a point}
      warnings: {careful: {en: Careful., ko: 조심.}}
      landmarks:
        - {id: low, code: LOW, meaning: Low, ko: 아래, definition: {en: L., ko: 아.}, site: c3, sigma: 0.3, template: {lateral: [0, 0]}}
        - {id: high, code: HIGH, meaning: High, ko: 위, definition: {en: H., ko: 위.}, site: c3, sigma: 0.3, template: {lateral: [0, 30]}}
      aliases: {top: high}
      measurements:
        - id: height
          code: HGT
          meaning: Height
          name: {en: Height, ko: 높이}
          abbreviation: H
          views: [lateral-neutral]
          unit: mm
          method: HEIGHT
          version: "3"
          formula: vertical(low, top)
          tier: E1
          sign: {positive: {en: above, ko: 위에}, negative: {en: below, ko: 아래에}}
          references:
            - {en: People., ko: 사람., source: SRC, mean: 10, sd: 2}
            - {en: Others., ko: 다른., source: SRC}
          limits:
            - {above: 20, space: film, en: High., ko: 높음., source: SRC}
            - {below: 5, space: true, en: Low., ko: 낮음., source: SRC}
          reliability:
            - {en: Good., ko: 좋음., source: SRC}
          warnings: [careful, {en: Look., ko: 보라.}]
        - id: storey
          code: STO
          meaning: Storey
          name: {en: Storey, ko: 층}
          views: [lateral-neutral]
          kind: category
          method: HEIGHT
          version: "1"
          formula: vertical(low, high)
          tier: E2
          categories:
            - {id: ground, code: STOG, meaning: Ground, en: ground, ko: 일층, below: 10 mm}
            - {id: middle, code: STOM, meaning: Middle, en: middle, ko: 중간, below: 10.5 mm}
            - {id: attic, sct: ["111", "Attic"], en: attic, ko: 다락}
          limits:
            - {categories: [attic], en: Too high., ko: 너무 높음., source: SRC}
      protocols:
        - id: one
          name: {en: One, ko: 하나}
          view: lateral-neutral
          landmarks: [low, high]
          measurements: [height, storey]
      """;

  @Test
  void everyFieldOfARecordArrives() throws CatalogueException {
    Catalogue catalogue = read(TEXT);
    Measurement height = catalogue.measurement("height").orElseThrow();

    assertEquals("7", catalogue.version());
    assertEquals(Optional.of("A source"), catalogue.source("SRC"));
    assertEquals("HGT", height.code().value());
    assertEquals("Height", height.name(Locale.ENGLISH));
    assertEquals("높이", height.name(Locale.KOREAN));
    assertEquals("H", height.abbreviation());
    assertEquals(Set.of(View.LATERAL_NEUTRAL), height.views());
    assertEquals("3", height.version());
    assertEquals("vertical(low, top)", height.formula().source());
    assertEquals(Map.of("top", "high"), height.formula().definitions());
    assertEquals(Measurement.Tier.E1, height.tier());
    assertEquals("above", words(height, 1, Locale.ENGLISH));
    assertEquals("below", words(height, -1, Locale.ENGLISH));
    assertEquals("위에", words(height, 1, Locale.KOREAN));
    assertEquals("아래에", words(height, -1, Locale.KOREAN));
    assertEquals("", words(height, 0, Locale.KOREAN));
    assertEquals(2, height.references().size());
    assertEquals(
        List.of(2.0),
        height.populations(View.LATERAL_NEUTRAL).stream()
            .map(Population::standardDeviation)
            .toList());
    assertEquals("People.", height.references().get(0).statement().english());
    assertEquals("SRC", height.references().get(1).source());
    assertEquals("Good.", height.reliability().get(0).statement().english());
    assertEquals(
        List.of("조심.", "보라."), height.warnings().stream().map(w -> w.in(Locale.KOREAN)).toList());
    Measurement storey = catalogue.measurement("storey").orElseThrow();
    assertEquals("SCT", storey.categories().get(2).code().scheme());
    assertEquals("다락", storey.categories().get(2).name(Locale.KOREAN));
    assertEquals(
        "vertical(low, high)\nground below 10 mm\nmiddle below 10.5 mm\nattic",
        storey.formula().source());
    Protocol one = catalogue.protocol("one").orElseThrow();
    assertEquals("하나", one.name(Locale.KOREAN));
    assertEquals("One", one.name(Locale.ENGLISH));
    assertEquals(List.of(height, storey), catalogue.measurements(one));
    assertEquals(Optional.of(one), catalogue.protocolFor(View.LATERAL_NEUTRAL));
    assertEquals(Optional.empty(), catalogue.protocolFor(View.AP));
    assertEquals(
        List.of("one", "lateral-neutral-all"),
        catalogue.protocols().stream().map(Protocol::id).toList());
    assertEquals(Optional.of(height), catalogue.measurement(height.code()));
    assertEquals(List.of(), catalogue.measurements(Set.of(FilmRole.FLEXION)));
  }

  private static String words(Measurement measurement, double value, Locale locale) {
    return measurement.signWords().orElseThrow().of(value, locale);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "meaning: Height | | \"meaning\" is missing",
        "tier: E1 | tier: E1\\n    color: red | unknown key \"color\"",
        "sd: 2} | } | expected both \"mean\" and a positive \"sd\", or neither of them",
        "sd: 2} | sd: 0} | expected both \"mean\" and a positive \"sd\", or neither of them",
        "sd: 2} | sd: two} | expected a number",
        "{en: Good., ko: 좋음., source: SRC} | {en: Good., ko: 좋음., source: X} | unknown source"
            + " \"X\"",
        "[careful, | [carefull, | unknown warning \"carefull\"",
        "above: 20, space: film | above: 20 | \"space\" is missing",
        "above: 20, space: film | above: 20, space: any | \"any\" is not the name of a space; it is"
            + " film or true",
        "{above: 20, | { | expected \"above\", \"below\" or \"categories\"",
        "categories: [attic], | categories: [roof], | expected categories of this measurement,"
            + " found [roof]",
        "categories: [attic], | categories: [attic], space: film, | only limits of lengths have a"
            + " \"space\"",
        "below: 10.5 mm} | below: 10.5} | but the limit \"10.5\" is a ratio",
        "ko: 중간, below: 10.5 mm} | ko: 중간} | \"below\" is missing: the limit up to which",
        "en: attic, ko: 다락} | en: attic, ko: 다락, below: 3 mm} | the highest category has no limit",
        "id: middle | id: ground | \"ground\" is defined twice",
        "sct: [\"111\", \"Attic\"] | sct: [\"111\"] | expected a SNOMED CT code and its meaning",
        "{positive: {en: above, ko: 위에}, | {positive: above, | expected {en: ..., ko: ...}",
        "negative: {en: below | negatve: {en: below | unknown key \"negatve\"",
        "method: HEIGHT | method: LENGTH | \"LENGTH\" is not the name of a method",
        "sigma: 0.3, template: {lateral: [0, 0]}} | sigma: 0, template: {lateral: [0, 0]}} |"
            + " expected a number greater than 0",
        "template: {lateral: [0, 0]}} | template: {lateral: [0]}} | expected two numbers, found 1",
        "template: {lateral: [0, 0]}} | template: {side: [0, 0]}} | \"side\" is not the name of a"
            + " projection",
        "template: {lateral: [0, 0]}} | template: {}} | expected a position for at least one"
            + " projection",
        "site: c3, sigma: 0.3, template: {lateral: [0, 0]}} | site: c4, sigma: 0.3, template:"
            + " {lateral: [0, 0]}} | \"c4\" is not the name of a site",
        "{id: low, | {id: Low, | a landmark id has lower-case letters, digits and hyphens, found"
            + " \"Low\"",
        "aliases: {top: high} | aliases: {top: hihg} | \"hihg\" is unknown, or the name \"top\" is"
            + " taken",
        "[low, high] | [low, high, low] | is listed twice",
        "[low, high] | [low, hgih] | is not the name of a landmark",
        "measurements: [height, storey] | measurements: [hight] | is not the name of a measurement",
        "sites: {c3: [\"113205007\", \"C3 vertebra\"]} | sites: {c3: [\"113205007\"]} | expected a"
            + " SNOMED CT code and its meaning",
        "id: storey | id: height | the name \"height\" is already taken",
        "code: STOG | code: HGT | the code HGT already belongs to height",
        "name: {en: Height, ko: 높이} | name: {en: Height} | \"ko\" is missing",
        "name: {en: Height, ko: 높이} | name: {en: Height, ko: \"\"} | \"ko\" is empty",
      })
  void mistakesAreNamed(String right, String wrong, String problem) {
    String text = TEXT.replace(right, wrong == null ? "" : wrong.replace("\\n", "\n"));
    assertFalse(text.equals(TEXT), "nothing to replace: " + right);
    CatalogueException e = assertThrows(CatalogueException.class, () -> read(text));

    assertTrue(
        e.problems().stream().anyMatch(p -> p.contains(problem)), () -> e.problems().toString());
    e.problems().forEach(p -> assertTrue(p.matches("own\\.yaml:\\d+:\\d+: .+"), p));
  }

  /** Half the width is 1.96 √2 0.3 = 0.83 mm: what lies nearer to a limit may be beyond it. */
  @ParameterizedTest
  @CsvSource({
    "5, ground, ''",
    "9.16, ground, ''",
    "9.18, ground, middle",
    "9.68, ground, middle attic",
    "10, middle, ground attic",
    "10.2, middle, ground attic",
    "10.8, attic, ground middle",
    "10.84, attic, middle",
    "11.32, attic, middle",
    "11.34, attic, ''",
    "30, attic, ''",
  })
  void classesNearALimitAreNamedAsPossible(double height, String found, String possible)
      throws CatalogueException {
    Outcome outcome = read(TEXT).measurement("storey").orElseThrow().evaluate(film(height));
    Outcome.Classified classified = (Outcome.Classified) outcome;

    assertEquals(found, classified.category().id());
    assertEquals(
        possible, String.join(" ", classified.alsoPossible().stream().map(Category::id).toList()));
  }

  @Test
  void limitsApplyToLengthsOfTheirSpaceOnly() throws CatalogueException {
    Measurement height = read(TEXT).measurement("height").orElseThrow();
    Scale film = Scale.millimetres(1, 1, ScaleSource.DETECTOR);
    Scale patient = Scale.millimetres(1, 1, ScaleSource.FIDUCIAL);

    assertEquals(List.of(), exceeded(height, 20, film));
    assertEquals(List.of("High."), exceeded(height, 20.1, film));
    assertEquals(List.of(), exceeded(height, 20.1, patient));
    assertEquals(List.of(), exceeded(height, 5, patient));
    assertEquals(List.of("Low."), exceeded(height, 4.9, patient));
    assertEquals(List.of(), exceeded(height, 4.9, film));
    assertEquals(List.of(), exceeded(height, 4.9, Scale.unknown(1)));
    Measurement storey = read(TEXT).measurement("storey").orElseThrow();
    assertEquals(
        1, storey.exceeded((Outcome.Value) storey.evaluate(film(30)), Scale.unknown(1)).size());
    assertEquals(
        0, storey.exceeded((Outcome.Value) storey.evaluate(film(3)), Scale.unknown(1)).size());
  }

  private static List<String> exceeded(Measurement measurement, double value, Scale scale) {
    Outcome.Value outcome =
        new Outcome.Measured(value, Unit.MILLIMETRE, Optional.empty(), Set.of());
    return measurement.exceeded(outcome, scale).stream().map(l -> l.statement().english()).toList();
  }

  private static Subject film(double height) {
    return new Subject(
        LandmarkSet.of(List.of(at("low", 0), at("high", height))),
        SchematicFilm.SCALE,
        Optional.of(SchematicFilm.standardOrientation(Projection.LATERAL)));
  }

  private static Placement at(String id, double superior) {
    return Placement.at(
        new LandmarkId(id), SchematicFilm.toImage(new Point2(0, superior)), Visibility.CLEAR);
  }

  private static Catalogue read(String text) throws CatalogueException {
    return CatalogueReader.read(List.of(new DefinitionText("own.yaml", text)));
  }
}
