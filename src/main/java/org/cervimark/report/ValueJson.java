package org.cervimark.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.image.Scale;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Category;
import org.cervimark.measurement.Outcome;
import org.cervimark.measurement.ScreeningLimit;

/** A line of a report as part of a JSON object, in English; every key is always there. */
final class ValueJson {

  private static final double LEVEL = 0.95;

  private final OutcomeText outcomes;

  /** Lines with the reasons of a catalogue. */
  ValueJson(Catalogue catalogue) {
    this.outcomes = new OutcomeText(Locale.ENGLISH, catalogue.landmarks());
  }

  /**
   * Writes the fields of a line.
   *
   * @param scale decides which published limits apply
   */
  void fields(JsonWriter json, ReportedValue value, Scale scale) throws IOException {
    ValueFacts facts = ValueFacts.of(value);
    json.name("id").value(value.id());
    JsonFields.optional(json, "name", value.measurement().map(m -> m.name(Locale.ENGLISH)));
    json.name("version").value(value.version());
    JsonFields.optional(json, "formula", value.measurement().map(m -> m.formula().source()));
    screening(json, value, scale);
    JsonFields.number(json, "value", facts.number());
    JsonFields.optional(json, "unit", facts.unit().map(u -> u.code().value()));
    category(json, facts.category());
    interval(json, facts);
    json.name("flags").beginArray();
    for (String flag : facts.flags()) {
      json.value(flag);
    }
    json.endArray();
    JsonFields.optional(json, "reason", facts.reason());
    JsonFields.optional(
        json, "explanation", facts.reason().map(r -> outcomes.reason(value.outcome())));
    json.name("landmarks").beginArray();
    for (LandmarkId id : facts.landmarks()) {
      json.value(id.value());
    }
    json.endArray();
  }

  private static void category(JsonWriter json, Optional<Outcome.Classified> classified)
      throws IOException {
    json.name("category");
    if (classified.isEmpty()) {
      json.nullValue();
      return;
    }
    json.beginObject();
    json.name("id").value(classified.get().category().id());
    json.name("name").value(classified.get().category().name(Locale.ENGLISH));
    json.name("alsoPossible").beginArray();
    for (Category category : classified.get().alsoPossible()) {
      json.value(category.id());
    }
    json.endArray();
    json.endObject();
  }

  private void screening(JsonWriter json, ReportedValue value, Scale scale) throws IOException {
    json.name("screening").beginArray();
    if (value.measurement().isPresent() && value.outcome() instanceof Outcome.Value outcome) {
      for (ScreeningLimit limit : value.measurement().get().exceeded(outcome, scale)) {
        json.value(outcomes.screening(limit));
      }
    }
    json.endArray();
  }

  private static void interval(JsonWriter json, ValueFacts facts) throws IOException {
    json.name("interval");
    if (facts.interval().isEmpty()) {
      json.nullValue();
      return;
    }
    Outcome.Interval interval = facts.interval().get();
    json.beginObject();
    json.name("level").value(LEVEL);
    json.name("halfWidth").value(interval.halfWidth());
    JsonFields.number(json, "low", facts.low());
    JsonFields.number(json, "high", facts.high());
    json.name("basis").value(OutcomeText.id(interval.basis()));
    json.name("scaleIncluded").value(interval.scaleIncluded());
    json.endObject();
  }
}
