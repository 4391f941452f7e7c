package org.cervimark.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cervimark.image.PersonName;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.RevisionHistory;
import org.cervimark.reading.RevisionMerge;
import org.cervimark.reading.RevisionMerge.Side;
import org.cervimark.reading.StoreException;
import org.cervimark.reading.StudyReport;
import org.cervimark.report.HistoryText;

/**
 * {@code merge PATH [--one LIST] [--other LIST] [--rest one|other] [--reader NAME]}: joins two
 * revisions that were saved at once, or shows what must be decided first.
 */
final class MergeCommand implements Command {

  private static final Option ONE = Option.value("--one");
  private static final Option OTHER = Option.value("--other");
  private static final Option REST = Option.value("--rest");
  private static final Option READER = Option.value("--reader");

  private final Path installationFile;

  MergeCommand(Path installationFile) {
    this.installationFile = installationFile;
  }

  @Override
  public String name() {
    return "merge";
  }

  @Override
  public Set<Option> options() {
    return Set.of(ONE, OTHER, REST, READER, SavedReports.STORE, Definitions.OPTION);
  }

  @Override
  public int run(Arguments arguments, Console console)
      throws UsageException, InputException, OutputException {
    Optional<Side> rest = arguments.choice(REST, List.of("one", "other")).map(MergeCommand::side);
    Map<String, Side> named = named(arguments, console);
    Catalogue catalogue = Definitions.catalogue(arguments, console);
    StudyStores study =
        StudyStores.at(
            arguments.onlyPath(),
            SavedReports.store(arguments),
            catalogue,
            installationFile,
            console);
    try {
      RevisionHistory history =
          RevisionHistory.of(study.store().revisions(study.studyInstanceUid()));
      if (history.heads().size() < 2) {
        console.tell("merge.nothing");
        return ExitCode.DONE;
      }
      StudyReport one = history.heads().get(0);
      StudyReport other = history.heads().get(1);
      RevisionMerge merge = new RevisionMerge(history.commonAncestor(one, other), one, other);
      new HistoryText(catalogue, console.wording().locale()).lines(merge).forEach(console::data);
      Map<RevisionMerge.Subject, Side> choices = choices(merge, named, rest, console);
      if (choices.size() < merge.conflicts().size()) {
        console.tell("merge.undecided");
        return ExitCode.INPUT_FAILED;
      }
      String reader =
          arguments.value(READER.name()).orElse(System.getProperty("user.name", "unknown"));
      StudyReport merged = study.store().merge(merge, choices, PersonName.parse(reader));
      console.tell("merge.done", Integer.toString(merged.revision()));
      return ExitCode.DONE;
    } catch (StoreException e) {
      throw new OutputException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Map<String, Side> named(Arguments arguments, Console console)
      throws UsageException {
    Map<String, Side> named = new HashMap<>();
    for (Option option : List.of(ONE, OTHER)) {
      for (String id : arguments.value(option.name()).orElse("").split(",", -1)) {
        if (!id.isBlank() && named.put(id.strip(), side(option.name().substring(2))) != null) {
          throw new UsageException(console.wording().get("usage.merge.twice", id.strip()));
        }
      }
    }
    return named;
  }

  private static Map<RevisionMerge.Subject, Side> choices(
      RevisionMerge merge, Map<String, Side> named, Optional<Side> rest, Console console)
      throws UsageException {
    Map<RevisionMerge.Subject, Side> choices = new HashMap<>();
    Set<String> unused = new HashSet<>(named.keySet());
    List<String> known = new ArrayList<>();
    for (RevisionMerge.Conflict conflict : merge.conflicts()) {
      String id = conflict.subject().name();
      known.add(id);
      unused.remove(id);
      Optional.ofNullable(named.get(id))
          .or(() -> rest)
          .ifPresent(side -> choices.put(conflict.subject(), side));
    }
    if (!unused.isEmpty()) {
      throw new UsageException(
          console
              .wording()
              .get("usage.merge.unknown", String.join(", ", unused), String.join(", ", known)));
    }
    return choices;
  }

  private static Side side(String word) {
    return word.equals("one") ? Side.ONE : Side.OTHER;
  }
}
