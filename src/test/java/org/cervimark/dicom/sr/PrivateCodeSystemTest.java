package org.cervimark.dicom.sr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.ConceptValidationOptions;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cervimark.measurement.Catalogue;
import org.cervimark.terminology.PrivateScheme;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.r4.model.CodeSystem;
import org.junit.jupiter.api.Test;

/**
 * The dictionary of our private codes as a FHIR CodeSystem, which terminology servers load. It says
 * what {@link PrivateDictionaryTest} says, and is written anew in the same way.
 */
class PrivateCodeSystemTest {

  private static final Path FILE =
      Path.of("src/main/resources/org/cervimark/terminology/99CERVIMARK.codesystem.json");
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
  private static final String URL = "urn:oid:" + PrivateScheme.UID;

  @Test
  void codeSystemIsThatOfTheDictionary() throws Exception {
    JsonObject expected = codeSystem();
    if (System.getProperty("cervimark.dictionary", "").equals("write")) {
      Files.writeString(FILE, GSON.toJson(expected) + "\n");
    }

    assertEquals(expected, JsonParser.parseString(Files.readString(FILE)));
  }

  @Test
  void hapiLoadsItAndKnowsEveryCode() throws Exception {
    FhirContext r4 = FhirContext.forR4();
    IParser parser = r4.newJsonParser().setParserErrorHandler(new StrictErrorHandler());
    CodeSystem system = parser.parseResource(CodeSystem.class, Files.readString(FILE));
    PrePopulatedValidationSupport loaded = new PrePopulatedValidationSupport(r4);
    loaded.addCodeSystem(system);
    ValidationSupportChain chain =
        new ValidationSupportChain(loaded, new InMemoryTerminologyServerValidationSupport(r4));

    JsonObject dictionary = PrivateDictionaryTest.dictionary();
    int known = 0;
    for (String part : List.of("landmarks", "measurements", "methods", "qualifiers")) {
      for (JsonElement element : dictionary.getAsJsonArray(part)) {
        String code = element.getAsJsonObject().get("code").getAsString();
        String meaning = element.getAsJsonObject().get("meaning").getAsString();
        assertTrue(validate(chain, code, meaning).isOk(), code);
        known++;
      }
    }
    assertTrue(known > 300, "only " + known);
    assertTrue(validate(chain, "JACKABC2", "Stress lines cross above C2").isOk());
    assertFalse(validate(chain, "C2IEPX", "C2 inferior endplate, corner").isOk());
  }

  private static IValidationSupport.CodeValidationResult validate(
      ValidationSupportChain chain, String code, String display) {
    return chain.validateCode(
        new ValidationSupportContext(chain),
        new ConceptValidationOptions(),
        URL,
        code,
        display,
        null);
  }

  private static JsonObject codeSystem() {
    Catalogue catalogue = Catalogue.builtIn();
    JsonObject dictionary = PrivateDictionaryTest.dictionary();
    JsonObject system = new JsonObject();
    system.addProperty("resourceType", "CodeSystem");
    system.addProperty("id", "99cervimark");
    system.addProperty("url", URL);
    system.add("identifier", list(object("system", "urn:ietf:rfc:3986", "value", URL)));
    system.addProperty("version", PrivateScheme.VERSION);
    system.addProperty("name", "CerviMark");
    system.addProperty("title", PrivateScheme.NAME);
    system.addProperty("status", "active");
    system.addProperty("experimental", false);
    system.addProperty("publisher", PrivateScheme.RESPONSIBLE_ORGANIZATION);
    system.addProperty(
        "description",
        "Coding scheme "
            + PrivateScheme.DESIGNATOR
            + " of DICOM objects. Codes keep their meaning.");
    system.addProperty("caseSensitive", true);
    system.addProperty("content", "complete");
    JsonArray properties = new JsonArray();
    properties.add(
        property("kind", "landmark, measurement, method, qualifier or category", "code"));
    properties.add(property("id", "Name in definition files", "string"));
    properties.add(property("site", "SNOMED CT code of the bone or region", "Coding"));
    properties.add(property("side", "RIGHT or LEFT", "code"));
    properties.add(property("unit", "UCUM unit of the value", "string"));
    properties.add(property("method", "How the value is constructed", "code"));
    system.add("property", properties);
    Map<String, JsonObject> concepts = new TreeMap<>();
    Map.of(
            "landmarks",
            "landmark",
            "measurements",
            "measurement",
            "methods",
            "method",
            "qualifiers",
            "qualifier")
        .forEach(
            (part, kind) ->
                dictionary
                    .getAsJsonArray(part)
                    .forEach(e -> add(concepts, e.getAsJsonObject(), kind, catalogue)));
    system.addProperty("count", concepts.size());
    JsonArray list = new JsonArray();
    concepts.values().forEach(list::add);
    system.add("concept", list);
    return system;
  }

  private static void add(
      Map<String, JsonObject> concepts, JsonObject entry, String kind, Catalogue catalogue) {
    if (entry.has("scheme")) {
      return;
    }
    JsonObject concept =
        object(
            "code", entry.get("code").getAsString(), "display", entry.get("meaning").getAsString());
    korean(entry, kind, catalogue)
        .ifPresent(
            name -> concept.add("designation", list(object("language", "ko", "value", name))));
    JsonArray properties = new JsonArray();
    properties.add(object("code", "kind", "valueCode", kind));
    for (Map.Entry<String, String> text :
        Map.of(
                "id",
                "valueString",
                "side",
                "valueCode",
                "unit",
                "valueString",
                "method",
                "valueCode")
            .entrySet()
            .stream()
            .sorted(Map.Entry.comparingByKey())
            .toList()) {
      if (entry.has(text.getKey())) {
        properties.add(
            object("code", text.getKey(), text.getValue(), entry.get(text.getKey()).getAsString()));
      }
    }
    if (entry.has("site")) {
      JsonObject site = entry.getAsJsonObject("site");
      JsonObject coding =
          object(
              "system", "http://snomed.info/sct",
              "code", site.get("code").getAsString(),
              "display", site.get("meaning").getAsString());
      JsonObject property = object("code", "site");
      property.add("valueCoding", coding);
      properties.add(property);
    }
    concept.add("property", properties);
    concepts.putIfAbsent(entry.get("code").getAsString(), concept);
    if (entry.has("values")) {
      entry
          .getAsJsonArray("values")
          .forEach(e -> add(concepts, e.getAsJsonObject(), "category", catalogue));
    }
  }

  private static Optional<String> korean(JsonObject entry, String kind, Catalogue catalogue) {
    String code = entry.get("code").getAsString();
    return switch (kind) {
      case "landmark" ->
          catalogue.landmarks().all().stream()
              .filter(l -> l.code().value().equals(code))
              .map(l -> l.name(Locale.KOREAN))
              .findFirst();
      case "measurement" ->
          catalogue.measurements().stream()
              .filter(m -> m.code().value().equals(code))
              .map(m -> m.name(Locale.KOREAN))
              .findFirst();
      default -> Optional.empty();
    };
  }

  private static JsonObject property(String code, String description, String type) {
    return object("code", code, "description", description, "type", type);
  }

  private static JsonObject object(String... namesAndValues) {
    JsonObject object = new JsonObject();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.addProperty(namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }

  private static JsonArray list(JsonObject only) {
    JsonArray list = new JsonArray();
    list.add(only);
    return list;
  }
}
