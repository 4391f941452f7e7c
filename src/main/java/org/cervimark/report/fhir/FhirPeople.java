package org.cervimark.report.fhir;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cervimark.image.Patient;
import org.cervimark.image.PersonName;
import org.cervimark.report.PlainText;

/** Patients and readers. */
final class FhirPeople {

  private static final Pattern DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final String REPRESENTATION =
      "http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation";

  private FhirPeople() {}

  /** A patient, with what of them may appear. */
  static JsonObject patient(Patient patient) {
    JsonObject resource = Fhir.resource("Patient");
    if (!patient.id().isBlank()) {
      JsonObject identifier = new JsonObject();
      identifier.add(
          "type",
          Fhir.concept(
              "Patient ID",
              Fhir.coding("http://terminology.hl7.org/CodeSystem/v2-0203", "MR", "")));
      Fhir.text(identifier, "value", patient.id());
      resource.add("identifier", Fhir.array(identifier));
    }
    Fhir.list(resource, "name", names(patient.name()));
    gender(patient.sex()).ifPresent(g -> resource.addProperty("gender", g));
    patient
        .birthDate()
        .flatMap(FhirPeople::date)
        .ifPresent(d -> resource.addProperty("birthDate", d));
    return resource;
  }

  /** Somebody who read or verified. */
  static JsonObject practitioner(PersonName name) {
    JsonObject resource = Fhir.resource("Practitioner");
    Fhir.list(resource, "name", names(name));
    return resource;
  }

  /** A date as FHIR writes it; empty if it is no date. */
  static Optional<String> date(String dicomDate) {
    var matcher = DATE.matcher(dicomDate.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
                  Integer.parseInt(matcher.group(1)),
                  Integer.parseInt(matcher.group(2)),
                  Integer.parseInt(matcher.group(3)))
              .toString());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> gender(Optional<String> sex) {
    return sex.flatMap(
        s ->
            switch (s.strip().toUpperCase(Locale.ROOT)) {
              case "M" -> Optional.of("male");
              case "F" -> Optional.of("female");
              case "O" -> Optional.of("other");
              default -> Optional.empty();
            });
  }

  private static JsonArray names(PersonName name) {
    JsonArray names = new JsonArray();
    add(names, name.alphabetic(), "ABC");
    add(names, name.ideographic(), "IDE");
    add(names, name.phonetic(), "SYL");
    return names;
  }

  private static void add(JsonArray names, String group, String representation) {
    String[] parts = group.split("\\^", -1);
    JsonObject name = new JsonObject();
    Fhir.text(name, "family", parts[0]);
    JsonArray given = new JsonArray();
    for (int i = 1; i < Math.min(3, parts.length); i++) {
      if (!parts[i].isBlank()) {
        given.add(PlainText.harmless(parts[i]).strip());
      }
    }
    Fhir.list(name, "given", given);
    if (!name.isEmpty()) {
      JsonObject extension = new JsonObject();
      extension.addProperty("url", REPRESENTATION);
      extension.addProperty("valueCode", representation);
      name.add("extension", Fhir.array(extension));
      names.add(name);
    }
  }
}
