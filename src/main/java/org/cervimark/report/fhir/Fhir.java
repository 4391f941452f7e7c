package org.cervimark.report.fhir;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collector;
import org.cervimark.report.PlainText;
import org.cervimark.terminology.Code;
import org.cervimark.terminology.PrivateScheme;
import org.cervimark.terminology.Unit;

/** The data types of FHIR R4 that our resources are made of. */
final class Fhir {

  static final String UCUM = "http://unitsofmeasure.org";
  static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
  static final String SNOMED = "http://snomed.info/sct";
  static final String LOINC = "http://loinc.org";

  private Fhir() {}

  /** A resource of a type. */
  static JsonObject resource(String type) {
    JsonObject resource = new JsonObject();
    resource.addProperty("resourceType", type);
    return resource;
  }

  /** The address of a resource within its bundle, the same for the same parts. */
  static String address(String... parts) {
    return "urn:uuid:"
        + UUID.nameUUIDFromBytes(String.join("/", parts).getBytes(StandardCharsets.UTF_8));
  }

  static JsonObject reference(String address) {
    JsonObject reference = new JsonObject();
    reference.addProperty("reference", address);
    return reference;
  }

  /** A DICOM UID as identifier, as the ImagingStudy resource defines it. */
  static JsonObject uid(String uid) {
    return identifier("urn:dicom:uid", "urn:oid:" + uid);
  }

  static JsonObject identifier(String system, String value) {
    JsonObject identifier = new JsonObject();
    identifier.addProperty("system", system);
    identifier.addProperty("value", value);
    return identifier;
  }

  static JsonObject coding(String system, String code, String display) {
    JsonObject coding = new JsonObject();
    coding.addProperty("system", system);
    coding.addProperty("code", code);
    if (!display.isEmpty()) {
      coding.addProperty("display", display);
    }
    return coding;
  }

  /** A code of DICOM's with the address that FHIR has for its scheme. */
  static JsonObject coding(Code code) {
    String system =
        switch (code.scheme()) {
          case "SCT" -> SNOMED;
          case "DCM" -> DICOM;
          case "LN" -> LOINC;
          case PrivateScheme.DESIGNATOR -> "urn:oid:" + PrivateScheme.UID;
          default -> throw new IllegalArgumentException("no FHIR system: " + code.scheme());
        };
    return coding(system, code.value(), code.meaning());
  }

  /** A concept with codes and a text for people. */
  static JsonObject concept(String text, JsonObject... codings) {
    JsonObject concept = new JsonObject();
    if (codings.length > 0) {
      concept.add("coding", array(codings));
    }
    text(concept, "text", text);
    return concept;
  }

  static JsonObject quantity(double value, Unit unit) {
    JsonObject quantity = new JsonObject();
    quantity.addProperty("value", value);
    quantity.addProperty("unit", unit.code().meaning());
    quantity.addProperty("system", UCUM);
    quantity.addProperty("code", unit.code().value());
    return quantity;
  }

  static JsonArray array(JsonObject... elements) {
    JsonArray array = new JsonArray();
    for (JsonObject element : elements) {
      array.add(element);
    }
    return array;
  }

  static Collector<JsonElement, JsonArray, JsonArray> toArray() {
    return Collector.of(
        JsonArray::new,
        JsonArray::add,
        (one, other) -> {
          one.addAll(other);
          return one;
        });
  }

  /** Adds a text that is not empty; FHIR knows no empty values. */
  static void text(JsonObject to, String name, String text) {
    String harmless = PlainText.harmless(text).strip();
    if (!harmless.isEmpty()) {
      to.addProperty(name, harmless);
    }
  }

  static void text(JsonObject to, String name, Optional<String> text) {
    text(to, name, text.orElse(""));
  }

  /** Adds a list that is not empty. */
  static void list(JsonObject to, String name, JsonArray list) {
    if (!list.isEmpty()) {
      to.add(name, list);
    }
  }
}
