package org.cervimark.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.anatomy.View;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Protocol;
import org.cervimark.report.OutcomeText;
import org.cervimark.report.Spelling;
import org.cervimark.report.TextTable;
import org.cervimark.report.TextTable.Align;

/** {@code catalogue list} and {@code catalogue show ID}: what can be measured, and how. */
final class CatalogueCommand implements Command {

  @Override
  public String name() {
    return "catalogue";
  }

  @Override
  public Set<Option> options() {
    return Set.of();
  }

  @Override
  public int run(Arguments arguments, Console console) throws UsageException {
    Catalogue catalogue = Catalogue.builtIn();
    List<String> words = arguments.operands();
    if (words.equals(List.of("list"))) {
      list(catalogue, console);
    } else if (words.size() == 2 && words.get(0).equals("show")) {
      show(catalogue, words.get(1), console);
    } else {
      throw new UsageException(console.wording().get("usage.catalogue"));
    }
    return ExitCode.DONE;
  }

  private static void list(Catalogue catalogue, Console console) {
    Locale locale = console.wording().locale();
    TextTable table = new TextTable(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT);
    for (Protocol protocol : catalogue.protocols()) {
      table.row("protocol", protocol.id(), protocol.view().id(), protocol.name(locale));
    }
    for (Measurement measurement : catalogue.measurements()) {
      table.row("measurement", measurement.id(), views(measurement), measurement.name(locale));
    }
    console.data(String.join("\n", table.lines()));
  }

  private static void show(Catalogue catalogue, String id, Console console) throws UsageException {
    Optional<Measurement> measurement = catalogue.measurement(id);
    Optional<Protocol> protocol = catalogue.protocol(id);
    TextTable table = new TextTable(Align.LEFT, Align.LEFT);
    if (measurement.isPresent()) {
      measurement(table, measurement.get(), catalogue, console);
    } else if (protocol.isPresent()) {
      protocol(table, protocol.get(), catalogue, console);
    } else {
      List<String> known =
          Stream.concat(
                  catalogue.measurements().stream().map(Measurement::id),
                  catalogue.protocols().stream().map(Protocol::id))
              .toList();
      throw new UsageException(
          Spelling.nearest(id, known)
              .map(meant -> console.wording().get("usage.catalogue.meant", id, meant))
              .orElseGet(() -> console.wording().get("usage.catalogue.unknown", id)));
    }
    console.data(String.join("\n", table.lines()));
  }

  private static void measurement(
      TextTable table, Measurement measurement, Catalogue catalogue, Console console) {
    Locale locale = console.wording().locale();
    table.row("id", measurement.id());
    table.row("version", measurement.version());
    table.row("name", measurement.name(locale));
    table.row("abbreviation", measurement.abbreviation());
    table.row("views", views(measurement));
    table.row("unit", measurement.unit().map(u -> u.code().value()).orElse("-"));
    table.row("evidence", measurement.tier().name());
    table.row("code", measurement.code().value() + " " + measurement.code().scheme());
    measurement.formula().source().lines().forEach(line -> table.row("formula", line));
    measurement
        .signWords()
        .ifPresent(
            words -> table.row("sign", "+ " + words.of(1, locale) + ", - " + words.of(-1, locale)));
    OutcomeText text = new OutcomeText(locale, catalogue.landmarks());
    for (LandmarkId landmark : measurement.formula().landmarks()) {
      table.row("landmark", landmark.value() + ": " + text.name(landmark));
    }
    measurement
        .references()
        .forEach(r -> table.row("reference", r.statement().in(locale) + " [" + r.source() + "]"));
    measurement.warnings().forEach(warning -> table.row("warning", warning.in(locale)));
  }

  private static void protocol(
      TextTable table, Protocol protocol, Catalogue catalogue, Console console) {
    Locale locale = console.wording().locale();
    table.row("id", protocol.id());
    table.row("name", protocol.name(locale));
    table.row("view", protocol.view().id());
    protocol.measurements().forEach(id -> table.row("measurement", id));
    OutcomeText text = new OutcomeText(locale, catalogue.landmarks());
    for (LandmarkId landmark : protocol.landmarks()) {
      table.row("landmark", landmark.value() + ": " + text.name(landmark));
    }
  }

  private static String views(Measurement measurement) {
    return measurement.views().stream().sorted().map(View::id).collect(Collectors.joining(", "));
  }
}
