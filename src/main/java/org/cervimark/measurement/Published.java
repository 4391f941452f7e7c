package org.cervimark.measurement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cervimark.definition.Definition;
import org.cervimark.terminology.BilingualText;
import org.cervimark.terminology.Unit;

/** Reads what a record says of publications: reference values, limits and reliability. */
final class Published {

  private final RecordFields record;
  private final Set<String> sources;

  /**
   * For one record.
   *
   * @param sources keys of the publications known
   */
  Published(RecordFields record, Set<String> sources) {
    this.record = record;
    this.sources = sources;
  }

  List<Measurement.ReferenceValue> references() {
    List<Measurement.ReferenceValue> references = new ArrayList<>();
    for (RecordFields reference : record.records("references")) {
      reference.record().allowOnly(List.of("en", "ko", "source", "mean", "sd"));
      Optional<Double> mean = reference.optionalNumber("mean");
      Optional<Double> deviation = reference.optionalNumber("sd");
      if (mean.isPresent() != deviation.isPresent() || deviation.filter(d -> d <= 0).isPresent()) {
        reference
            .record()
            .problem("expected both \"mean\" and a positive \"sd\", or neither of them");
      }
      references.add(
          new Measurement.ReferenceValue(statement(reference), mean, deviation, source(reference)));
    }
    return references;
  }

  List<Measurement.SourcedStatement> reliability() {
    List<Measurement.SourcedStatement> statements = new ArrayList<>();
    for (RecordFields written : record.records("reliability")) {
      written.record().allowOnly(List.of("en", "ko", "source"));
      statements.add(new Measurement.SourcedStatement(statement(written), source(written)));
    }
    return statements;
  }

  /**
   * The screening limits.
   *
   * @param unit the unit of the value; empty for a class
   * @param categories the classes, if it names one
   */
  List<ScreeningLimit> limits(Optional<Unit> unit, List<Category> categories) {
    List<ScreeningLimit> limits = new ArrayList<>();
    for (RecordFields written : record.records("limits")) {
      written
          .record()
          .allowOnly(List.of("above", "below", "categories", "space", "en", "ko", "source"));
      Optional<Double> above = written.optionalNumber("above");
      Optional<Double> below = written.optionalNumber("below");
      Set<String> named = new HashSet<>(written.texts("categories"));
      Set<String> known = categories.stream().map(Category::id).collect(Collectors.toSet());
      if (!known.containsAll(named)) {
        written.record().problem("expected categories of this measurement, found " + named);
      }
      if (above.isEmpty() && below.isEmpty() && named.isEmpty()) {
        written.record().problem("expected \"above\", \"below\" or \"categories\"");
        continue;
      }
      space(written, unit)
          .ifPresent(
              space ->
                  limits.add(
                      new ScreeningLimit(
                          above, below, named, space, statement(written), source(written))));
    }
    return limits;
  }

  /** Only lengths are of the film or of the patient, and a limit of a length must say of which. */
  private static Optional<ScreeningLimit.Space> space(RecordFields written, Optional<Unit> unit) {
    boolean length = unit.filter(u -> u == Unit.MILLIMETRE).isPresent();
    Optional<Definition> stated = written.record().find("space");
    if (!length) {
      stated.ifPresent(s -> s.problem("only limits of lengths have a \"space\""));
      return Optional.of(ScreeningLimit.Space.ANY);
    }
    Function<String, Optional<ScreeningLimit.Space>> constant =
        RecordFields.constantOf(ScreeningLimit.Space.class);
    return written.choice(
        "space",
        "a space; it is film or true",
        word -> constant.apply(word).filter(s -> s != ScreeningLimit.Space.ANY));
  }

  private static BilingualText statement(RecordFields fields) {
    return new BilingualText(fields.text("en"), fields.text("ko"));
  }

  private String source(RecordFields fields) {
    String source = fields.text("source");
    if (!sources.contains(source)) {
      fields.record().problem("unknown source \"" + source + "\"");
    }
    return source;
  }
}
