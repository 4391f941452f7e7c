package org.cervimark.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cervimark.measurement.Catalogue;
import org.cervimark.report.Identification;

/**
 * {@code export PATH… --out DIR}: notes, PDFs, tables, FHIR bundles, ROI sets and pictures of
 * everything that is saved below the paths.
 */
final class ExportCommand implements Command {

  private static final Option OUT = Option.value("--out");
  private static final Option FORMAT = Option.value("--format");
  private static final Option LANGUAGE = Option.value("--lang");
  private static final Option FORCE = Option.flag("--force");

  @Override
  public String name() {
    return "export";
  }

  @Override
  public Set<Option> options() {
    return Set.of(
        OUT,
        FORMAT,
        LANGUAGE,
        FORCE,
        SavedReports.STORE,
        NoteOptions.PAPER,
        NoteOptions.IDENTIFY,
        NoteOptions.TEMPLATE,
        Definitions.OPTION);
  }

  @Override
  public int run(Arguments arguments, Console console)
      throws UsageException, InputException, OutputException {
    Catalogue catalogue = Definitions.catalogue(arguments, console);
    List<Path> paths = arguments.paths();
    Path folder = arguments.requiredPath(OUT);
    Locale locale =
        arguments
            .choice(LANGUAGE, List.of("en", "ko"))
            .map(Locale::forLanguageTag)
            .orElse(console.wording().locale());
    Optional<Identification> chosen = NoteOptions.identification(arguments, console);
    ExportOrders orders =
        new ExportOrders(
            paths,
            SavedReports.store(arguments),
            folder,
            formats(arguments, console),
            chosen.orElse(Identification.FULL),
            chosen.orElse(Identification.READER_ONLY),
            locale,
            NoteOptions.paper(arguments),
            NoteOptions.template(arguments, catalogue, console),
            arguments.has(FORCE.name()));
    return new ExportRun(catalogue, orders, console).run();
  }

  private static Set<ExportOrders.Format> formats(Arguments arguments, Console console)
      throws UsageException {
    Set<ExportOrders.Format> formats = EnumSet.noneOf(ExportOrders.Format.class);
    String list = arguments.value(FORMAT.name()).orElse("text,csv,json,pdf,fhir,roi,png");
    for (String word : list.split(",", -1)) {
      String id = word.strip();
      if (!ExportOrders.formatIds().contains(id)) {
        throw new UsageException(
            console
                .wording()
                .get(
                    "usage.choice",
                    FORMAT.name(),
                    String.join(", ", ExportOrders.formatIds()),
                    word));
      }
      formats.add(ExportOrders.Format.valueOf(id.toUpperCase(Locale.ROOT)));
    }
    return formats;
  }
}
