package org.cervimark.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.Radiograph;
import org.cervimark.report.ImageJson;
import org.cervimark.report.PlainText;
import org.cervimark.report.TextTable;

/** {@code info PATH… [--json]}: what images say of themselves. */
final class InfoCommand implements Command {

  private static final Option JSON = Option.flag("--json");

  @Override
  public String name() {
    return "info";
  }

  @Override
  public Set<Option> options() {
    return Set.of(JSON);
  }

  @Override
  public int run(Arguments arguments, Console console) throws UsageException {
    Listing listing = new Listing(console, arguments.has(JSON.name()));
    for (Path path : arguments.paths()) {
      if (Files.isDirectory(path) || StudyFolder.isMediaDirectory(path)) {
        listing.addFolder(path);
      } else {
        listing.addFile(path);
      }
    }
    return listing.finish();
  }

  private static final class Listing {

    private final Console console;
    private final boolean json;
    private final TextTable table = newTable();
    private boolean failed;

    Listing(Console console, boolean json) {
      this.console = console;
      this.json = json;
    }

    void addFile(Path file) {
      try {
        add(file, DicomImages.readHeader(file));
      } catch (DicomException e) {
        fail(String.valueOf(e.getMessage()));
      }
    }

    void addFolder(Path folder) {
      try {
        StudyFolder found = StudyFolder.scan(folder);
        found.images().forEach(image -> add(image.file(), image.radiograph()));
        found.problems().forEach(problem -> fail(problem.sentence()));
        if (found.images().isEmpty() && found.problems().isEmpty()) {
          fail(console.wording().get("input.folder.empty", folder.toString()));
        }
      } catch (DicomException e) {
        fail(String.valueOf(e.getMessage()));
      }
    }

    int finish() {
      if (!json && !table.isEmpty()) {
        console.data(String.join("\n", table.lines()));
      }
      return failed ? ExitCode.INPUT_FAILED : ExitCode.DONE;
    }

    private void fail(String sentence) {
      console.say(sentence);
      failed = true;
    }

    private void add(Path file, Radiograph image) {
      image.notices().forEach(notice -> console.say(file + ": " + notice));
      if (json) {
        console.data(ImageJson.line(file, image));
        return;
      }
      if (table.isEmpty()) {
        table.row(console.wording().get("info.columns").split("\\|", -1));
      }
      table.row(
          file.toString(),
          image.modality(),
          image.columns() + " x " + image.rows(),
          Integer.toString(image.pixelFormat().frames()),
          Integer.toString(image.pixelFormat().bitsStored()),
          image.pixelFormat().photometricInterpretation(),
          image.pixelFormat().transferSyntaxUid(),
          spacing(image),
          image.scale().source().description(console.wording().locale()),
          image.orientation().map(ImageJson::orientation).orElse("-"),
          image
              .orientation()
              .flatMap(PatientOrientation::facing)
              .map(f -> f.name().toLowerCase(Locale.ROOT))
              .orElse("-"));
    }

    private static String spacing(Radiograph image) {
      return image.scale().isCalibrated()
          ? PlainText.number(image.scale().columnSpacing(), 6)
              + " x "
              + PlainText.number(image.scale().rowSpacing(), 6)
              + " mm"
          : "-";
    }

    private static TextTable newTable() {
      return new TextTable(
          TextTable.Align.LEFT,
          TextTable.Align.LEFT,
          TextTable.Align.RIGHT,
          TextTable.Align.RIGHT,
          TextTable.Align.RIGHT,
          TextTable.Align.LEFT,
          TextTable.Align.LEFT,
          TextTable.Align.RIGHT,
          TextTable.Align.LEFT,
          TextTable.Align.LEFT,
          TextTable.Align.LEFT);
    }
  }
}
