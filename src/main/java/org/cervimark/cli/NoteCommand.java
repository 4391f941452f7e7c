package org.cervimark.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.ReadingPictures;
import org.cervimark.dicom.media.PdfStore;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.dicom.media.StudyFolder.ReportEntry;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.StoreException;
import org.cervimark.report.Identification;
import org.cervimark.report.TextNote;
import org.cervimark.report.pdf.PdfNote;

/**
 * {@code note PATH [--lang en|ko] [--identify FIELDS] [--template FILE]}: the newest measurement
 * note as text.
 */
final class NoteCommand implements Command {

  private static final Option LANGUAGE = Option.value("--lang");
  private static final Option STORE_PDF = Option.flag("--store-pdf");

  private final Path installationFile;

  NoteCommand(Path installationFile) {
    this.installationFile = installationFile;
  }

  @Override
  public String name() {
    return "note";
  }

  @Override
  public Set<Option> options() {
    return Set.of(
        LANGUAGE,
        NoteOptions.IDENTIFY,
        NoteOptions.TEMPLATE,
        NoteOptions.PAPER,
        STORE_PDF,
        SavedReports.STORE,
        Definitions.OPTION);
  }

  @Override
  public int run(Arguments arguments, Console console)
      throws UsageException, InputException, OutputException {
    Path path = arguments.onlyPath();
    Locale locale =
        arguments
            .choice(LANGUAGE, List.of("en", "ko"))
            .map(Locale::forLanguageTag)
            .orElse(console.wording().locale());
    Catalogue catalogue = Definitions.catalogue(arguments, console);
    TextNote note =
        new TextNote(
            catalogue,
            locale,
            NoteOptions.identification(arguments, console).orElse(Identification.FULL),
            NoteOptions.template(arguments, catalogue, console));
    SavedReports saved = SavedReports.at(path, SavedReports.store(arguments), catalogue, console);
    if (saved.studies() > 1) {
      console.tell("note.studies", path.toString(), Integer.toString(saved.studies()));
    }
    if (arguments.has(STORE_PDF.name())) {
      store(saved.entries().get(0), catalogue, locale, arguments, console);
      return saved.exitCode();
    }
    console.out().print(note.of(saved.entries().get(0).report()));
    return saved.exitCode();
  }

  private void store(
      ReportEntry entry, Catalogue catalogue, Locale locale, Arguments arguments, Console console)
      throws UsageException, InputException, OutputException {
    PdfNote note =
        new PdfNote(
            catalogue,
            locale,
            NoteOptions.identification(arguments, console).orElse(Identification.FULL),
            NoteOptions.paper(arguments));
    Path folder = SavedReports.folderOf(entry.file());
    Path path = arguments.onlyPath();
    Path beside = Files.isDirectory(path) ? path : SavedReports.folderOf(path);
    Map<String, Path> images = new HashMap<>();
    try {
      for (Path place : List.of(folder, beside)) {
        for (ImageEntry image : StudyFolder.scan(place, catalogue).images()) {
          images.put(image.radiograph().reference().sopInstanceUid(), image.file());
        }
      }
    } catch (DicomException e) {
      throw new InputException(e);
    }
    byte[] pdf = note.of(entry.report(), new ReadingPictures(images, console::say)::of);
    try {
      Path file =
          new PdfStore(installationFile, Clock.system(ZoneId.systemDefault()))
              .store(beside, folder, entry.report(), pdf);
      console.tell("note.stored", file.toString(), Integer.toString(entry.report().revision()));
    } catch (StoreException e) {
      throw new OutputException(String.valueOf(e.getMessage()), e);
    }
  }
}
