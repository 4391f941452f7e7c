package org.cervimark.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.cervimark.dicom.media.ReportStore;
import org.cervimark.image.Facing;
import org.cervimark.image.PersonName;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Protocol;
import org.cervimark.report.LandmarkTable;
import org.cervimark.report.Spelling;
import org.cervimark.report.TableException;

/**
 * {@code measure PATH… --landmarks CSV}: measures images from a table of landmarks, and saves the
 * readings with their studies if asked to.
 */
final class MeasureCommand implements Command {

  private static final Option LANDMARKS = Option.value("--landmarks");
  private static final Option PROTOCOL = Option.value("--protocol");
  private static final Option FACING = Option.value("--facing");
  private static final Option SIDE = Option.value("--side");
  private static final Option JSON = Option.flag("--json");
  private static final Option SAVE = new Option("--save", 0, 1);
  private static final Option READER = Option.value("--reader");
  private static final Option KEY_OBJECT = Option.flag("--key-object");
  private static final Option OUT = Option.value("--out");
  private static final Option FORCE = Option.flag("--force");
  private static final Option FRAME = Option.value("--frame");
  private static final String MIRRORED = "mirrored";

  private final Path installationFile;

  MeasureCommand(Path installationFile) {
    this.installationFile = installationFile;
  }

  @Override
  public String name() {
    return "measure";
  }

  @Override
  public Set<Option> options() {
    return Set.of(
        LANDMARKS,
        PROTOCOL,
        FACING,
        SIDE,
        FRAME,
        ScaleOrders.CALIBRATE,
        ScaleOrders.OBJECT,
        ScaleOrders.SCALE,
        JSON,
        OUT,
        FORCE,
        SAVE,
        READER,
        KEY_OBJECT,
        SavedReports.STORE,
        Definitions.OPTION);
  }

  @Override
  public int run(Arguments arguments, Console console)
      throws UsageException, InputException, OutputException {
    List<Path> images = arguments.paths();
    Path csv = arguments.requiredPath(LANDMARKS);
    Catalogue catalogue = Definitions.catalogue(arguments, console);
    Orders orders =
        new Orders(
            protocol(arguments, catalogue, console),
            arguments
                .choice(FACING, List.of("left", "right"))
                .map(word -> word.equals("left") ? Facing.LEFT : Facing.RIGHT),
            arguments.choice(SIDE, List.of("standard", MIRRORED)).map(MIRRORED::equals),
            ScaleOrders.of(arguments, images.size(), arguments.value(READER.name()), console),
            arguments.has(FRAME.name())
                ? OptionalInt.of(arguments.frame(FRAME))
                : OptionalInt.empty(),
            saving(arguments, console),
            arguments.has(JSON.name()));
    Optional<OutputFile> out =
        arguments
            .path(OUT)
            .map(target -> new OutputFile(target, arguments.has(FORCE.name()), console.wording()));
    if (out.isPresent()) {
      out.get().check();
    }
    LandmarkTable table = read(csv, catalogue, console);
    return out.isPresent()
        ? intoFile(out.get(), images, new Measurer(catalogue, table, orders), console)
        : new Measuring(catalogue, table, orders, console).all(images);
  }

  /** What measures, wherever the data go. */
  private record Measurer(Catalogue catalogue, LandmarkTable table, Orders orders) {

    int into(PrintStream data, List<Path> images, Console console) throws InputException {
      return new Measuring(
              catalogue, table, orders, new Console(data, console.err(), console.wording()))
          .all(images);
    }
  }

  /** Writes the data to a file, which appears when all images were measured. */
  private static int intoFile(OutputFile out, List<Path> images, Measurer measurer, Console console)
      throws InputException, OutputException {
    int[] code = {ExitCode.DONE};
    List<InputException> stopped = new ArrayList<>();
    out.write(
        file -> {
          PrintStream data =
              new PrintStream(new BufferedOutputStream(file), false, StandardCharsets.UTF_8);
          try {
            code[0] = measurer.into(data, images, console);
          } catch (InputException e) {
            stopped.add(e);
          }
          if (data.checkError()) {
            throw new IOException("the data could not be written");
          }
        });
    if (!stopped.isEmpty()) {
      throw stopped.get(0);
    }
    return code[0];
  }

  /**
   * What the command line asks for, besides images and landmarks.
   *
   * @param protocol the protocol; if empty, it is chosen for each image
   * @param facing what the reader says of lateral images
   * @param mirrored what the reader says of frontal and transverse images
   * @param scale what the reader says of the scale
   * @param frame which frame of films with several; the first if not said
   * @param saving whether and where the readings are saved
   * @param json whether the data are JSON
   */
  record Orders(
      Optional<Protocol> protocol,
      Optional<Facing> facing,
      Optional<Boolean> mirrored,
      ScaleOrders scale,
      OptionalInt frame,
      Optional<Saving> saving,
      boolean json) {}

  /**
   * How readings are saved.
   *
   * @param folder where; if empty, in the store or else beside each image
   * @param store where the reader keeps results of media that cannot be written
   * @param reader by whom
   * @param keyObject whether a Key Object is written for the last revision of each study
   * @param installationFile where the program remembers who it is
   */
  record Saving(
      Optional<Path> folder,
      Optional<ReportStore> store,
      PersonName reader,
      boolean keyObject,
      Path installationFile) {}

  private static Optional<Protocol> protocol(
      Arguments arguments, Catalogue catalogue, Console console) throws UsageException {
    Optional<String> id = arguments.value(PROTOCOL.name());
    if (id.isEmpty()) {
      return Optional.empty();
    }
    Optional<Protocol> protocol = catalogue.protocol(id.get());
    if (protocol.isEmpty()) {
      List<String> known = catalogue.protocols().stream().map(Protocol::id).toList();
      Optional<String> meant = Spelling.nearest(id.get(), known);
      throw new UsageException(
          meant.isPresent()
              ? console.wording().get("usage.protocol.meant", id.get(), meant.get())
              : console
                  .wording()
                  .get(
                      "usage.protocol",
                      id.get(),
                      known.stream().collect(Collectors.joining(", "))));
    }
    return protocol;
  }

  private Optional<Saving> saving(Arguments arguments, Console console) throws UsageException {
    if (!arguments.has(SAVE.name())) {
      if (arguments.has(KEY_OBJECT.name())) {
        throw new UsageException(console.wording().get("measure.key-object.unsaved"));
      }
      if (arguments.has(SavedReports.STORE.name())) {
        throw new UsageException(console.wording().get("measure.store.unsaved"));
      }
      return Optional.empty();
    }
    Optional<ReportStore> store = SavedReports.store(arguments);
    Optional<Path> folder = arguments.path(SAVE);
    if (store.isPresent() && folder.isPresent()) {
      throw new UsageException(console.wording().get("measure.store.twice"));
    }
    Optional<String> named = arguments.value(READER.name());
    String reader = named.orElse(System.getProperty("user.name", "unknown"));
    if (named.isEmpty()) {
      console.tell("measure.reader", reader);
    }
    return Optional.of(
        new Saving(
            folder,
            store,
            PersonName.parse(reader),
            arguments.has(KEY_OBJECT.name()),
            installationFile));
  }

  private static LandmarkTable read(Path csv, Catalogue catalogue, Console console)
      throws InputException {
    try {
      return LandmarkTable.read(csv, catalogue.landmarks(), console.wording().locale());
    } catch (TableException e) {
      throw new InputException(e);
    }
  }
}
