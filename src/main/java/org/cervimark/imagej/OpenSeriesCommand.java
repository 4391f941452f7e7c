package org.cervimark.imagej;

import ij.IJ;
import ij.plugin.PlugIn;
import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cervimark.anatomy.Projection;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.media.SeriesStack;
import org.cervimark.report.Wording;

/**
 * Plugins &gt; CerviMark &gt; CerviMark Open Series: opens the slices of a series as a stack of
 * ImageJ: the largest series of a folder, or the series of a file. In a macro, also without a
 * display: {@code run("CerviMark Open Series", "path=[/ct]")}. With {@code plane=sagittal} or
 * {@code plane=coronal} it opens a plane through the slices instead, as an image to measure on;
 * with {@code position=12.5} the one at that x (sagittal) or y (coronal) in millimetres of the
 * patient's coordinates, else the one in the middle.
 */
public final class OpenSeriesCommand implements PlugIn {

  @Override
  public void run(String arg) {
    StudyOpener opener = StudyOpener.standard();
    Wording wording = opener.wording();
    Optional<Path> path = PluginCommand.option("path").map(Path::of);
    if (path.isEmpty() && PluginCommand.hasDisplay()) {
      path = PluginCommand.chooseFolder(wording.get("series.choose"));
    }
    if (path.isEmpty()) {
      return;
    }
    ImageJRecorder.INSTANCE.takeChosen(
        "CerviMark Open Series", "path=" + MacroText.file(path.get().toString()));
    OpeningProgress progress = OpeningProgress.begin(path.get(), wording);
    try {
      open(opener, path.get(), progress);
    } catch (OpeningProgress.CancelledException e) {
      IJ.showStatus(wording.get("open.cancelled"));
    } catch (DicomException | MacroException e) {
      PluginCommand.fail(Objects.requireNonNullElse(e.getMessage(), e.toString()));
    } finally {
      progress.end();
    }
  }

  private static void open(StudyOpener opener, Path path, OpeningProgress progress)
      throws DicomException, MacroException, OpeningProgress.CancelledException {
    Wording wording = opener.wording();
    Optional<Projection> plane = plane(wording);
    OptionalDouble position = position(wording);
    SeriesOpener series = new SeriesOpener(opener);
    SeriesStack stack = series.find(path, progress);
    if (plane.isEmpty()) {
      series.show(stack);
      return;
    }
    Path file = series.write(stack, plane.get(), position);
    if (GraphicsEnvironment.isHeadless()) {
      opener.openWithoutWindow(file, new MacroDialogs(wording));
    } else {
      opener.open(file, progress);
    }
  }

  private static Optional<Projection> plane(Wording wording) throws MacroException {
    Optional<String> name = PluginCommand.option("plane");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    return switch (name.get()) {
      case "sagittal" -> Optional.of(Projection.LATERAL);
      case "coronal" -> Optional.of(Projection.FRONTAL);
      default -> throw new MacroException(wording.get("macro.wrong", "plane", name.get()));
    };
  }

  private static OptionalDouble position(Wording wording) throws MacroException {
    Optional<String> text = PluginCommand.option("position");
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      return OptionalDouble.of(Double.parseDouble(text.get()));
    } catch (NumberFormatException e) {
      throw new MacroException(wording.get("macro.wrong", "position", text.get()));
    }
  }
}
