package org.cervimark.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Set;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.image.StoredSamples;

/** {@code pixels FILE --out RAW [--frame N]}: the stored values before any rescale. */
final class PixelsCommand implements Command {

  private static final Option OUT = Option.value("--out");
  private static final Option FRAME = Option.value("--frame");
  private static final Option FORCE = Option.flag("--force");

  @Override
  public String name() {
    return "pixels";
  }

  @Override
  public Set<Option> options() {
    return Set.of(OUT, FRAME, FORCE);
  }

  @Override
  public int run(Arguments arguments, Console console)
      throws UsageException, InputException, OutputException {
    Path file = arguments.onlyPath();
    Path target = arguments.requiredPath(OUT);
    int frame = arguments.frame(FRAME);
    OutputFile output = new OutputFile(target, arguments.has(FORCE.name()), console.wording());
    output.check();
    StoredSamples pixels = read(file, frame);
    int bytes = pixels.format().bitsAllocated() <= 8 ? 1 : 2;
    output.write(out -> write(pixels.words(), bytes, out));
    console.tell(
        "pixels.done",
        target.toString(),
        Integer.toString(pixels.format().columns()),
        Integer.toString(pixels.format().rows()),
        Integer.toString(8 * bytes),
        console.wording().get(pixels.format().signed() ? "pixels.signed" : "pixels.unsigned"));
    return ExitCode.DONE;
  }

  private static StoredSamples read(Path file, int frame) throws InputException {
    try {
      return DicomImages.readSamples(file, frame);
    } catch (DicomException e) {
      throw new InputException(e);
    }
  }

  private static void write(short[] values, int bytes, OutputStream out) throws IOException {
    OutputStream buffered = new BufferedOutputStream(out, 1 << 16);
    for (short value : values) {
      buffered.write(value);
      if (bytes == 2) {
        buffered.write(value >> 8);
      }
    }
    buffered.flush();
  }
}
