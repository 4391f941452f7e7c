package org.cervimark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.landmark.Placement;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Outcome;
import org.cervimark.reading.MeasuredValue;
import org.cervimark.reading.Reading;
import org.cervimark.reading.ReadingSession;
import org.junit.jupiter.api.Test;

final class ReadingJsonTest {

  private static final Path FILE = Path.of("a \"film\".dcm");

  @Test
  void keepsEveryBitOfEveryNumber() throws Exception {
    Reading reading = Phantoms.session(Phantoms.LATERAL, Optional.empty()).toReading();
    JsonObject json = json(reading);
    Map<String, JsonObject> measurements = byId(json, "measurements");
    assertFalse(reading.values().isEmpty());
    for (MeasuredValue value : reading.values()) {
      JsonObject read = measurements.get(value.measurement());
      if (value.outcome() instanceof Outcome.Classified classified) {
        assertEquals(
            classified.category().id(), read.getAsJsonObject("category").get("id").getAsString());
        assertTrue(read.get("value").isJsonNull());
        continue;
      }
      assertBits(value.number().orElseThrow().value(), read.get("value"));
      JsonObject interval = read.getAsJsonObject("interval");
      assertBits(
          value.number().orElseThrow().interval().orElseThrow().halfWidth(),
          interval.get("halfWidth"));
      assertEquals(
          value.number().orElseThrow().unit().code().value(), read.get("unit").getAsString());
      assertTrue(read.get("reason").isJsonNull());
    }
    Map<String, JsonObject> landmarks = byId(json, "landmarks");
    for (Placement placement : reading.landmarks().all()) {
      JsonObject read = landmarks.get(placement.landmark().value());
      assertBits(placement.point().orElseThrow().column(), read.get("column"));
      assertBits(placement.point().orElseThrow().row(), read.get("row"));
      assertEquals(placement.visibility().id(), read.get("visibility").getAsString());
    }
  }

  @Test
  void saysWhyThereIsNoValue() throws Exception {
    ReadingSession session = Phantoms.session(Phantoms.LATERAL, Optional.empty());
    session.remove(new LandmarkId("hard-palate-posterior"));
    session.markNotVisible(new LandmarkId("t1-superior-endplate-anterior"));
    JsonObject json = json(session.toReading());
    Map<String, JsonObject> measurements = byId(json, "measurements");
    JsonObject redlund = measurements.get("redlund-johnell");
    assertTrue(redlund.get("value").isJsonNull());
    assertEquals("missing-landmarks", redlund.get("reason").getAsString());
    assertEquals("mm", redlund.get("unit").getAsString());
    assertEquals("hard-palate-posterior", redlund.getAsJsonArray("landmarks").get(0).getAsString());
    JsonObject slope = measurements.get("t1-slope");
    assertEquals("not-visible", slope.get("reason").getAsString());
    assertTrue(slope.get("explanation").getAsString().contains("T1 superior endplate"));
    assertEquals(
        Set.copyOf(session.protocol().measurements()), measurements.keySet(), "one line for each");
  }

  @Test
  void statesTheImageItsScaleAndOrientation() throws Exception {
    JsonObject json = json(Phantoms.session(Phantoms.LATERAL, Optional.empty()).toReading());
    assertEquals(FILE.toString(), json.get("path").getAsString());
    assertEquals("A\\F", json.get("patientOrientation").getAsString());
    assertEquals("right", json.get("facing").getAsString());
    assertEquals("header", json.get("orientationSource").getAsString());
    assertEquals("image", json.get("vertical").getAsString());
    JsonObject spacing = json.getAsJsonObject("spacing");
    assertEquals(0.143, spacing.get("column").getAsDouble());
    assertEquals("mm", spacing.get("unit").getAsString());
    assertEquals("detector", spacing.get("source").getAsString());
    assertTrue(spacing.get("magnified").getAsBoolean());
    assertTrue(json.get("documentUid").isJsonNull());
  }

  @Test
  void tellsNobodysName() throws Exception {
    Reading reading = Phantoms.session(Phantoms.LATERAL, Optional.empty()).toReading();
    String text = new ReadingJson(Catalogue.builtIn()).line(FILE, reading, Optional.empty());
    assertFalse(text.contains("Hong") || text.contains("PHANTOM-A") || text.contains("1974"), text);
    assertFalse(text.contains("\n"), "one line");
  }

  private static JsonObject json(Reading reading) {
    return JsonParser.parseString(
            new ReadingJson(Catalogue.builtIn()).line(FILE, reading, Optional.empty()))
        .getAsJsonObject();
  }

  private static Map<String, JsonObject> byId(JsonObject json, String array) {
    Map<String, JsonObject> byId = new HashMap<>();
    for (JsonElement element : json.getAsJsonArray(array)) {
      byId.put(element.getAsJsonObject().get("id").getAsString(), element.getAsJsonObject());
    }
    return byId;
  }

  private static void assertBits(double expected, JsonElement read) {
    assertEquals(Double.toHexString(expected), Double.toHexString(read.getAsDouble()));
  }
}
