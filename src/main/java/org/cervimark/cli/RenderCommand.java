package org.cervimark.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.DicomImage;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.image.DisplayedPicture;
import org.cervimark.image.GreyCover;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.Reading;
import org.cervimark.reading.StudyReport;
import org.cervimark.report.AnnotatedPicture;

/** {@code render FILE --out PNG [--window CENTRE WIDTH] [--annotated]}: a picture of an image. */
final class RenderCommand implements Command {

  private static final Option OUT = Option.value("--out");
  private static final Option FRAME = Option.value("--frame");
  private static final Option ANNOTATED = Option.flag("--annotated");
  private static final Option NO_OVERLAYS = Option.flag("--no-overlays");
  private static final Option NO_SHUTTER = Option.flag("--no-shutter");
  private static final Option FORCE = Option.flag("--force");

  /** A saved reading with the revision that states it. */
  private record Saved(Reading reading, int revision) {}

  @Override
  public String name() {
    return "render";
  }

  @Override
  public Set<Option> options() {
    Set<Option> options = new HashSet<>(VoiChoice.OPTIONS);
    options.addAll(
        List.of(OUT, FRAME, ANNOTATED, NO_OVERLAYS, NO_SHUTTER, FORCE, Definitions.OPTION));
    return options;
  }

  @Override
  public int run(Arguments arguments, Console console)
      throws UsageException, InputException, OutputException {
    Path file = arguments.onlyPath();
    Path target = arguments.requiredPath(OUT);
    VoiChoice choice = new VoiChoice(arguments, console.wording());
    int frame = arguments.frame(FRAME);
    OutputFile output = new OutputFile(target, arguments.has(FORCE.name()), console.wording());
    output.check();
    DicomImage image = read(file, frame);
    BufferedImage grey = DisplayedPicture.of(image, choice.of(image), cover(image, arguments));
    if (arguments.has(ANNOTATED.name())) {
      Catalogue catalogue = Definitions.catalogue(arguments, console);
      Saved saved = saved(file, image, catalogue, console);
      BufferedImage annotated =
          AnnotatedPicture.draw(grey, saved.reading(), catalogue, console.wording().locale());
      output.write(out -> png(annotated, out));
      console.tell(
          "render.annotated",
          target.toString(),
          Integer.toString(grey.getWidth()),
          Integer.toString(grey.getHeight()),
          Integer.toString(saved.revision()));
    } else {
      output.write(out -> png(grey, out));
      console.tell(
          "render.done",
          target.toString(),
          Integer.toString(grey.getWidth()),
          Integer.toString(grey.getHeight()));
    }
    return ExitCode.DONE;
  }

  private static DicomImage read(Path file, int frame) throws InputException {
    try {
      return DicomImages.read(file, frame);
    } catch (DicomException e) {
      throw new InputException(e);
    }
  }

  private static GreyCover cover(DicomImage image, Arguments arguments) {
    GreyCover cover = image.cover();
    if (arguments.has(NO_OVERLAYS.name())) {
      cover = cover.withoutOverlays();
    }
    return arguments.has(NO_SHUTTER.name()) ? cover.withoutShutter() : cover;
  }

  private static Saved saved(Path file, DicomImage image, Catalogue catalogue, Console console)
      throws InputException {
    for (var entry : SavedReports.at(file, Optional.empty(), catalogue, console).entries()) {
      StudyReport report = entry.report();
      Optional<Reading> reading = report.reading(image.radiograph().reference());
      if (reading.isPresent()) {
        return new Saved(reading.get(), report.revision());
      }
    }
    throw new InputException(console.wording().get("render.nothing", file.toString()));
  }

  /** Writes a picture as PNG. */
  static void png(BufferedImage picture, OutputStream out) throws IOException {
    if (!ImageIO.write(picture, "png", out)) {
      throw new IOException("this Java writes no PNG");
    }
  }
}
