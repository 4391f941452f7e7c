package org.cervimark.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.cervimark.image.PersonName;
import org.cervimark.reading.StoreException;
import org.cervimark.reading.StudyReport;
import org.cervimark.report.PlainText;

/**
 * {@code sign PATH --reader NAME --organization NAME}: a new revision that says the same as the
 * newest one, and who answers for it.
 */
final class SignCommand implements Command {

  private static final Option READER = Option.value("--reader");
  private static final Option ORGANIZATION = Option.value("--organization");

  private final Path installationFile;

  SignCommand(Path installationFile) {
    this.installationFile = installationFile;
  }

  @Override
  public String name() {
    return "sign";
  }

  @Override
  public Set<Option> options() {
    return Set.of(READER, ORGANIZATION, SavedReports.STORE, Definitions.OPTION);
  }

  @Override
  public int run(Arguments arguments, Console console)
      throws UsageException, InputException, OutputException {
    String reader = required(arguments, READER, console);
    String organization = required(arguments, ORGANIZATION, console);
    StudyStores study =
        StudyStores.at(
            arguments.onlyPath(),
            SavedReports.store(arguments),
            Definitions.catalogue(arguments, console),
            installationFile,
            console);
    try {
      StudyReport signed =
          study.store().sign(study.studyInstanceUid(), PersonName.parse(reader), organization);
      console.tell(
          "sign.done",
          Integer.toString(signed.revision()),
          PlainText.harmless(reader),
          PlainText.harmless(organization));
      return ExitCode.DONE;
    } catch (StoreException e) {
      throw new OutputException(String.valueOf(e.getMessage()), e);
    }
  }

  private static String required(Arguments arguments, Option option, Console console)
      throws UsageException {
    Optional<String> value = arguments.value(option.name());
    if (value.isEmpty()) {
      throw new UsageException(console.wording().get("usage.option.missing", option.name()));
    }
    return value.get();
  }
}
