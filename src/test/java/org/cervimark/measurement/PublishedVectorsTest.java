package org.cervimark.measurement;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.image.Facing;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.Scale;
import org.cervimark.image.ScaleSource;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The synthetic landmarks and expected values that came with the measurement specification. */
class PublishedVectorsTest {

  private static final Path FILE = Path.of("../shared/spec/test-vectors.json");

  /** The expected values are printed with three decimals, the landmarks too. */
  private static final double TOLERANCE = 0.0015;

  private JsonObject lateral = new JsonObject();

  @BeforeEach
  void read() throws IOException {
    Assumptions.assumeTrue(Files.exists(FILE), "missing: " + FILE);
    lateral =
        JsonParser.parseString(Files.readString(FILE)).getAsJsonObject().getAsJsonObject("lateral");
  }

  @Test
  void everyExpectedValueIsReproduced() {
    assertVectors(Facing.RIGHT, 1);
  }

  @Test
  void theMirroredFilmGivesTheSame() {
    assertVectors(Facing.LEFT, -1);
  }

  private void assertVectors(Facing facing, int sign) {
    // Sixteen times the resolution, so that the grid of 1/64 pixel is finer than the printed
    // decimals.
    double factor = 16;
    double spacing = lateral.get("pixelSpacingMm").getAsDouble() / factor;
    List<Placement> placements = new ArrayList<>();
    for (Map.Entry<String, JsonElement> e : lateral.getAsJsonObject("facingRight").entrySet()) {
      JsonArray p = e.getValue().getAsJsonArray();
      placements.add(
          Placement.at(
              new LandmarkId(e.getKey()),
              new ImagePoint(
                  sign * factor * p.get(0).getAsDouble(), factor * p.get(1).getAsDouble()),
              Visibility.CLEAR));
    }
    Subject subject =
        new Subject(
            LandmarkSet.of(placements),
            Scale.millimetres(spacing, spacing, ScaleSource.READER_OBJECT),
            Optional.of(PatientOrientation.lateral(facing)));
    List<org.junit.jupiter.api.function.Executable> checks = new ArrayList<>();
    int found = 0;
    for (Map.Entry<String, JsonElement> e : lateral.getAsJsonObject("expected").entrySet()) {
      Optional<Measurement> measurement = Catalogue.builtIn().measurement(ours(e.getKey()));
      if (measurement.isEmpty()) {
        assertEquals("c7-slope-inferior", e.getKey(), "not in the catalogue");
        continue;
      }
      found++;
      checks.add(
          () ->
              assertEquals(
                  e.getValue().getAsDouble(),
                  assertInstanceOf(
                          Outcome.Measured.class,
                          measurement.get().evaluate(subject),
                          measurement.get().id())
                      .value(),
                  TOLERANCE,
                  e.getKey()));
    }
    assertTrue(found >= 73, "only " + found + " values compared");
    assertAll(checks);
  }

  private static String ours(String id) {
    if (id.startsWith("listhesis-mm-")) {
      return "listhesis-" + id.substring("listhesis-mm-".length());
    }
    return id.startsWith("listhesis-pct-")
        ? "listhesis-" + id.substring("listhesis-pct-".length()) + ":percent"
        : id;
  }
}
