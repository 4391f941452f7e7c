package org.cervimark.imagej;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.image.CalibrationObject;
import org.cervimark.image.Direction;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PatientOrientation;
import org.cervimark.landmark.Visibility;
import org.cervimark.measurement.Outcome;
import org.cervimark.measurement.Protocol;
import org.cervimark.reading.FreeMark;
import org.cervimark.reading.ReadingSession;
import org.cervimark.reading.ReadingSession.Result;
import org.cervimark.reading.ScaleChoices;
import org.cervimark.report.Wording;

/**
 * What macros mark on the images of an opened study, one method for each command. Needs neither a
 * window nor a display; whatever cannot be done is one sentence.
 */
final class MacroScript {

  private final ViewerActions actions;

  MacroScript(InFront front) {
    this.actions = front.actions();
  }

  /** Places a landmark: {@code landmark=ID column=X row=Y [visibility=estimated]}. */
  void place(MacroOptions options) throws MacroException {
    LandmarkId landmark = landmark(options);
    ImagePoint point = new ImagePoint(options.number("column"), options.number("row"));
    if (!point.isWithin(model().radiograph().columns(), model().radiograph().rows())) {
      throw options.refused("macro.outside", landmark.value());
    }
    Visibility visibility =
        Visibility.withId(options.of("visibility").orElse(Visibility.CLEAR.id()))
            .filter(v -> v != Visibility.NOT_VISIBLE)
            .orElseThrow(() -> options.wrong("visibility"));
    model().session().place(landmark, point);
    model().session().setVisibility(landmark, visibility);
  }

  /** Records that a landmark cannot be seen: {@code landmark=ID}. */
  void markNotVisible(MacroOptions options) throws MacroException {
    model().session().markNotVisible(landmark(options));
  }

  /** Takes a landmark away: {@code landmark=ID}. */
  void remove(MacroOptions options) throws MacroException {
    model().session().remove(landmark(options));
  }

  /** Chooses a protocol: {@code protocol=ID}. */
  void chooseProtocol(MacroOptions options) throws MacroException {
    Protocol protocol =
        options
            .of("protocol")
            .flatMap(model().study().catalogue()::protocol)
            .orElseThrow(() -> options.wrong("protocol"));
    model().session().chooseProtocol(protocol);
  }

  /**
   * States how the patient lies on the image: {@code row=A column=F}, as DICOM names directions;
   * {@code row=none} takes that back.
   */
  void orient(MacroOptions options) throws MacroException {
    if (options.of("row").equals(Optional.of("none"))) {
      model().session().withdrawOrientation();
      return;
    }
    Direction row = direction("row", options);
    Direction column = direction("column", options);
    if (row == column || row == column.opposite()) {
      throw options.wrong("column");
    }
    model().session().confirmOrientation(new PatientOrientation(row, column));
  }

  /** Goes to another image of the study: {@code path=FILE [frame=N]}. Returns when it is shown. */
  void show(MacroOptions options) throws MacroException {
    ImageEntry entry = MacroComparisons.entry(model(), options);
    int frames = entry.radiograph().pixelFormat().frames();
    int frame = options.of("frame").isEmpty() ? 1 : options.whole("frame", 1, frames);
    try {
      model().show(entry, DicomImages.read(entry.file(), frame));
    } catch (DicomException e) {
      throw new MacroException(Objects.requireNonNullElse(e.getMessage(), e.toString()));
    }
  }

  /**
   * Draws beside the protocol: {@code kind=distance points=[X Y X Y] [text=[...]]}; with {@code
   * mark=N} in place of the N-th mark.
   */
  void draw(MacroOptions options) throws MacroException {
    FreeMark.Kind kind =
        Arrays.stream(FreeMark.Kind.values())
            .filter(k -> options.of("kind").equals(Optional.of(k.id())))
            .findFirst()
            .orElseThrow(() -> options.wrong("kind"));
    List<ImagePoint> points = options.points(kind.points(), model().radiograph());
    String text = options.of("text").orElse("");
    if (kind == FreeMark.Kind.NOTE && text.isBlank()) {
      throw options.wrong("text");
    }
    FreeMark drawn = FreeMark.of(kind, points, text);
    if (options.of("mark").isPresent()) {
      drawn = new FreeMark(mark(options).uid(), kind, points, text);
    }
    model().session().put(drawn);
  }

  /** Takes a mark beside the protocol away: {@code mark=N}, counted from 1. */
  void removeMark(MacroOptions options) throws MacroException {
    model().session().removeMark(mark(options).uid());
  }

  private FreeMark mark(MacroOptions options) throws MacroException {
    List<FreeMark> marks = model().session().marks();
    return marks.get(options.whole("mark", 1, marks.size()) - 1);
  }

  /** Calibrates on an object: {@code points=[X Y X Y] length=MILLIMETRES [object=[...]]}. */
  void calibrate(MacroOptions options) throws MacroException {
    List<ImagePoint> ends = options.points(2, model().radiograph());
    double length = options.number("length");
    if (length <= 0) {
      throw options.wrong("length");
    }
    CalibrationObject object = CalibrationObject.of(length, options.of("object").orElse(""));
    if (object.flaw(ends.get(0), ends.get(1), model().radiograph().scale().aspect()).isPresent()) {
      throw options.wrong("points");
    }
    model().session().calibrate(ends.get(0), ends.get(1), object);
  }

  /** Takes the object of known length away. */
  void removeCalibration() {
    model().session().removeCalibration();
  }

  /**
   * Chooses one of the scales of a header that contradicts itself: {@code answer=ID
   * [extent=device]}, for the study or for all images of the device; {@code answer=none} opens the
   * question again.
   */
  void chooseScale(MacroOptions options) throws MacroException {
    String answer = options.required("answer");
    if (answer.equals("none")) {
      model().session().withdrawScaleAnswer();
      return;
    }
    if (model().radiograph().scaleQuestion().flatMap(q -> q.answer(answer)).isEmpty()) {
      throw options.wrong("answer");
    }
    boolean ofDevice =
        options.choice("extent", List.of("study", "device")).equals(Optional.of("device"));
    model().answerScale(answer, ofDevice ? ScaleChoices.Extent.DEVICE : ScaleChoices.Extent.STUDY);
  }

  /**
   * Reads the image once more: {@code pass=begin}, blinded to the earlier passes; {@code end}, the
   * mean of all counts; {@code cancel} as if it had not begun; {@code resume} as if it had not
   * ended.
   */
  void repeat(MacroOptions options) throws MacroException {
    ReadingSession session = model().session();
    String pass = options.required("pass");
    boolean blinded = pass.equals("begin") || pass.equals("resume");
    if (!List.of("begin", "end", "cancel", "resume").contains(pass)
        || session.isBlinded() == blinded) {
      throw options.wrong("pass");
    }
    if (pass.equals("begin") || pass.equals("end")) {
      actions.repeat();
      return;
    }
    while (session.isBlinded() != blinded && session.canUndo()) {
      actions.undo();
    }
  }

  /** The value of a measurement as a number, or {@code NaN}, which macros know, without one. */
  String value(String measurement, Wording wording) throws MacroException {
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

  private LandmarkId landmark(MacroOptions options) throws MacroException {
    String id = options.required("landmark");
    return Optional.of(id)
        .filter(LandmarkId::isValid)
        .map(LandmarkId::new)
        .filter(l -> model().study().catalogue().landmarks().find(l).isPresent())
        .orElseThrow(() -> options.wrong("landmark"));
  }

  private Direction direction(String key, MacroOptions options) throws MacroException {
    String letter = options.required(key).toUpperCase(Locale.ROOT);
    return Arrays.stream(Direction.values())
        .filter(d -> letter.equals(String.valueOf(d.letter())))
        .findFirst()
        .orElseThrow(() -> options.wrong(key));
  }
}
