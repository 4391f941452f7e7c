package org.cervimark.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cervimark.anatomy.View;
import org.cervimark.image.Scale;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Outcome;
import org.cervimark.measurement.ScreeningLimit;
import org.cervimark.report.TextTable.Align;
import org.cervimark.terminology.Unit;

/**
 * The lines of an image, or of films measured together, as people read them: values, refusals, and
 * what must be known to rely on them. No layout.
 */
public final class ValueSection {

  /** Stands where a protocol does not ask for a value. */
  static final String NOTHING = "–";

  private static final int NAME_WIDTH = 44;

  private final Catalogue catalogue;
  private final Wording wording;
  private final Locale locale;
  private final OutcomeText outcomes;
  private final Scale scale;
  private final View view;
  private final List<ReportedValue> values;
  private final List<Line> measured;
  private final Map<Outcome.Caveat, String> caveatMarks = new EnumMap<>(Outcome.Caveat.class);

  /**
   * A value as people read it; what does not apply is empty.
   *
   * @param number its number in the note and in the picture
   * @param name what was measured
   * @param value number and unit, or a class
   * @param interval half the width of the 95 % interval
   * @param meaning of the sign
   * @param tier evidence
   * @param remarks marks of the remarks that apply
   * @param source the line of the report
   */
  public record Row(
      String number,
      String name,
      String value,
      String interval,
      String meaning,
      String tier,
      String remarks,
      ReportedValue source) {}

  /**
   * A value beside a published population.
   *
   * @param row the value
   * @param deviation how far it lies from the mean
   */
  public record Beside(Row row, Deviation deviation) {}

  /**
   * A remark.
   *
   * @param mark the mark that values refer to it by, or a hyphen
   * @param text the sentence
   */
  public record Remark(String mark, String text) {}

  /** A line with a value. */
  private record Line(ReportedValue value, Outcome.Value outcome) {
    static Optional<Line> of(ReportedValue value) {
      return value.outcome() instanceof Outcome.Value outcome
          ? Optional.of(new Line(value, outcome))
          : Optional.empty();
    }

    Optional<Outcome.Measured> number() {
      return outcome instanceof Outcome.Measured number ? Optional.of(number) : Optional.empty();
    }
  }

  /**
   * The lines.
   *
   * @param scale decides which published limits apply
   * @param view decides which published populations do
   */
  ValueSection(
      Catalogue catalogue, Wording wording, List<ReportedValue> values, Scale scale, View view) {
    this.catalogue = catalogue;
    this.wording = wording;
    this.locale = wording.locale();
    this.outcomes = new OutcomeText(locale, catalogue.landmarks());
    this.scale = scale;
    this.view = view;
    this.values = List.copyOf(values);
    this.measured = values.stream().flatMap(v -> Line.of(v).stream()).toList();
    for (Outcome.Caveat caveat : Outcome.Caveat.values()) {
      if (measured.stream().anyMatch(m -> m.outcome().caveats().contains(caveat))) {
        caveatMarks.put(caveat, String.valueOf((char) ('a' + caveatMarks.size())));
      }
    }
  }

  /**
   * The lines of a part.
   *
   * @param part a name of {@link TemplateNames#IMAGE_BLOCKS} that is about values
   * @param width cells that a line may take
   * @return none if there is nothing to say
   */
  List<String> lines(String part, int width) {
    return switch (part) {
      case "values" -> valueLines();
      case "screening" -> TextNote.list(get("screening"), screenings(), width);
      case "unmeasured" -> TextNote.list(get("unmeasured"), unmeasured(), width);
      case "remarks" -> remarkLines(width);
      case "warnings" -> TextNote.list(get("warnings"), warnings(), width);
      case "references" -> TextNote.list(get("references"), references(), width);
      default -> throw new IllegalArgumentException("no part of a section: " + part);
    };
  }

  /** A value with its interval and the meaning of its sign, or why there is none. */
  String value(String id) {
    for (Row row : rows()) {
      if (row.source().id().equals(id)) {
        return (row.value() + " " + row.interval()).strip()
            + (row.meaning().isEmpty() ? "" : " (" + row.meaning() + ")");
      }
    }
    return values.stream()
        .filter(v -> v.id().equals(id))
        .findFirst()
        .map(v -> outcomes.reason(v.outcome()))
        .orElse(NOTHING);
  }

  /** What the intervals of these values account for. */
  public Set<Outcome.Interval.Basis> bases() {
    return measured.stream()
        .flatMap(m -> m.number().flatMap(Outcome.Measured::interval).stream())
        .map(Outcome.Interval::basis)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether an interval of these values accounts for the scale. */
  public boolean scaleIncluded() {
    return measured.stream()
        .flatMap(m -> m.number().flatMap(Outcome.Measured::interval).stream())
        .anyMatch(Outcome.Interval::scaleIncluded);
  }

  /** Keys of the publications that this section cites. */
  public Set<String> sources() {
    return measured.stream()
        .flatMap(m -> m.value().measurement().stream().flatMap(r -> cited(r, m.outcome())))
        .filter(key -> catalogue.source(key).isPresent())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Stream<String> cited(Measurement measurement, Outcome.Value outcome) {
    return Stream.concat(
        measurement.references().stream().map(Measurement.ReferenceValue::source),
        measurement.exceeded(outcome, scale).stream().map(ScreeningLimit::source));
  }

  private List<String> valueLines() {
    if (measured.isEmpty()) {
      return List.of(get("values.none"));
    }
    TextTable table =
        new TextTable(
            Align.RIGHT, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.LEFT, Align.LEFT, Align.LEFT);
    table.row(
        "",
        get("column.measurement"),
        get("column.value"),
        get("column.interval"),
        get("column.sign"),
        get("column.tier"),
        get("column.remarks"));
    rows().forEach(row -> addValue(table, row));
    return table.lines();
  }

  private static void addValue(TextTable table, Row row) {
    List<String> name = PlainText.wrap(row.name(), NAME_WIDTH);
    table.row(
        row.number(),
        name.get(0),
        row.value(),
        row.interval(),
        row.meaning(),
        row.tier(),
        row.remarks());
    for (String rest : name.subList(1, name.size())) {
      table.row("", "  " + rest, "", "", "", "", "");
    }
  }

  /** The values, in their order. */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Line line : measured) {
      rows.add(row(Integer.toString(rows.size() + 1), line));
    }
    return rows;
  }

  /** The values for which there are published populations, beside each of them. */
  public List<Beside> beside() {
    return rows().stream()
        .flatMap(
            row ->
                row.source().measurement().stream()
                    .flatMap(m -> Deviation.of(m, row.source().outcome(), view).stream())
                    .map(deviation -> new Beside(row, deviation)))
        .toList();
  }

  private Row row(String number, Line line) {
    Optional<Outcome.Measured> outcome = line.number();
    return new Row(
        number,
        name(line.value()),
        shown(line.outcome()),
        outcome
            .flatMap(o -> o.interval().map(i -> "± " + shown(i.halfWidth(), o.unit())))
            .orElse(""),
        line.value()
            .measurement()
            .flatMap(Measurement::signWords)
            .flatMap(words -> outcome.map(o -> words.of(o.unit().displayed(o.value()), locale)))
            .orElse(""),
        line.value().measurement().map(m -> m.tier().name()).orElse(""),
        line.outcome().caveats().stream()
            .sorted()
            .map(c -> caveatMarks.getOrDefault(c, c.id()))
            .collect(Collectors.joining(" ")),
        line.value());
  }

  private String shown(Outcome.Value outcome) {
    return outcome instanceof Outcome.Measured number
        ? shown(number.value(), number.unit())
        : outcomes.category((Outcome.Classified) outcome);
  }

  static String shown(double value, Unit unit) {
    return unit.format(value) + unit.suffix();
  }

  /** Measurements without a value, those with the same reason and landmarks together. */
  public List<String> unmeasured() {
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    for (ReportedValue value : values) {
      if (!(value.outcome() instanceof Outcome.Value)) {
        byReason
            .computeIfAbsent(outcomes.reason(value.outcome()), r -> new ArrayList<>())
            .add(name(value));
      }
    }
    return byReason.entrySet().stream()
        .map(e -> String.join("; ", e.getValue()) + " – " + e.getKey())
        .toList();
  }

  /** Values beyond published limits, each with its name. */
  public List<String> screenings() {
    List<String> items = new ArrayList<>();
    for (Line line : measured) {
      for (ScreeningLimit limit :
          line.value().measurement().stream()
              .flatMap(m -> m.exceeded(line.outcome(), scale).stream())
              .toList()) {
        items.add(
            name(line.value()) + " " + shown(line.outcome()) + ": " + outcomes.screening(limit));
      }
    }
    return items;
  }

  /** What the marks beside the values mean, and values of other versions. */
  public List<Remark> remarks() {
    List<Remark> remarks = new ArrayList<>();
    caveatMarks.forEach((c, mark) -> remarks.add(new Remark(mark, outcomes.caveat(c))));
    for (ReportedValue value : values) {
      if (value.measurement().isEmpty()) {
        remarks.add(new Remark("-", get("unknown", PlainText.harmless(value.id()))));
      } else if (!value.measurement().get().version().equals(value.version())) {
        remarks.add(
            new Remark(
                "-",
                get(
                    "version",
                    name(value),
                    PlainText.harmless(value.version()),
                    value.measurement().get().version())));
      }
    }
    return remarks;
  }

  private List<String> remarkLines(int width) {
    List<String> lines = new ArrayList<>();
    for (Remark remark : remarks()) {
      TextNote.addItem(lines, TextNote.INDENT, remark.mark(), remark.text(), width);
    }
    if (!lines.isEmpty()) {
      lines.add(0, get("remarks"));
    }
    return lines;
  }

  /** Warnings of what was measured, each once, with the numbers of its values. */
  public List<String> warnings() {
    return byText(this::warnings);
  }

  /** Published values of what was measured, with their sources and the numbers of the values. */
  public List<String> references() {
    return byText(this::references);
  }

  /**
   * Texts that the records of what was measured carry, each once, with the numbers of its lines.
   */
  private List<String> byText(Function<Measurement, Stream<String>> texts) {
    Map<String, List<Integer>> numbers = new LinkedHashMap<>();
    for (int i = 0; i < measured.size(); i++) {
      int number = i + 1;
      measured.get(i).value().measurement().stream()
          .flatMap(texts)
          .forEach(text -> numbers.computeIfAbsent(text, t -> new ArrayList<>()).add(number));
    }
    return numbers.entrySet().stream().map(e -> ranges(e.getValue()) + ": " + e.getKey()).toList();
  }

  /** Growing numbers with runs of three and more shortened, such as {@code 1, 2, 5–9}. */
  static String ranges(List<Integer> numbers) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    while (start < numbers.size()) {
      int end = start;
      while (end + 1 < numbers.size() && numbers.get(end + 1) == numbers.get(end) + 1) {
        end++;
      }
      if (end - start < 2) {
        parts.add(Integer.toString(numbers.get(start)));
        start++;
      } else {
        parts.add(numbers.get(start) + "–" + numbers.get(end));
        start = end + 1;
      }
    }
    return String.join(", ", parts);
  }

  private Stream<String> warnings(Measurement measurement) {
    return measurement.warnings().stream().map(warning -> warning.in(locale));
  }

  private Stream<String> references(Measurement measurement) {
    return measurement.references().stream()
        .map(r -> r.statement().in(locale) + " [" + r.source() + "]");
  }

  private String name(ReportedValue value) {
    return value
        .measurement()
        .map(m -> m.name(locale))
        .orElseGet(() -> PlainText.harmless(value.id()));
  }

  private String get(String key, String... texts) {
    return wording.get("note." + key, texts);
  }
}
