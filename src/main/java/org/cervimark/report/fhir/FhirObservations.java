package org.cervimark.report.fhir;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cervimark.anatomy.Landmark;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.Scale;
import org.cervimark.landmark.Placement;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Outcome;
import org.cervimark.reading.FreeMark;
import org.cervimark.reading.Reading;
import org.cervimark.report.ComparedFilms;
import org.cervimark.report.OutcomeText;
import org.cervimark.report.ReportedMark;
import org.cervimark.report.ReportedStudy;
import org.cervimark.report.ReportedValue;
import org.cervimark.report.ValueFacts;
import org.cervimark.terminology.Code;

/** The observations of one image: its landmarks, and each measurement with its value or reason. */
final class FhirObservations {

  private static final Code COBB_ANGLE = new Code("285285000", "SCT", "Cobb angle");
  private static final Code CERVICAL_SPINE = new Code("122494005", "SCT", "Cervical spine");
  private static final Code UNCERTAINTY =
      new Code("371884006", "SCT", "+/-, range of measurement uncertainty");
  private static final String ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
  private static final String CATEGORY =
      "http://terminology.hl7.org/CodeSystem/observation-category";

  /**
   * What all observations of a report have in common.
   *
   * @param status preliminary until somebody has verified the report
   * @param subject the patient, if they appear
   * @param performer the reader, if they appear
   * @param effective the date of the study
   * @param imagingStudy the address of the study
   * @param device the address of the program
   */
  record Context(
      String status,
      Optional<JsonObject> subject,
      Optional<JsonObject> performer,
      Optional<String> effective,
      String imagingStudy,
      String device) {}

  /**
   * A resource with its address.
   *
   * @param address within the bundle
   * @param resource the resource
   */
  record Entry(String address, JsonObject resource) {}

  private final Catalogue catalogue;
  private final OutcomeText outcomes;
  private final Context context;
  private final String document;

  FhirObservations(Catalogue catalogue, Context context, String document) {
    this.catalogue = catalogue;
    this.outcomes = new OutcomeText(Locale.ENGLISH, catalogue.landmarks());
    this.context = context;
    this.document = document;
  }

  List<Entry> of(ReportedStudy.Image image) {
    Reading reading = image.reading();
    List<Entry> entries = new ArrayList<>();
    if (!reading.landmarks().all().isEmpty()) {
      entries.add(new Entry(landmarksOf(reading), landmarks(reading)));
    }
    for (ReportedValue value : image.values()) {
      entries.add(
          new Entry(
              Fhir.address(document, name(reading), "value", value.id()),
              value(value, List.of(reading), reading.scale())));
    }
    for (ReportedMark mark : ReportedMark.of(reading)) {
      entries.add(
          new Entry(
              Fhir.address(document, name(reading), "mark", mark.mark().uid()),
              mark(mark, reading)));
    }
    return entries;
  }

  /** What films tell together. */
  List<Entry> of(ComparedFilms films) {
    List<Reading> readings = List.copyOf(films.readings().values());
    return films.values().stream()
        .map(
            value ->
                new Entry(
                    Fhir.address(document, films.each(FhirObservations::name), "value", value.id()),
                    value(value, readings, films.scale())))
        .toList();
  }

  private static String name(Reading reading) {
    return reading.image().sopInstanceUid() + "/" + reading.image().frame();
  }

  private String landmarksOf(Reading reading) {
    return Fhir.address(document, name(reading), "landmarks");
  }

  private JsonObject landmarks(Reading reading) {
    JsonObject observation =
        observation(
            Fhir.concept("Landmarks in DICOM pixel coordinates (column, row)"),
            Fhir.array(image(reading)));
    JsonArray components = new JsonArray();
    for (Placement placement : reading.landmarks().all()) {
      JsonObject component = new JsonObject();
      String id = placement.landmark().value();
      Optional<Landmark> known = catalogue.landmarks().find(placement.landmark());
      component.add(
          "code",
          known.isPresent() ? Fhir.concept(id, Fhir.coding(known.get().code())) : Fhir.concept(id));
      if (placement.point().isPresent()) {
        ImagePoint point = placement.point().get();
        component.addProperty(
            "valueString", point.column() + " " + point.row() + " " + placement.visibility().id());
      } else {
        component.add("dataAbsentReason", Fhir.concept(placement.visibility().id()));
      }
      components.add(component);
    }
    observation.add("component", components);
    int passes = reading.replicates().size();
    if (passes > 0) {
      Fhir.list(observation, "note", notes(List.of("mean of " + passes + " passes, each blinded")));
    }
    return observation;
  }

  /** What was drawn freely: a number without reference, sign or interval. */
  private JsonObject mark(ReportedMark mark, Reading reading) {
    String name = mark.name(Locale.ENGLISH) + ", drawn freely";
    JsonObject observation = observation(Fhir.concept(name), Fhir.array(image(reading)));
    if (mark.value().isPresent()) {
      FreeMark.Value value = mark.value().get();
      observation.add("valueQuantity", Fhir.quantity(value.value(), value.unit()));
    } else {
      observation.add(
          "dataAbsentReason",
          Fhir.concept(mark.reason().orElse(""), Fhir.coding(ABSENT, "unknown", "")));
    }
    Fhir.list(observation, "note", notes(List.of(mark.mark().text())));
    observation.add("method", Fhir.concept(mark.id() + ", drawn by the reader"));
    return observation;
  }

  private JsonObject value(ReportedValue value, List<Reading> readings, Scale scale) {
    ValueFacts facts = ValueFacts.of(value);
    JsonArray sources = new JsonArray();
    readings.forEach(reading -> sources.add(image(reading)));
    readings.stream()
        .filter(reading -> !reading.landmarks().all().isEmpty())
        .forEach(reading -> sources.add(Fhir.reference(landmarksOf(reading))));
    JsonObject observation = observation(code(value), sources);
    if (facts.number().isPresent() && facts.unit().isPresent()) {
      observation.add("valueQuantity", Fhir.quantity(facts.number().get(), facts.unit().get()));
    } else if (facts.category().isPresent()) {
      observation.add(
          "valueCodeableConcept",
          Fhir.concept(
              facts.category().get().category().name(Locale.ENGLISH),
              Fhir.coding(facts.category().get().category().code())));
    } else {
      observation.add("dataAbsentReason", absent(value, facts));
    }
    Fhir.list(observation, "note", notes(facts, value, scale));
    observation.add("method", method(value));
    value.measurement().ifPresent(m -> Fhir.list(observation, "referenceRange", references(m)));
    if (facts.halfWidth().isPresent() && facts.unit().isPresent()) {
      JsonObject component = new JsonObject();
      component.add(
          "code",
          Fhir.concept(
              "Half width of the 95 % interval, " + facts.basis().orElse(""),
              Fhir.coding(UNCERTAINTY)));
      component.add("valueQuantity", Fhir.quantity(facts.halfWidth().get(), facts.unit().get()));
      observation.add("component", Fhir.array(component));
    }
    return observation;
  }

  private JsonObject observation(JsonObject code, JsonArray sources) {
    JsonObject observation = Fhir.resource("Observation");
    observation.addProperty("status", context.status());
    observation.add(
        "category",
        Fhir.array(Fhir.concept("Imaging", Fhir.coding(CATEGORY, "imaging", "Imaging"))));
    observation.add("code", code);
    context.subject().ifPresent(s -> observation.add("subject", s));
    context.effective().ifPresent(d -> observation.addProperty("effectiveDateTime", d));
    context.performer().ifPresent(p -> observation.add("performer", Fhir.array(p)));
    observation.add("bodySite", Fhir.concept("Cervical spine", Fhir.coding(CERVICAL_SPINE)));
    observation.add("device", Fhir.reference(context.device()));
    observation.add("derivedFrom", sources);
    return observation;
  }

  private JsonObject image(Reading reading) {
    JsonObject image = Fhir.reference(context.imagingStudy());
    image.add("identifier", Fhir.uid(reading.image().sopInstanceUid()));
    image.addProperty("display", "Image, frame " + reading.image().frame());
    return image;
  }

  /** Ours, and the standard one where the construction is what it names. */
  private static JsonObject code(ReportedValue value) {
    if (value.measurement().isEmpty()) {
      return Fhir.concept(value.id());
    }
    Measurement measurement = value.measurement().get();
    JsonObject ours = Fhir.coding(measurement.code());
    String name = measurement.name(Locale.ENGLISH);
    return measurement.kind() == Measurement.Kind.SAGITTAL_COBB
        ? Fhir.concept(name, Fhir.coding(COBB_ANGLE), ours)
        : Fhir.concept(name, ours);
  }

  private JsonObject absent(ReportedValue value, ValueFacts facts) {
    String reason = facts.reason().orElse("");
    String standard = reason.equals("missing-landmarks") ? "not-performed" : "unknown";
    return Fhir.concept(
        reason + ": " + outcomes.reason(value.outcome()), Fhir.coding(ABSENT, standard, ""));
  }

  private JsonArray notes(ValueFacts facts, ReportedValue value, Scale scale) {
    List<String> texts = new ArrayList<>(facts.flags());
    if (!facts.alsoPossible().isEmpty()) {
      texts.add("also possible within the error of placing: " + facts.alsoPossible());
    }
    if (value.measurement().isPresent() && value.outcome() instanceof Outcome.Value outcome) {
      value.measurement().get().exceeded(outcome, scale).stream()
          .map(outcomes::screening)
          .forEach(texts::add);
    }
    return notes(texts);
  }

  private static JsonArray notes(List<String> texts) {
    return texts.stream()
        .filter(text -> !text.isEmpty())
        .map(
            text -> {
              JsonObject note = new JsonObject();
              note.addProperty("text", text);
              return note;
            })
        .collect(Fhir.toArray());
  }

  private static JsonObject method(ReportedValue value) {
    String text = value.id() + ", version " + value.version();
    return value.measurement().isPresent()
        ? Fhir.concept(text, Fhir.coding(value.measurement().get().method()))
        : Fhir.concept(text);
  }

  /** Published values as texts: a mean of a population is no limit of what is normal. */
  private JsonArray references(Measurement measurement) {
    return measurement.references().stream()
        .map(
            r -> {
              JsonObject range = new JsonObject();
              Fhir.text(
                  range,
                  "text",
                  r.statement().in(Locale.ENGLISH)
                      + " ["
                      + r.source()
                      + catalogue.source(r.source()).map(s -> ": " + s).orElse("")
                      + "]");
              return range;
            })
        .collect(Fhir.toArray());
  }
}
