package org.cervimark.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.cervimark.measurement.Catalogue;
import org.cervimark.report.Identification;
import org.cervimark.report.NoteTemplate;
import org.cervimark.report.SiteTemplate;
import org.cervimark.report.TemplateException;
import org.cervimark.report.TemplateReader;
import org.cervimark.report.pdf.PageSize;

/** The options that all commands have which write notes. */
final class NoteOptions {

  static final Option IDENTIFY = Option.value("--identify");
  static final Option PAPER = Option.value("--paper");
  static final Option TEMPLATE = Option.value("--template");

  private NoteOptions() {}

  /**
   * Which identifying fields appear; empty if the command line does not say.
   *
   * @throws UsageException if it names a field that there is not
   */
  static Optional<Identification> identification(Arguments arguments, Console console)
      throws UsageException {
    Optional<String> list = arguments.value(IDENTIFY.name());
    Optional<Identification> chosen = list.flatMap(Identification::parse);
    if (list.isPresent() && chosen.isEmpty()) {
      throw new UsageException(
          console
              .wording()
              .get(
                  "usage.choice",
                  IDENTIFY.name(),
                  "all, none, " + String.join(", ", Identification.ids()),
                  list.get()));
    }
    return chosen;
  }

  /** The paper that the command line names, or A4. */
  static PageSize paper(Arguments arguments) throws UsageException {
    return arguments
        .choice(PAPER, Arrays.stream(PageSize.values()).map(PageSize::id).toList())
        .map(id -> PageSize.valueOf(id.toUpperCase(Locale.ROOT)))
        .orElse(PageSize.A4);
  }

  /**
   * The template that the command line names, or else the site's, or else ours.
   *
   * @throws InputException if it cannot be read or makes no sense
   */
  static NoteTemplate template(Arguments arguments, Catalogue catalogue, Console console)
      throws UsageException, InputException {
    Optional<Path> named = arguments.path(TEMPLATE);
    Optional<Path> file = named.isPresent() ? named : SiteTemplate.file();
    try {
      return file.isPresent()
          ? new TemplateReader(catalogue, console.wording().locale()).read(file.get())
          : TemplateReader.standard();
    } catch (TemplateException e) {
      throw new InputException(e);
    }
  }
}
