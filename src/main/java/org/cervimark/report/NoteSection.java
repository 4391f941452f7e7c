package org.cervimark.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Outcome;
import org.cervimark.reading.Reading;
import org.cervimark.terminology.BilingualText;

/** The part of a note that tells of one image. */
final class NoteSection {

  private static final int NAME_WIDTH = 46;

  private final Catalogue catalogue;
  private final Wording wording;
  private final Locale locale;
  private final OutcomeText outcomes;
  private final Reading reading;
  private final List<ReportedValue> values;
  private final Map<Outcome.Caveat, String> caveatMarks = new EnumMap<>(Outcome.Caveat.class);

  NoteSection(Catalogue catalogue, Wording wording, Reading reading) {
    this.catalogue = catalogue;
    this.wording = wording;
    this.locale = wording.locale();
    this.outcomes = new OutcomeText(locale, catalogue.landmarks());
    this.reading = reading;
    this.values = ReportedValue.of(reading, catalogue);
    for (Outcome.Caveat caveat : Outcome.Caveat.values()) {
      if (measured().anyMatch(m -> m.caveats().contains(caveat))) {
        caveatMarks.put(caveat, String.valueOf((char) ('a' + caveatMarks.size())));
      }
    }
  }

  List<String> lines(int number) {
    List<String> lines = new ArrayList<>();
    lines.add(
        number
            + ". "
            + capitalised(reading.view().name(locale))
            + " ("
            + PlainText.harmless(reading.modality())
            + ")");
    new ImageFacts(catalogue, wording, reading)
        .table()
        .lines()
        .forEach(line -> lines.add("   " + line));
    catalogue
        .protocol(reading.protocol())
        .map(p -> p.evidenceNote().in(locale))
        .filter(note -> !note.isEmpty())
        .ifPresent(
            note ->
                PlainText.wrap(note, TextNote.WIDTH - 3).forEach(line -> lines.add("   " + line)));
    lines.add("");
    addValues(lines);
    addList(lines, "note.unmeasured", unmeasured());
    addList(lines, "note.uncertain", uncertainLandmarks());
    addRemarks(lines);
    addList(lines, "note.warnings", warnings());
    addList(lines, "note.references", references());
    return lines;
  }

  /** What the intervals of this image account for. */
  Set<Outcome.Interval.Basis> bases() {
    return measured()
        .flatMap(m -> m.interval().stream())
        .map(Outcome.Interval::basis)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Keys of the publications that this section cites. */
  Set<String> sources() {
    return measurements().stream()
        .flatMap(m -> m.references().stream())
        .map(Measurement.ReferenceValue::source)
        .filter(key -> catalogue.source(key).isPresent())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void addValues(List<String> lines) {
    TextTable table =
        new TextTable(
            TextTable.Align.LEFT,
            TextTable.Align.RIGHT,
            TextTable.Align.RIGHT,
            TextTable.Align.LEFT,
            TextTable.Align.LEFT,
            TextTable.Align.LEFT);
    table.row(
        get("column.measurement"),
        get("column.value"),
        get("column.interval"),
        get("column.sign"),
        get("column.tier"),
        get("column.remarks"));
    boolean any = false;
    for (ReportedValue value : values) {
      if (value.outcome() instanceof Outcome.Measured measured) {
        addValue(table, value, measured);
        any = true;
      }
    }
    if (any) {
      table.lines().forEach(line -> lines.add("   " + line));
    } else {
      lines.add("   " + get("values.none"));
    }
  }

  private void addValue(TextTable table, ReportedValue value, Outcome.Measured measured) {
    List<String> name = PlainText.wrap(name(value), NAME_WIDTH);
    table.row(
        name.get(0),
        measured.unit().format(measured.value()) + measured.unit().suffix(),
        measured
            .interval()
            .map(i -> "± " + measured.unit().format(i.halfWidth()) + measured.unit().suffix())
            .orElse(""),
        value
            .measurement()
            .flatMap(Measurement::signWords)
            .map(words -> words.of(measured.unit().displayed(measured.value()), locale))
            .orElse(""),
        value.measurement().map(m -> m.tier().name()).orElse(""),
        measured.caveats().stream()
            .sorted()
            .map(c -> caveatMarks.getOrDefault(c, c.id()))
            .collect(Collectors.joining(" ")));
    for (String rest : name.subList(1, name.size())) {
      table.row("  " + rest, "", "", "", "", "");
    }
  }

  /** Measurements without a value, those with the same reason and landmarks together. */
  private List<String> unmeasured() {
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    for (ReportedValue value : values) {
      if (!(value.outcome() instanceof Outcome.Measured)) {
        byReason
            .computeIfAbsent(outcomes.reason(value.outcome()), r -> new ArrayList<>())
            .add(name(value));
      }
    }
    return byReason.entrySet().stream()
        .map(e -> String.join("; ", e.getValue()) + " – " + e.getKey())
        .toList();
  }

  private List<String> uncertainLandmarks() {
    List<String> items = new ArrayList<>();
    for (Visibility visibility : List.of(Visibility.UNCERTAIN, Visibility.ESTIMATED)) {
      List<LandmarkId> ids =
          reading.landmarks().all().stream()
              .filter(p -> p.visibility() == visibility)
              .map(Placement::landmark)
              .toList();
      if (!ids.isEmpty()) {
        items.add(get("uncertain." + visibility.id()) + ": " + outcomes.names(ids));
      }
    }
    return items;
  }

  private void addRemarks(List<String> lines) {
    List<String> versions = new ArrayList<>();
    for (ReportedValue value : values) {
      if (value.measurement().isEmpty()) {
        versions.add(get("unknown", PlainText.harmless(value.id())));
      } else if (!value.measurement().get().version().equals(value.version())) {
        versions.add(
            get(
                "version",
                name(value),
                PlainText.harmless(value.version()),
                value.measurement().get().version()));
      }
    }
    if (caveatMarks.isEmpty() && versions.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add("   " + get("remarks"));
    List<String> items = new ArrayList<>();
    caveatMarks.forEach((c, mark) -> TextNote.addItem(items, mark, outcomes.caveat(c)));
    versions.forEach(sentence -> TextNote.addItem(items, "-", sentence));
    items.forEach(item -> lines.add("   " + item));
  }

  /** Warnings of what was measured; a warning that several records carry is printed once. */
  private List<String> warnings() {
    Map<String, List<String>> byWarning = new LinkedHashMap<>();
    for (Measurement measurement : measurements()) {
      for (BilingualText warning : measurement.warnings()) {
        byWarning
            .computeIfAbsent(warning.in(locale), w -> new ArrayList<>())
            .add(measurement.name(locale));
      }
    }
    return byWarning.entrySet().stream()
        .map(e -> String.join("; ", e.getValue()) + ": " + e.getKey())
        .toList();
  }

  private List<String> references() {
    List<String> items = new ArrayList<>();
    for (Measurement measurement : measurements()) {
      for (Measurement.ReferenceValue reference : measurement.references()) {
        items.add(
            measurement.name(locale)
                + ": "
                + reference.statement()
                + " ["
                + reference.source()
                + "]");
      }
    }
    return items;
  }

  private void addList(List<String> lines, String heading, List<String> texts) {
    if (!texts.isEmpty()) {
      lines.add("");
      lines.add("   " + wording.get(heading));
      List<String> items = new ArrayList<>();
      texts.forEach(text -> TextNote.addItem(items, "-", text));
      items.forEach(item -> lines.add("   " + item));
    }
  }

  private Stream<Outcome.Measured> measured() {
    return values.stream()
        .map(ReportedValue::outcome)
        .filter(Outcome.Measured.class::isInstance)
        .map(Outcome.Measured.class::cast);
  }

  /** The records of what was measured. */
  private List<Measurement> measurements() {
    return values.stream()
        .filter(v -> v.outcome() instanceof Outcome.Measured)
        .flatMap(v -> v.measurement().stream())
        .toList();
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

  private static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
