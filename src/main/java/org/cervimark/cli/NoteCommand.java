package org.cervimark.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cervimark.measurement.Catalogue;
import org.cervimark.report.Identification;
import org.cervimark.report.TextNote;

/**
 * {@code note PATH [--lang en|ko] [--identify FIELDS] [--template FILE]}: the newest measurement
 * note as text.
 */
final class NoteCommand implements Command {

  private static final Option LANGUAGE = Option.value("--lang");

  @Override
  public String name() {
    return "note";
  }

  @Override
  public Set<Option> options() {
    return Set.of(LANGUAGE, NoteOptions.IDENTIFY, NoteOptions.TEMPLATE);
  }

  @Override
  public int run(Arguments arguments, Console console) throws UsageException, InputException {
    Path path = arguments.onlyPath();
    Locale locale =
        arguments
            .choice(LANGUAGE, List.of("en", "ko"))
            .map(Locale::forLanguageTag)
            .orElse(console.wording().locale());
    Catalogue catalogue = Catalogue.builtIn();
    TextNote note =
        new TextNote(
            catalogue,
            locale,
            NoteOptions.identification(arguments, console).orElse(Identification.FULL),
            NoteOptions.template(arguments, catalogue, console));
    SavedReports saved = SavedReports.at(path, catalogue, console);
    if (saved.studies() > 1) {
      console.tell("note.studies", path.toString(), Integer.toString(saved.studies()));
    }
    console.out().print(note.of(saved.entries().get(0).report()));
    return saved.exitCode();
  }
}
