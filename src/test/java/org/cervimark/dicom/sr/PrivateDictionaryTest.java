package org.cervimark.dicom.sr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cervimark.anatomy.Landmark;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Category;
import org.cervimark.measurement.Measurement;
import org.cervimark.terminology.Code;
import org.cervimark.terminology.PrivateScheme;
import org.junit.jupiter.api.Test;

/**
 * The published dictionary of our private codes says what the catalogue and the writer say. To
 * write it anew after codes were added: {@code mvn test -Dtest=PrivateDictionaryTest
 * -Dcervimark.dictionary=write}.
 */
class PrivateDictionaryTest {

  private static final Path FILE =
      Path.of("src/main/resources/org/cervimark/terminology/99CERVIMARK.json");
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  @Test
  void dictionaryIsThatOfCatalogueAndWriter() throws Exception {
    JsonObject expected = dictionary();
    if (System.getProperty("cervimark.dictionary", "").equals("write")) {
      Files.writeString(FILE, GSON.toJson(expected) + "\n");
    }

    assertEquals(expected, JsonParser.parseString(Files.readString(FILE)));
  }

  @Test
  void dictionaryIsInTheProgram() throws Exception {
    try (InputStream in = PrivateScheme.class.getResourceAsStream("99CERVIMARK.json")) {
      assertNotNull(in);
      JsonObject read =
          JsonParser.parseString(new String(in.readAllBytes(), StandardCharsets.UTF_8))
              .getAsJsonObject();
      assertEquals(PrivateScheme.UID, read.get("uid").getAsString());
    }
  }

  @Test
  void noValueAndNoMeaningIsUsedTwice() {
    Set<String> values = new HashSet<>();
    Set<String> meanings = new HashSet<>();
    for (String part : List.of("landmarks", "measurements", "methods", "qualifiers")) {
      for (JsonElement element : dictionary().getAsJsonArray(part)) {
        String value = element.getAsJsonObject().get("code").getAsString();
        String meaning = element.getAsJsonObject().get("meaning").getAsString();
        assertTrue(value.matches("[A-Z0-9]{1,16}"), value);
        assertTrue(meaning.matches("[ -~]{1,64}"), meaning);
        assertTrue(values.add(value), value);
        assertTrue(meanings.add(meaning), meaning);
      }
    }
  }

  @Test
  void everyTrackingLabelIsShortAsciiWithoutColon() {
    for (Measurement measurement : Catalogue.builtIn().measurements()) {
      String label = TrackingLabel.of(measurement.code().meaning());
      assertTrue(label.matches("[ -9;-~]{1,40}"), label);
    }
  }

  /** The dictionary as catalogue and writer have it. */
  static JsonObject dictionary() {
    Catalogue catalogue = Catalogue.builtIn();
    JsonObject dictionary = new JsonObject();
    dictionary.addProperty("scheme", PrivateScheme.DESIGNATOR);
    dictionary.addProperty("uid", PrivateScheme.UID);
    dictionary.addProperty("version", PrivateScheme.VERSION);
    dictionary.addProperty("name", PrivateScheme.NAME);
    dictionary.addProperty("responsibleOrganization", PrivateScheme.RESPONSIBLE_ORGANIZATION);
    JsonArray landmarks = new JsonArray();
    catalogue.landmarks().all().forEach(l -> landmarks.add(landmark(l)));
    dictionary.add("landmarks", landmarks);
    JsonArray measurements = new JsonArray();
    Map<String, Code> methods = new TreeMap<>();
    ReadingCodes.methods().forEach(method -> methods.put(method.value(), method));
    for (Measurement measurement : catalogue.measurements()) {
      methods.put(measurement.method().value(), measurement.method());
      JsonObject item = code(measurement.code());
      item.addProperty("id", measurement.id());
      measurement.unit().ifPresent(unit -> item.addProperty("unit", unit.code().value()));
      item.addProperty("method", measurement.method().value());
      if (!measurement.categories().isEmpty()) {
        item.add("values", codes(measurement.categories().stream().map(Category::code).toList()));
      }
      measurements.add(item);
    }
    dictionary.add("measurements", measurements);
    dictionary.add("methods", codes(methods.values()));
    List<Code> qualifiers = new ArrayList<>(Qualifiers.all());
    qualifiers.addAll(ReadingCodes.all());
    qualifiers.sort(Comparator.comparing(Code::value));
    dictionary.add("qualifiers", codes(qualifiers));
    return dictionary;
  }

  private static JsonObject landmark(Landmark landmark) {
    JsonObject item = code(landmark.code());
    item.addProperty("id", landmark.id().value());
    item.add("site", code(landmark.site()));
    landmark.side().ifPresent(side -> item.addProperty("side", side.name()));
    return item;
  }

  private static JsonArray codes(Iterable<Code> codes) {
    JsonArray array = new JsonArray();
    codes.forEach(code -> array.add(code(code)));
    return array;
  }

  private static JsonObject code(Code code) {
    JsonObject item = new JsonObject();
    item.addProperty("code", code.value());
    item.addProperty("meaning", code.meaning());
    if (!code.scheme().equals(PrivateScheme.DESIGNATOR)) {
      item.addProperty("scheme", code.scheme());
    }
    return item;
  }
}
