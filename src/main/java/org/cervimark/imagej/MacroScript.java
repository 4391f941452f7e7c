package org.cervimark.imagej;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.image.CalibrationObject;
import org.cervimark.image.Direction;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.PersonName;
import org.cervimark.landmark.Visibility;
import org.cervimark.measurement.Outcome;
import org.cervimark.measurement.Protocol;
import org.cervimark.reading.FreeMark;
import org.cervimark.reading.ReadingSession;
import org.cervimark.reading.ReadingSession.Result;
import org.cervimark.report.Identification;
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
  private final GreyView grey;
  private final Wording wording;

  MacroScript(InFront front, Wording wording) {
    this.actions = front.actions();
    this.grey = front.grey();
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

  /**
   * Draws beside the protocol: {@code kind=distance points=[X Y X Y] [text=[...]]}; with {@code
   * mark=N} in place of the N-th mark.
   */
  void draw(Options options) throws MacroException {
    FreeMark.Kind kind =
        Arrays.stream(FreeMark.Kind.values())
            .filter(k -> options.of("kind").equals(Optional.of(k.id())))
            .findFirst()
            .orElseThrow(() -> wrong("kind", options));
    List<ImagePoint> points = points(options, kind.points());
    String text = options.of("text").orElse("");
    if (kind == FreeMark.Kind.NOTE && text.isBlank()) {
      throw wrong("text", options);
    }
    FreeMark drawn = FreeMark.of(kind, points, text);
    if (options.of("mark").isPresent()) {
      drawn = new FreeMark(mark(options).uid(), kind, points, text);
    }
    model().session().put(drawn);
  }

  /** Takes a mark beside the protocol away: {@code mark=N}, counted from 1. */
  void removeMark(Options options) throws MacroException {
    model().session().removeMark(mark(options).uid());
  }

  private FreeMark mark(Options options) throws MacroException {
    List<FreeMark> marks = model().session().marks();
    double number = number(options, "mark");
    if (number != Math.rint(number) || number < 1 || number > marks.size()) {
      throw wrong("mark", options);
    }
    return marks.get((int) number - 1);
  }

  /** Calibrates on an object: {@code points=[X Y X Y] length=MILLIMETRES [object=[...]]}. */
  void calibrate(Options options) throws MacroException {
    List<ImagePoint> ends = points(options, 2);
    double length = number(options, "length");
    if (length <= 0) {
      throw wrong("length", options);
    }
    CalibrationObject object = CalibrationObject.of(length, options.of("object").orElse(""));
    if (object.flaw(ends.get(0), ends.get(1), model().radiograph().scale().aspect()).isPresent()) {
      throw wrong("points", options);
    }
    model().session().calibrate(ends.get(0), ends.get(1), object);
  }

  /** Takes the object of known length away. */
  void removeCalibration() {
    model().session().removeCalibration();
  }

  /** Chooses one of the scales of a header that contradicts itself: {@code answer=ID}. */
  void chooseScale(Options options) throws MacroException {
    String answer = required("answer", options);
    if (model().radiograph().scaleQuestion().flatMap(q -> q.answer(answer)).isEmpty()) {
      throw wrong("answer", options);
    }
    model().session().answerScaleQuestion(answer);
  }

  /**
   * Reads the image once more: {@code pass=begin}, blinded to the earlier passes; {@code end}, the
   * mean of all counts; {@code cancel} as if it had not begun; {@code resume} as if it had not
   * ended.
   */
  void repeat(Options options) throws MacroException {
    ReadingSession session = model().session();
    String pass = required("pass", options);
    boolean blinded = pass.equals("begin") || pass.equals("resume");
    if (!List.of("begin", "end", "cancel", "resume").contains(pass)
        || session.isBlinded() == blinded) {
      throw wrong("pass", options);
    }
    if (pass.equals("begin") || pass.equals("end")) {
      actions.repeat();
      return;
    }
    while (session.isBlinded() != blinded && session.canUndo()) {
      actions.undo();
    }
  }

  /**
   * Shows the image in other greys: {@code centre=C width=W} or {@code voi=N} of the header, {@code
   * [gamma=G] [inverted=yes] [enhanced=yes]}; what is not given is as opened.
   */
  void window(Options options) throws MacroException {
    OptionalInt voi = OptionalInt.empty();
    double centre = 0;
    double width = 1;
    if (options.of("voi").isPresent()) {
      double number = number(options, "voi");
      if (number != Math.rint(number) || number < 1 || number > grey.vois()) {
        throw wrong("voi", options);
      }
      voi = OptionalInt.of((int) number);
    } else {
      centre = number(options, "centre");
      width = number(options, "width");
    }
    double gamma = options.of("gamma").isEmpty() ? 1 : number(options, "gamma");
    if (width < 1) {
      throw wrong("width", options);
    }
    if (gamma <= 0) {
      throw wrong("gamma", options);
    }
    grey.show(
        new GreyState(
            centre,
            width,
            voi,
            gamma,
            options.of("inverted").isPresent(),
            options.of("enhanced").isPresent()));
  }

  /** Lays the image on the screen: {@code quarters=0} to {@code 3} [{@code mirrored=yes}]. */
  void turn(Options options) throws MacroException {
    double quarters = number(options, "quarters");
    if (quarters != Math.rint(quarters) || quarters < 0 || quarters > 3) {
      throw wrong("quarters", options);
    }
    model().lay(new Turn(options.of("mirrored").isPresent(), (int) quarters));
  }

  /** Signs the newest revision: {@code reader=[Family^Given] organization=[...]}. */
  void sign(Options options) throws MacroException {
    PersonName reader = PersonName.parse(required("reader", options));
    actions.revisions().signAs(new Signature(reader, required("organization", options)));
  }

  /**
   * Keeps the note of the newest revision with the study as PDF: {@code [language=en]
   * [identify=all] [paper=a4]}; what is not given is as the reader chose it.
   */
  void keepNote(Options options) throws MacroException {
    NoteChoice choice = actions.revisions().noteChoice();
    Optional<String> language = options.of("language");
    if (language.isPresent()) {
      if (!List.of("en", "ko").contains(language.get())) {
        throw wrong("language", options);
      }
      choice = choice.withLocale(Locale.forLanguageTag(language.get()));
    }
    Optional<String> identify = options.of("identify");
    if (identify.isPresent()) {
      choice =
          choice.withShown(
              Identification.parse(identify.get()).orElseThrow(() -> wrong("identify", options)));
    }
    Optional<String> paper = options.of("paper");
    if (paper.isPresent()) {
      choice =
          choice.withPaper(
              NoteChoice.paper(paper.get()).orElseThrow(() -> wrong("paper", options)));
    }
    Optional<String> hindrance = actions.revisions().keepNoteAs(choice);
    if (hindrance.isPresent()) {
      throw new MacroException(wording.get(hindrance.get()));
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

  private List<ImagePoint> points(Options options, int count) throws MacroException {
    String[] numbers = required("points", options).strip().split("[ ,]+", -1);
    List<ImagePoint> points = new ArrayList<>();
    if (numbers.length != 2 * count) {
      throw wrong("points", options);
    }
    for (int i = 0; i < numbers.length; i += 2) {
      String column = numbers[i];
      String row = numbers[i + 1];
      ImagePoint point =
          new ImagePoint(
              number(key -> Optional.of(column), "points"),
              number(key -> Optional.of(row), "points"));
      if (!point.isWithin(model().radiograph().columns(), model().radiograph().rows())) {
        throw wrong("points", options);
      }
      points.add(point);
    }
    return points;
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
