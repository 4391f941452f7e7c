package org.cervimark.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cervimark.anatomy.View;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Protocol;
import org.cervimark.measurement.UserDefinitions;
import org.cervimark.report.CatalogueEntry;
import org.cervimark.report.CatalogueTable;
import org.cervimark.report.Spelling;
import org.cervimark.report.TextTable;
import org.cervimark.report.TextTable.Align;

/**
 * {@code catalogue list}, {@code catalogue show ID}, {@code catalogue check FILE…} and {@code
 * catalogue table}: what can be measured, how, on which grounds, and whether definition files are
 * right.
 */
final class CatalogueCommand implements Command {

  private static final Option LANGUAGE = Option.value("--lang");

  @Override
  public String name() {
    return "catalogue";
  }

  @Override
  public Set<Option> options() {
    return Set.of(Definitions.OPTION, LANGUAGE);
  }

  @Override
  public int run(Arguments arguments, Console console) throws UsageException, InputException {
    List<String> words = arguments.operands();
    Locale locale =
        arguments
            .choice(LANGUAGE, List.of("en", "ko"))
            .map(Locale::forLanguageTag)
            .orElse(console.wording().locale());
    String what = words.isEmpty() ? "" : words.get(0);
    if (words.equals(List.of("list"))) {
      list(Definitions.catalogue(arguments, console), locale, console);
    } else if (words.equals(List.of("table"))) {
      console.data(
          new CatalogueTable(Definitions.catalogue(arguments, console), locale).markdown());
    } else if (words.size() == 2 && what.equals("show")) {
      show(Definitions.catalogue(arguments, console), words.get(1), locale, console);
    } else if (words.size() > 1 && what.equals("check") && !arguments.has("--definitions")) {
      return check(arguments.paths().subList(1, words.size()), console);
    } else {
      throw new UsageException(console.wording().get("usage.catalogue"));
    }
    return ExitCode.DONE;
  }

  /** Tells of every mistake in the files; each is checked as if it were the only one. */
  private static int check(List<Path> files, Console console) {
    int code = ExitCode.DONE;
    Catalogue builtIn = Catalogue.builtIn();
    for (Path file : files) {
      try {
        UserDefinitions found = Definitions.named(file, console);
        Catalogue all = found.catalogue();
        console.data(
            console
                .wording()
                .get(
                    "catalogue.right",
                    file.toString(),
                    added(all.measurements().size(), builtIn.measurements().size()),
                    added(all.landmarks().all().size(), builtIn.landmarks().all().size()),
                    added(all.protocols().size(), builtIn.protocols().size())));
      } catch (InputException e) {
        console.say(e);
        code = ExitCode.INPUT_FAILED;
      }
    }
    return code;
  }

  private static String added(int all, int builtIn) {
    return Integer.toString(all - builtIn);
  }

  private static void list(Catalogue catalogue, Locale locale, Console console) {
    TextTable table = new TextTable(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT);
    for (Protocol protocol : catalogue.protocols()) {
      table.row("protocol", protocol.id(), protocol.view().id(), protocol.name(locale));
    }
    for (Measurement measurement : catalogue.measurements()) {
      table.row("measurement", measurement.id(), views(measurement), measurement.name(locale));
    }
    console.data(String.join("\n", table.lines()));
  }

  private static void show(Catalogue catalogue, String id, Locale locale, Console console)
      throws UsageException {
    CatalogueEntry entry = new CatalogueEntry(catalogue, locale);
    Optional<Measurement> measurement = catalogue.measurement(id);
    Optional<Protocol> protocol = catalogue.protocol(id);
    if (measurement.isPresent()) {
      console.data(String.join("\n", entry.lines(measurement.get())));
    } else if (protocol.isPresent()) {
      console.data(String.join("\n", entry.lines(protocol.get())));
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
  }

  private static String views(Measurement measurement) {
    return measurement.views().stream().sorted().map(View::id).collect(Collectors.joining(", "));
  }
}
