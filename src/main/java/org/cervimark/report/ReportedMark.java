package org.cervimark.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cervimark.measurement.Outcome;
import org.cervimark.reading.FreeMark;
import org.cervimark.reading.Reading;

/**
 * A number that a reader drew freely, without a record in the catalogue, in the words of files.
 *
 * @param mark what was drawn
 * @param value its number; empty if a line of an angle has no length
 */
public record ReportedMark(FreeMark mark, Optional<FreeMark.Value> value) {

  /** The angles and distances of a reading in their order; notes have no number. */
  public static List<ReportedMark> of(Reading reading) {
    return reading.marks().stream()
        .filter(mark -> mark.kind() != FreeMark.Kind.NOTE)
        .map(mark -> new ReportedMark(mark, mark.value(reading.scale())))
        .toList();
  }

  /** What stands where catalogued measurements have their id. */
  public String id() {
    return "free-" + mark.kind().id();
  }

  /** The name shown to people. */
  public String name(Locale locale) {
    return Wording.of(ReportedMark.class, locale).get("note.mark." + mark.kind().id());
  }

  /** The unit as files state it. */
  public Optional<String> unit() {
    return value.map(v -> v.unit().code().value());
  }

  /** The number. */
  public Optional<Double> number() {
    return value.map(FreeMark.Value::value);
  }

  /** Why there is none. */
  public Optional<String> reason() {
    return value.isPresent()
        ? Optional.empty()
        : Optional.of(OutcomeText.id(Outcome.Degenerate.Reason.BASELINE_TOO_SHORT));
  }
}
