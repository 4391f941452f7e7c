package org.cervimark.measurement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cervimark.anatomy.LandmarkDictionary;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.anatomy.View;
import org.cervimark.definition.Definition;
import org.cervimark.definition.Family;
import org.cervimark.definition.Problems;
import org.cervimark.terminology.BilingualText;

/** Reads records of protocols. */
final class ProtocolReader {

  private static final List<String> KEYS =
      List.of("id", "name", "view", "evidence", "landmarks", "measurements");

  private final LandmarkDictionary dictionary;
  private final Map<String, Measurement> measurements;
  private final Problems problems;

  ProtocolReader(
      LandmarkDictionary dictionary, Map<String, Measurement> measurements, Problems problems) {
    this.dictionary = dictionary;
    this.measurements = measurements;
    this.problems = problems;
  }

  /** The protocol that a record defines; empty if anything is wrong with it. */
  Optional<Protocol> read(Definition record) {
    int before = problems.count();
    record.allowOnly(KEYS);
    RecordFields fields = new RecordFields(record, Family.none());
    String id = fields.text("id");
    BilingualText name = fields.bilingual("name");
    Optional<View> view = fields.choice("view", "a view", View::withId);
    List<LandmarkId> landmarks =
        distinct(
            record, fields.choices("landmarks", "a landmark", this::landmark), LandmarkId::value);
    List<Measurement> chosen =
        distinct(
            record,
            fields.choices(
                "measurements", "a measurement", m -> Optional.ofNullable(measurements.get(m))),
            Measurement::id);
    BilingualText evidence = fields.optionalBilingual("evidence");
    if (view.isEmpty() || problems.count() > before) {
      return Optional.empty();
    }
    chosen.forEach(m -> checkComputable(record, view.get(), Set.copyOf(landmarks), m));
    return Optional.of(
        new Protocol(
            id,
            name.english(),
            name.korean(),
            view.get(),
            landmarks,
            chosen.stream().map(Measurement::id).toList(),
            evidence));
  }

  private Optional<LandmarkId> landmark(String text) {
    return LandmarkId.isValid(text)
        ? Optional.of(new LandmarkId(text)).filter(dictionary::contains)
        : Optional.empty();
  }

  private static <T> List<T> distinct(Definition record, List<T> list, Function<T, String> words) {
    List<T> seen = new ArrayList<>();
    for (T element : list) {
      if (seen.contains(element)) {
        record.problem(words.apply(element) + " is listed twice");
      }
      seen.add(element);
    }
    return seen;
  }

  private static void checkComputable(
      Definition record, View view, Set<LandmarkId> placed, Measurement measurement) {
    if (!measurement.views().contains(view)) {
      record.problem(
          "the measurement " + measurement.id() + " is not defined on the view " + view.id());
    }
    for (LandmarkId landmark : measurement.formula().landmarks()) {
      if (!placed.contains(landmark)) {
        record.problem("the measurement " + measurement.id() + " needs the landmark " + landmark);
      }
    }
  }
}
