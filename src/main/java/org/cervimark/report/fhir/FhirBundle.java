package org.cervimark.report.fhir;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cervimark.image.Patient;
import org.cervimark.image.PersonName;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.Reading;
import org.cervimark.reading.StudyReport;
import org.cervimark.report.Identification;
import org.cervimark.report.Identification.Field;
import org.cervimark.report.ReportedStudy;
import org.cervimark.report.TextNote;
import org.cervimark.terminology.Product;

/**
 * A saved revision as a FHIR R4 Bundle: a DiagnosticReport with one Observation for each value or
 * refused value and one for the landmarks of each image, the ImagingStudy that they come from, the
 * program, and as far as the site lets them appear the patient and the reader. Nothing is
 * interpreted: published values stand as texts, no limit is stated as normal.
 */
public final class FhirBundle {

  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

  private final Catalogue catalogue;
  private final Identification identification;
  private final TextNote note;

  /**
   * Bundles of a catalogue.
   *
   * @param locale the language of the note that the report presents
   * @param identification which identifying fields appear
   */
  public FhirBundle(Catalogue catalogue, Locale locale, Identification identification) {
    this.catalogue = catalogue;
    this.identification = identification;
    this.note = new TextNote(catalogue, locale, identification);
  }

  /** The bundle as JSON. */
  public String of(StudyReport report) {
    String document = report.documentUid();
    JsonArray entries = new JsonArray();
    Optional<JsonObject> subject = subject(report, entries);
    Optional<JsonObject> reader = person(report.reader(), document, entries);
    String device = Fhir.address(document, "program");
    String study = Fhir.address(document, "study");
    List<FhirObservations.Entry> observations = new ArrayList<>();
    Optional<String> effective = identification.of(report.study()).date().flatMap(FhirPeople::date);
    FhirObservations writer =
        new FhirObservations(
            catalogue,
            new FhirObservations.Context(status(report), subject, reader, effective, study, device),
            document);
    ReportedStudy lines = ReportedStudy.of(report, catalogue);
    lines.images().forEach(image -> observations.addAll(writer.of(image)));
    lines.compared().forEach(films -> observations.addAll(writer.of(films)));
    add(entries, device, program(report));
    add(entries, study, imagingStudy(report, subject));
    observations.forEach(o -> add(entries, o.address(), o.resource()));
    JsonObject diagnostic = diagnostic(report, subject, reader, effective, entries);
    diagnostic.add("imagingStudy", Fhir.array(Fhir.reference(study)));
    Fhir.list(
        diagnostic,
        "result",
        observations.stream().map(o -> Fhir.reference(o.address())).collect(Fhir.toArray()));
    diagnostic.add("presentedForm", Fhir.array(attachment(report)));
    add(entries, Fhir.address(document, "report"), diagnostic);
    JsonObject bundle = Fhir.resource("Bundle");
    bundle.add("identifier", Fhir.uid(document));
    bundle.addProperty("type", "collection");
    bundle.addProperty("timestamp", saved(report));
    bundle.add("entry", entries);
    return GSON.toJson(bundle) + "\n";
  }

  private JsonObject diagnostic(
      StudyReport report,
      Optional<JsonObject> subject,
      Optional<JsonObject> reader,
      Optional<String> effective,
      JsonArray entries) {
    JsonObject diagnostic = Fhir.resource("DiagnosticReport");
    diagnostic.add("identifier", Fhir.array(Fhir.uid(report.documentUid())));
    diagnostic.addProperty("status", status(report));
    diagnostic.add(
        "category",
        Fhir.array(
            Fhir.concept(
                "Radiology",
                Fhir.coding("http://terminology.hl7.org/CodeSystem/v2-0074", "RAD", ""))));
    diagnostic.add(
        "code",
        Fhir.concept(
            "Cervical spine radiograph measurements", Fhir.coding(Fhir.LOINC, "24946-6", "")));
    subject.ifPresent(s -> diagnostic.add("subject", s));
    effective.ifPresent(d -> diagnostic.addProperty("effectiveDateTime", d));
    diagnostic.addProperty("issued", saved(report));
    reader.ifPresent(r -> diagnostic.add("performer", Fhir.array(r)));
    report
        .verification()
        .flatMap(v -> person(v.observer(), report.documentUid(), entries))
        .ifPresent(v -> diagnostic.add("resultsInterpreter", Fhir.array(v)));
    Fhir.text(diagnostic, "conclusion", String.join(" ", report.remarks().findings()));
    return diagnostic;
  }

  private JsonObject attachment(StudyReport report) {
    JsonObject attachment = new JsonObject();
    attachment.addProperty("contentType", "text/plain; charset=utf-8");
    attachment.addProperty(
        "data",
        Base64.getEncoder().encodeToString(note.of(report).getBytes(StandardCharsets.UTF_8)));
    return attachment;
  }

  private Optional<JsonObject> subject(StudyReport report, JsonArray entries) {
    if (!identification.showsPatient()) {
      return Optional.empty();
    }
    Patient patient = identification.of(report.patient());
    String address = Fhir.address(report.documentUid(), "patient");
    JsonObject resource = FhirPeople.patient(patient);
    if (resource.size() == 1) {
      return Optional.empty();
    }
    add(entries, address, resource);
    return Optional.of(Fhir.reference(address));
  }

  private Optional<JsonObject> person(PersonName name, String document, JsonArray entries) {
    JsonObject resource = FhirPeople.practitioner(name);
    if (!identification.shows(Field.READER) || resource.size() == 1) {
      return Optional.empty();
    }
    String address = Fhir.address(document, "person", name.toDicom());
    boolean known =
        entries.asList().stream()
            .anyMatch(e -> e.getAsJsonObject().get("fullUrl").getAsString().equals(address));
    if (!known) {
      add(entries, address, resource);
    }
    return Optional.of(Fhir.reference(address));
  }

  private static JsonObject program(StudyReport report) {
    JsonObject device = Fhir.resource("Device");
    JsonObject name = new JsonObject();
    name.addProperty("name", Product.NAME);
    name.addProperty("type", "model-name");
    device.add("deviceName", Fhir.array(name));
    JsonObject program = new JsonObject();
    program.addProperty("value", Product.version());
    JsonObject catalogue = new JsonObject();
    catalogue.add("type", Fhir.concept("Catalogue of measurements"));
    Fhir.text(
        catalogue,
        "value",
        report.catalogueVersion().isBlank() ? "not stated" : report.catalogueVersion());
    device.add("version", Fhir.array(program, catalogue));
    return device;
  }

  private JsonObject imagingStudy(StudyReport report, Optional<JsonObject> subject) {
    JsonObject study = Fhir.resource("ImagingStudy");
    study.add("identifier", Fhir.array(Fhir.uid(report.studyInstanceUid())));
    study.addProperty("status", "available");
    JsonObject unnamed = new JsonObject();
    unnamed.addProperty("display", "not named");
    study.add("subject", subject.orElse(unnamed));
    identification
        .of(report.study())
        .date()
        .flatMap(FhirPeople::date)
        .ifPresent(d -> study.addProperty("started", d));
    Fhir.text(study, "description", identification.of(report.study()).description());
    Map<String, JsonObject> series = new LinkedHashMap<>();
    for (Reading reading : report.readings()) {
      JsonObject item =
          series.computeIfAbsent(
              reading.image().seriesInstanceUid(),
              uid -> {
                JsonObject created = new JsonObject();
                created.addProperty("uid", uid);
                created.add("modality", Fhir.coding(Fhir.DICOM, reading.modality(), ""));
                created.add("instance", new JsonArray());
                return created;
              });
      JsonObject instance = new JsonObject();
      instance.addProperty("uid", reading.image().sopInstanceUid());
      instance.add(
          "sopClass",
          Fhir.coding("urn:ietf:rfc:3986", "urn:oid:" + reading.image().sopClassUid(), ""));
      item.getAsJsonArray("instance").add(instance);
    }
    Fhir.list(study, "series", series.values().stream().collect(Fhir.toArray()));
    return study;
  }

  private static String status(StudyReport report) {
    return report.isVerified() ? "final" : "preliminary";
  }

  private static String saved(StudyReport report) {
    OffsetDateTime moment = report.savedAt().atZone(ZoneId.systemDefault()).toOffsetDateTime();
    return INSTANT.format(moment);
  }

  private static void add(JsonArray entries, String address, JsonObject resource) {
    JsonObject entry = new JsonObject();
    entry.addProperty("fullUrl", address);
    entry.add("resource", resource);
    entries.add(entry);
  }
}
