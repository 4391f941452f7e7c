package org.cervimark.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.anatomy.View;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Category;
import org.cervimark.measurement.FilmRole;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Protocol;
import org.cervimark.measurement.ScreeningLimit;
import org.cervimark.report.TextTable.Align;

/** Everything that the catalogue knows of one measurement or protocol, as lines of text. */
public final class CatalogueEntry {

  private static final Pattern KEY = Pattern.compile("\\(([A-Z][A-Z0-9-]+)\\)");

  private final Catalogue catalogue;
  private final Locale locale;
  private final Wording wording;
  private final OutcomeText text;

  /** Entries of a catalogue in a language. */
  public CatalogueEntry(Catalogue catalogue, Locale locale) {
    this.catalogue = catalogue;
    this.locale = locale;
    this.wording = Wording.of(CatalogueEntry.class, locale);
    this.text = new OutcomeText(locale, catalogue.landmarks());
  }

  /** What is known of a measurement, with the publications it rests on. */
  public List<String> lines(Measurement measurement) {
    TextTable table = new TextTable(Align.LEFT, Align.LEFT);
    Set<String> cited = new LinkedHashSet<>();
    row(table, "id", measurement.id());
    row(table, "version", measurement.version());
    row(table, "name", measurement.name(locale));
    row(table, "abbreviation", measurement.abbreviation());
    row(
        table,
        "views",
        measurement.views().stream().sorted().map(View::id).collect(Collectors.joining(", ")));
    if (!measurement.films().isEmpty()) {
      row(
          table,
          "films",
          measurement.films().stream().map(FilmRole::id).collect(Collectors.joining(" + ")));
    }
    row(table, "unit", measurement.unit().map(u -> u.code().value()).orElse("-"));
    row(table, "evidence", wording.get("tier." + measurement.tier().name()));
    row(table, "code", measurement.code().value() + " " + measurement.code().scheme());
    row(table, "method", measurement.method().meaning());
    construction(table, measurement);
    row(
        table,
        "uncertainty",
        wording.get(measurement.categories().isEmpty() ? "entry.interval" : "entry.also-possible"));
    published(table, cited, measurement);
    measurement.warnings().forEach(warning -> row(table, "warning", warning.in(locale)));
    measurement.warnings().forEach(warning -> cited.addAll(keys(warning.in(locale))));
    cited.forEach(key -> row(table, "source", "[" + key + "] " + catalogue.source(key).orElse("")));
    return table.lines();
  }

  private void construction(TextTable table, Measurement measurement) {
    measurement.formula().source().lines().forEach(line -> row(table, "formula", line));
    measurement
        .formula()
        .definitions()
        .forEach((name, text) -> row(table, "where", name + " = " + text));
    measurement
        .signWords()
        .ifPresent(
            words ->
                row(table, "sign", "+ " + words.of(1, locale) + ", - " + words.of(-1, locale)));
    for (Category category : measurement.categories()) {
      row(table, "category", category.id() + ": " + category.name(locale));
    }
    for (LandmarkId landmark : measurement.formula().landmarks()) {
      row(table, "landmark", landmark(landmark));
    }
  }

  private void published(TextTable table, Set<String> cited, Measurement measurement) {
    measurement
        .references()
        .forEach(r -> row(table, cited, "reference", r.statement().in(locale), r.source()));
    if (measurement.references().isEmpty()) {
      row(table, "reference", wording.get("entry.none"));
    }
    for (ScreeningLimit limit : measurement.limits()) {
      String space = wording.get("screening.space." + OutcomeText.id(limit.space()));
      row(table, cited, "limit", limit.statement().in(locale) + space, limit.source());
    }
    measurement
        .reliability()
        .forEach(r -> row(table, cited, "reliability", r.statement().in(locale), r.source()));
  }

  /** Keys of publications in a text, which stand in parentheses. */
  private List<String> keys(String text) {
    return KEY.matcher(text)
        .results()
        .map(key -> key.group(1))
        .filter(key -> catalogue.source(key).isPresent())
        .toList();
  }

  /** A landmark with its definition and the error assumed for placing it. */
  private String landmark(LandmarkId id) {
    return id.value()
        + ": "
        + text.name(id)
        + catalogue
            .landmarks()
            .find(id)
            .map(
                l ->
                    wording.get(
                        "entry.landmark",
                        Double.toString(l.placementSigma()),
                        l.definition(locale)))
            .orElse("");
  }

  /** What is known of a protocol. */
  public List<String> lines(Protocol protocol) {
    TextTable table = new TextTable(Align.LEFT, Align.LEFT);
    row(table, "id", protocol.id());
    row(table, "name", protocol.name(locale));
    row(table, "view", protocol.view().id());
    if (!protocol.evidenceNote().isEmpty()) {
      row(table, "evidence", protocol.evidenceNote().in(locale));
    }
    protocol.measurements().forEach(id -> row(table, "measurement", id));
    for (LandmarkId landmark : protocol.landmarks()) {
      row(table, "landmark", landmark(landmark));
    }
    return table.lines();
  }

  private void row(
      TextTable table, Set<String> cited, String what, String statement, String source) {
    cited.add(source);
    row(table, what, statement + " [" + source + "]");
  }

  private void row(TextTable table, String what, String text) {
    table.row(wording.get("entry.label." + what), text);
  }
}
