package org.cervimark.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.media.FolderStore;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.image.PersonName;
import org.cervimark.image.Radiograph;
import org.cervimark.journal.FolderJournal;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.Journal;
import org.cervimark.reading.JournalException;
import org.cervimark.reading.JournalledSession;
import org.cervimark.reading.Reading;
import org.cervimark.reading.ReadingSession;
import org.cervimark.reading.SessionDraft;
import org.cervimark.reading.StoreException;
import org.cervimark.reading.StudyReport;

/**
 * {@code recover PATH}: what a viewer that ended without saving left behind of the images at a
 * path; lists it, saves it, or gives it up.
 */
final class RecoverCommand implements Command {

  private static final Option SAVE = new Option("--save", 0, 1);
  private static final Option DISCARD = Option.flag("--discard");
  private static final Option READER = Option.value("--reader");
  private static final Option JOURNAL = Option.value("--journal");

  private final Path installationFile;

  RecoverCommand(Path installationFile) {
    this.installationFile = installationFile;
  }

  @Override
  public String name() {
    return "recover";
  }

  @Override
  public Set<Option> options() {
    return Set.of(SAVE, DISCARD, READER, JOURNAL, Definitions.OPTION);
  }

  @Override
  public int run(Arguments arguments, Console console)
      throws UsageException, InputException, OutputException {
    Path path = arguments.onlyPath();
    boolean save = arguments.has(SAVE.name());
    if (save && arguments.has(DISCARD.name())) {
      throw new UsageException(console.wording().get("recover.both"));
    }
    Optional<Path> target = arguments.path(SAVE);
    PersonName reader =
        PersonName.parse(
            arguments.value(READER.name()).orElse(System.getProperty("user.name", "unknown")));
    FolderJournal journal =
        new FolderJournal(
            arguments
                .path(JOURNAL)
                .orElseGet(() -> installationFile.resolveSibling(FolderJournal.NAME)),
            Clock.systemUTC());
    Catalogue catalogue = Definitions.catalogue(arguments, console);
    StudyFolder folder = scan(path, catalogue);
    int found = 0;
    for (ImageEntry entry : folder.images()) {
      List<JournalException> troubles = new ArrayList<>();
      ReadingSession session = begin(entry.radiograph(), folder, catalogue);
      JournalledSession journalled = new JournalledSession(session, journal, troubles::add);
      List<Journal.Kept> left = journalled.leftBehind();
      if (!left.isEmpty()) {
        found++;
        list(entry, left, console);
        if (save) {
          save(entry, session, journalled, left, target, catalogue, reader, console);
        } else if (arguments.has(DISCARD.name())) {
          journalled.discard(left);
          console.tell("recover.discarded", entry.file().toString());
        }
      }
      if (!troubles.isEmpty()) {
        throw new OutputException(
            console.wording().get("recover.journal", troubles.get(0).place().toString()));
      }
    }
    if (found == 0) {
      console.tell("recover.none", path.toString());
    }
    return ExitCode.DONE;
  }

  private static void list(ImageEntry entry, List<Journal.Kept> left, Console console) {
    for (Journal.Kept kept : left) {
      console.data(
          console
              .wording()
              .get(
                  "recover.found",
                  entry.file().toString(),
                  Integer.toString(SessionDraft.marks(kept.changes())),
                  kept.changedAt()
                      .atZone(ZoneId.systemDefault())
                      .toLocalDateTime()
                      .truncatedTo(ChronoUnit.SECONDS)
                      .toString()));
      kept.changes().set().forEach((key, text) -> console.data("  " + key + "  " + text));
      kept.changes().removed().forEach(key -> console.data("  " + key + "  -"));
    }
  }

  private void save(
      ImageEntry entry,
      ReadingSession session,
      JournalledSession journalled,
      List<Journal.Kept> left,
      Optional<Path> target,
      Catalogue catalogue,
      PersonName reader,
      Console console)
      throws OutputException {
    Path beside = SavedReports.folderOf(entry.file());
    journalled.takeOver(left);
    try {
      FolderStore.Saved saved =
          new FolderStore(
                  beside,
                  target.orElse(beside),
                  catalogue,
                  installationFile,
                  Clock.system(ZoneId.systemDefault()))
              .write(session.toReading(), reader);
      journalled.clear();
      console.tell(
          "measure.saved", entry.file().toString(), Integer.toString(saved.report().revision()));
      saved.files().forEach(file -> console.say(file.toString()));
    } catch (StoreException e) {
      throw new OutputException(String.valueOf(e.getMessage()), e);
    }
  }

  private static StudyFolder scan(Path path, Catalogue catalogue) throws InputException {
    try {
      return StudyFolder.scan(path, catalogue);
    } catch (DicomException e) {
      throw new InputException(e);
    }
  }

  private static ReadingSession begin(
      Radiograph radiograph, StudyFolder folder, Catalogue catalogue) {
    Optional<Reading> saved =
        folder.reports().stream()
            .map(StudyFolder.ReportEntry::report)
            .filter(r -> r.studyInstanceUid().equals(radiograph.reference().studyInstanceUid()))
            .findFirst()
            .flatMap((StudyReport r) -> r.reading(radiograph.reference()));
    return saved.isPresent()
        ? ReadingSession.resume(
            radiograph,
            catalogue,
            catalogue.protocol(saved.get().protocol()).orElse(catalogue.protocols().get(0)),
            saved.get())
        : new ReadingSession(radiograph, catalogue, catalogue.protocols().get(0));
  }
}
