package org.cervimark.measurement;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.cervimark.anatomy.Landmark;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.anatomy.Projection;
import org.cervimark.anatomy.Side;
import org.cervimark.anatomy.View;
import org.cervimark.geometry.Point2;
import org.cervimark.terminology.BilingualText;
import org.cervimark.terminology.PrivateScheme;
import org.cervimark.terminology.Unit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class BuiltInCatalogueTest {

  private static final Path CODES = Path.of("../shared/spec/annotation-codes.json");

  private final Catalogue catalogue = Catalogue.builtIn();

  @Test
  void isReadOnce() {
    assertSame(catalogue, Catalogue.builtIn());
  }

  @Test
  void landmarksCarryTheCodesFixedForThem() throws IOException {
    Map<String, JsonObject> fixed = codes("landmarks");
    List<Executable> checks = new ArrayList<>();
    assertEquals(
        fixed.keySet(),
        new TreeMap<>(
                Map.copyOf(
                    catalogue.landmarks().all().stream()
                        .collect(java.util.stream.Collectors.toMap(l -> l.id().value(), l -> l))))
            .keySet());
    for (Landmark landmark : catalogue.landmarks().all()) {
      JsonObject expected = fixed.get(landmark.id().value());
      checks.add(() -> assertEquals(expected.get("code").getAsString(), landmark.code().value()));
      checks.add(
          () -> assertEquals(expected.get("meaning").getAsString(), landmark.code().meaning()));
      checks.add(
          () -> assertEquals(expected.get("siteCode").getAsString(), landmark.site().value()));
      checks.add(
          () -> assertEquals(expected.get("siteMeaning").getAsString(), landmark.site().meaning()));
      checks.add(
          () ->
              assertEquals(
                  Optional.ofNullable(expected.get("laterality")).map(JsonElement::getAsString),
                  landmark.side().map(s -> s == Side.RIGHT ? "24028007" : "7771000"),
                  landmark.id().value()));
    }
    assertAll(checks);
  }

  @Test
  void measurementsCarryTheCodesFixedForThem() throws IOException {
    Map<String, JsonObject> fixed = codes("measurements");
    List<Executable> checks = new ArrayList<>();
    for (Measurement measurement : catalogue.measurements()) {
      JsonObject expected = fixed.get(measurement.id());
      assertTrue(expected != null, measurement.id());
      checks.add(
          () -> assertEquals(expected.get("code").getAsString(), measurement.code().value()));
      checks.add(
          () -> assertEquals(expected.get("meaning").getAsString(), measurement.code().meaning()));
      checks.add(
          () ->
              assertEquals(
                  expected.has("unit") ? expected.get("unit").getAsString() : "",
                  measurement.unit().map(u -> u.code().value()).orElse("")));
    }
    assertAll(checks);
  }

  @Test
  void methodsCarryTheCodesFixedForThem() throws IOException {
    Map<String, String> fixed = new TreeMap<>();
    root().getAsJsonArray("other").forEach(e -> fixed.put(text(e, "code"), text(e, "meaning")));
    for (Measurement measurement : catalogue.measurements()) {
      assertEquals(fixed.get(measurement.method().value()), measurement.method().meaning());
    }
  }

  @Test
  void codesAreUniqueAndOurs() {
    Set<String> seen = new HashSet<>();
    catalogue.landmarks().all().forEach(l -> assertTrue(seen.add(l.code().value())));
    catalogue.measurements().forEach(m -> assertTrue(seen.add(m.code().value()), m.id()));
    catalogue
        .measurements()
        .forEach(m -> assertEquals(PrivateScheme.DESIGNATOR, m.code().scheme()));
  }

  @Test
  void everythingIsSaidInKoreanToo() {
    List<Executable> checks = new ArrayList<>();
    for (Landmark l : catalogue.landmarks().all()) {
      checks.add(() -> assertKorean(l.koreanName(), l.id().value()));
      checks.add(() -> assertKorean(l.koreanDefinition(), l.id().value()));
      checks.add(() -> assertEnglish(l.definition(), l.id().value()));
    }
    for (Measurement m : catalogue.measurements()) {
      checks.add(() -> assertKorean(m.koreanName(), m.id()));
      checks.add(() -> assertEnglish(m.englishName(), m.id()));
      m.warnings().forEach(w -> checks.add(() -> assertBoth(w, m.id())));
      m.references().forEach(r -> checks.add(() -> assertBoth(r.statement(), m.id())));
      m.limits().forEach(l -> checks.add(() -> assertBoth(l.statement(), m.id())));
      m.reliability().forEach(r -> checks.add(() -> assertBoth(r.statement(), m.id())));
      m.signWords()
          .ifPresent(
              s -> {
                checks.add(() -> assertKorean(s.koreanPositive() + s.koreanNegative(), m.id()));
                checks.add(() -> assertEnglish(s.positive() + s.negative(), m.id()));
              });
    }
    for (Protocol p : catalogue.protocols()) {
      checks.add(() -> assertKorean(p.koreanName(), p.id()));
      checks.add(() -> assertBoth(p.evidenceNote(), p.id()));
    }
    assertAll(checks);
  }

  @Test
  void everyReferenceNamesAKnownPublication() {
    for (Measurement m : catalogue.measurements()) {
      for (Measurement.ReferenceValue r : m.references()) {
        assertTrue(catalogue.source(r.source()).isPresent(), m.id());
        assertEquals(r.mean().isPresent(), r.standardDeviation().isPresent(), m.id());
      }
    }
  }

  /** The source of a mean must have been read itself, not in somebody's quotation. */
  @Test
  void noNumberForComparisonRestsOnASecondarySource() {
    for (Measurement m : catalogue.measurements()) {
      for (Measurement.ReferenceValue r : m.references()) {
        boolean secondary = catalogue.source(r.source()).orElseThrow().contains("secondary");
        assertFalse(secondary && r.mean().isPresent(), m.id());
        assertEquals(secondary, saysSo(r.statement().english()), m.id());
      }
    }
  }

  private static boolean saysSo(String statement) {
    return statement.contains("secondary source") || statement.contains("teaching page");
  }

  @Test
  void everyLimitIsPublishedAndSaysForWhatLengths() {
    for (Measurement m : catalogue.measurements()) {
      for (ScreeningLimit limit : m.limits()) {
        String source = catalogue.source(limit.source()).orElseThrow();
        assertEquals(
            m.unit().equals(Optional.of(Unit.MILLIMETRE)),
            limit.space() != ScreeningLimit.Space.ANY,
            m.id());
        assertTrue(!source.contains("secondary") || saysSo(limit.statement().english()), m.id());
        assertTrue(m.tier() != Measurement.Tier.E3, m.id());
      }
    }
  }

  @Test
  void techniqueListingsSayThatNoEvidenceOfValidityWasFound() {
    for (Measurement m : catalogue.measurements()) {
      boolean warned =
          m.warnings().stream().anyMatch(w -> w.english().startsWith("No controlled study"));
      assertEquals(m.tier() == Measurement.Tier.E3, warned, m.id());
    }
  }

  @Test
  void eachProtocolGivesAllItsMeasurements() {
    for (Protocol protocol : catalogue.protocols()) {
      Subject film = SchematicFilm.of(protocol.view().projection(), new Random(0), 0);
      Subject placed =
          new Subject(
              org.cervimark.landmark.LandmarkSet.of(
                  protocol.landmarks().stream()
                      .map(l -> film.landmarks().find(l).orElseThrow())
                      .toList()),
              film.scale(),
              film.orientation());
      assertEquals(
          protocol.measurements().size(), catalogue.measurements(protocol).size(), protocol.id());
      for (Measurement measurement : catalogue.measurements(protocol)) {
        assertTrue(measurement.views().contains(protocol.view()), measurement.id());
        assertInstanceOf(
            Outcome.Value.class,
            measurement.evaluate(placed),
            protocol.id() + ": " + measurement.id());
      }
    }
  }

  @Test
  void eachLandmarkOfAProtocolServesAMeasurement() {
    for (Protocol protocol : catalogue.protocols()) {
      Set<LandmarkId> served = new HashSet<>();
      catalogue
          .measurements(protocol)
          .forEach(
              m ->
                  served.addAll(
                      m.formula()
                          .landmarks(
                              SchematicFilm.of(protocol.view().projection(), new Random(0), 0)
                                  .landmarks())));
      FilmRole.of(protocol.view()).stream()
          .flatMap(role -> catalogue.measurements(EnumSet.allOf(FilmRole.class)).stream())
          .forEach(m -> served.addAll(m.formula().landmarks()));
      protocol.landmarks().forEach(l -> assertTrue(served.contains(l), protocol.id() + ": " + l));
    }
  }

  @Test
  void everyViewHasAProtocol() {
    for (View view : View.values()) {
      assertTrue(catalogue.protocolFor(view).isPresent(), view.id());
    }
    assertEquals(12, catalogue.protocolFor(View.LATERAL_NEUTRAL).orElseThrow().landmarks().size());
  }

  @Test
  void theSchematicNeckIsSymmetricalAndUpright() {
    Map<LandmarkId, Point2> lateral =
        SchematicFilm.patientPoints(Projection.LATERAL, new Random(0), 0);
    for (String level : List.of("c3", "c4", "c5", "c6", "c7")) {
      Point2 front = lateral.get(new LandmarkId(level + "-superior-endplate-anterior"));
      Point2 back = lateral.get(new LandmarkId(level + "-superior-endplate-posterior"));
      Point2 below = lateral.get(new LandmarkId(level + "-inferior-endplate-posterior"));
      assertTrue(front.u() > back.u() + 10, level);
      assertTrue(back.v() > below.v() + 10, level);
    }
    for (Landmark landmark : catalogue.landmarks().all()) {
      if (landmark.side().equals(Optional.of(Side.LEFT))) {
        LandmarkId partner = new LandmarkId(landmark.id().value().replaceAll("-left$", "-right"));
        landmark
            .templates()
            .forEach(
                (projection, left) -> {
                  assertTrue(left.u() > 0, landmark.id().value());
                  assertEquals(
                      new Point2(-left.u(), left.v()),
                      catalogue
                          .landmarks()
                          .find(partner)
                          .orElseThrow()
                          .templates()
                          .get(projection));
                });
      }
    }
  }

  private static Map<String, JsonObject> codes(String section) throws IOException {
    Map<String, JsonObject> byId = new TreeMap<>();
    root().getAsJsonArray(section).forEach(e -> byId.put(text(e, "id"), e.getAsJsonObject()));
    return byId;
  }

  private static JsonObject root() throws IOException {
    Assumptions.assumeTrue(Files.exists(CODES), "missing: " + CODES);
    return JsonParser.parseString(Files.readString(CODES)).getAsJsonObject();
  }

  private static String text(JsonElement element, String key) {
    return element.getAsJsonObject().get(key).getAsString();
  }

  private static void assertBoth(BilingualText text, String where) {
    assertEnglish(text.english(), where);
    assertKorean(text.korean(), where);
  }

  private static void assertKorean(String text, String where) {
    boolean hangul = text.codePoints().anyMatch(c -> c >= 0xAC00 && c <= 0xD7A3);
    assertTrue(hangul, where + ": no Hangul in \"" + text + "\"");
    assertFalse(text.contains("{"), where);
  }

  private static void assertEnglish(String text, String where) {
    assertFalse(text.isBlank(), where);
    assertFalse(text.codePoints().anyMatch(c -> c >= 0xAC00 && c <= 0xD7A3), where);
    assertFalse(text.contains("{"), where);
  }
}
