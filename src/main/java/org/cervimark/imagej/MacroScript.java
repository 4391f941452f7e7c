package org.cervimark.imagej;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.image.Direction;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PatientOrientation;
import org.cervimark.landmark.Visibility;
import org.cervimark.measurement.Outcome;
import org.cervimark.measurement.Protocol;
import org.cervimark.reading.ReadingSession.Result;
import org.cervimark.report.Wording;

/**
 * What macros do with an opened study, one method for each command. Needs neither a window nor a
 * display; whatever cannot be done is one sentence.
 */
final class MacroScript {

  /** A macro asks for something that cannot be done; the message says what and why. */
  static final class MacroException extends Exception {
    private static final long serialVersionUID = 1L;

    MacroException(String sentence) {
      super(sentence);
    }
  }

  /** The options of a command, by name; empty where an option is not given. */
  @FunctionalInterface
  interface Options {
    /** The value of an option. */
    Optional<String> of(String key);
  }

  private final ViewerActions actions;
  private final Wording wording;

  MacroScript(ViewerActions actions, Wording wording) {
    this.actions = actions;
    this.wording = wording;
  }

  /** Places a landmark: {@code landmark=ID column=X row=Y [visibility=estimated]}. */
  void place(Options options) throws MacroException {
    LandmarkId landmark = landmark(options);
    ImagePoint point = new ImagePoint(number(options, "column"), number(options, "row"));
    if (!point.isWithin(model().radiograph().columns(), model().radiograph().rows())) {
      throw new MacroException(wording.get("macro.outside", landmark.value()));
    }
    Visibility visibility =
        Visibility.withId(options.of("visibility").orElse(Visibility.CLEAR.id()))
            .filter(v -> v != Visibility.NOT_VISIBLE)
            .orElseThrow(() -> wrong("visibility", options));
    model().session().place(landmark, point);
    model().session().setVisibility(landmark, visibility);
  }

  /** Records that a landmark cannot be seen: {@code landmark=ID}. */
  void markNotVisible(Options options) throws MacroException {
    model().session().markNotVisible(landmark(options));
  }

  /** Takes a landmark away: {@code landmark=ID}. */
  void remove(Options options) throws MacroException {
    model().session().remove(landmark(options));
  }

  /** Chooses a protocol: {@code protocol=ID}. */
  void chooseProtocol(Options options) throws MacroException {
    Protocol protocol =
        options
            .of("protocol")
            .flatMap(model().study().catalogue()::protocol)
            .orElseThrow(() -> wrong("protocol", options));
    model().session().chooseProtocol(protocol);
  }

  /**
   * States how the patient lies on the image: {@code row=A column=F}, as DICOM names directions.
   */
  void orient(Options options) throws MacroException {
    Direction row = direction("row", options);
    Direction column = direction("column", options);
    if (row == column || row == column.opposite()) {
      throw wrong("column", options);
    }
    model().session().confirmOrientation(new PatientOrientation(row, column));
  }

  /** Goes to another image of the study: {@code path=FILE [frame=N]}. Returns when it is shown. */
  void show(Options options) throws MacroException {
    Path wanted = Path.of(required("path", options)).toAbsolutePath().normalize();
    ImageEntry entry =
        model().study().images().stream()
            .filter(e -> e.file().toAbsolutePath().normalize().equals(wanted))
            .findFirst()
            .orElseThrow(() -> wrong("path", options));
    double frame = options.of("frame").isEmpty() ? 1 : number(options, "frame");
    if (frame != Math.rint(frame)
        || frame < 1
        || frame > entry.radiograph().pixelFormat().frames()) {
      throw wrong("frame", options);
    }
    try {
      model().show(entry, DicomImages.read(entry.file(), (int) frame));
    } catch (DicomException e) {
      throw new MacroException(Objects.requireNonNullElse(e.getMessage(), e.toString()));
    }
  }

  /** The value of a measurement as a number, or {@code NaN}, which macros know, without one. */
  String value(String measurement) throws MacroException {
    Outcome outcome =
        model().results().stream()
            .filter(r -> r.measurement().id().equals(measurement))
            .map(Result::outcome)
            .findFirst()
            .orElseThrow(
                () -> new MacroException(wording.get("macro.wrong", "measurement", measurement)));
    return outcome instanceof Outcome.Measured measured
        ? Double.toString(measured.value())
        : Double.toString(Double.NaN);
  }

  private ViewerModel model() {
    return actions.model();
  }

  private LandmarkId landmark(Options options) throws MacroException {
    String id = required("landmark", options);
    return Optional.of(id)
        .filter(LandmarkId::isValid)
        .map(LandmarkId::new)
        .filter(l -> model().study().catalogue().landmarks().find(l).isPresent())
        .orElseThrow(() -> wrong("landmark", options));
  }

  private Direction direction(String key, Options options) throws MacroException {
    String letter = required(key, options).toUpperCase(Locale.ROOT);
    return Arrays.stream(Direction.values())
        .filter(d -> letter.equals(String.valueOf(d.letter())))
        .findFirst()
        .orElseThrow(() -> wrong(key, options));
  }

  private double number(Options options, String key) throws MacroException {
    try {
      double value = Double.parseDouble(required(key, options));
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below, as for infinite numbers.
    }
    throw wrong(key, options);
  }

  private String required(String key, Options options) throws MacroException {
    return options.of(key).orElseThrow(() -> wrong(key, options));
  }

  private MacroException wrong(String key, Options options) {
    return new MacroException(
        options
            .of(key)
            .map(value -> wording.get("macro.wrong", key, value))
            .orElseGet(() -> wording.get("macro.missing", key)));
  }
}
