package org.cervimark.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.cervimark.anatomy.Landmark;
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
    table.row("id", measurement.id());
    table.row("version", measurement.version());
    table.row("name", measurement.name(locale));
    table.row("abbreviation", measurement.abbreviation());
    table.row(
        "views",
        measurement.views().stream().sorted().map(View::id).collect(Collectors.joining(", ")));
    if (!measurement.films().isEmpty()) {
      table.row(
          "films",
          measurement.films().stream().map(FilmRole::id).collect(Collectors.joining(" + ")));
    }
    table.row("unit", measurement.unit().map(u -> u.code().value()).orElse("-"));
    table.row("evidence", wording.get("tier." + measurement.tier().name()));
    table.row("code", measurement.code().value() + " " + measurement.code().scheme());
    table.row("method", measurement.method().meaning());
    measurement.formula().source().lines().forEach(line -> table.row("formula", line));
    measurement
        .signWords()
        .ifPresent(
            words -> table.row("sign", "+ " + words.of(1, locale) + ", - " + words.of(-1, locale)));
    for (Category category : measurement.categories()) {
      table.row("category", category.id() + ": " + category.name(locale));
    }
    for (LandmarkId landmark : measurement.formula().landmarks()) {
      table.row("landmark", landmark.value() + ": " + text.name(landmark));
    }
    measurement
        .references()
        .forEach(r -> row(table, cited, "reference", r.statement().in(locale), r.source()));
    for (ScreeningLimit limit : measurement.limits()) {
      String space = wording.get("screening.space." + OutcomeText.id(limit.space()));
      row(table, cited, "limit", limit.statement().in(locale) + space, limit.source());
    }
    measurement
        .reliability()
        .forEach(r -> row(table, cited, "reliability", r.statement().in(locale), r.source()));
    measurement.warnings().forEach(warning -> table.row("warning", warning.in(locale)));
    cited.forEach(key -> table.row("source", "[" + key + "] " + catalogue.source(key).orElse("")));
    return table.lines();
  }

  /** What is known of a protocol. */
  public List<String> lines(Protocol protocol) {
    TextTable table = new TextTable(Align.LEFT, Align.LEFT);
    table.row("id", protocol.id());
    table.row("name", protocol.name(locale));
    table.row("view", protocol.view().id());
    if (!protocol.evidenceNote().isEmpty()) {
      table.row("evidence", protocol.evidenceNote().in(locale));
    }
    protocol.measurements().forEach(id -> table.row("measurement", id));
    for (LandmarkId landmark : protocol.landmarks()) {
      table.row(
          "landmark",
          landmark.value()
              + ": "
              + text.name(landmark)
              + catalogue
                  .landmarks()
                  .find(landmark)
                  .map(Landmark::definition)
                  .map(d -> ". " + d)
                  .filter(d -> !locale.getLanguage().equals("ko"))
                  .orElse(""));
    }
    return table.lines();
  }

  private static void row(
      TextTable table, Set<String> cited, String what, String statement, String source) {
    cited.add(source);
    table.row(what, statement + " [" + source + "]");
  }
}
