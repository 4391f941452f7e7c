package org.cervimark.cli;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cervimark.image.CalibrationObject;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.Radiograph;
import org.cervimark.image.ScaleQuestion;
import org.cervimark.reading.ReadingSession;
import org.cervimark.report.PlainText;

/**
 * What the command line says of the scale of images: an object of known length on the image, or
 * which scale to rely on where a header contradicts itself.
 *
 * @param calibration the object, if one is named
 * @param answer id of the answer to the question of a header, if one is given
 */
record ScaleOrders(Optional<Calibration> calibration, Optional<String> answer) {

  static final Option CALIBRATE = new Option("--calibrate", 5, 5);
  static final Option OBJECT = Option.value("--calibration-object");
  static final Option SCALE = Option.value("--scale");

  private static final int MOST_DIGITS = 30;

  /**
   * An object of known length and its ends on the image.
   *
   * @param first one end
   * @param second the other
   * @param object the object
   */
  record Calibration(ImagePoint first, ImagePoint second, CalibrationObject object) {}

  /**
   * Reads what the options say.
   *
   * @param images how many images are measured; ends of an object belong to one of them
   * @param reader who marks the object, if that is said
   */
  static ScaleOrders of(Arguments arguments, int images, Optional<String> reader, Console console)
      throws UsageException {
    List<String> words = arguments.values(CALIBRATE.name());
    Optional<String> description = arguments.value(OBJECT.name());
    if (words.isEmpty()) {
      if (description.isPresent()) {
        throw new UsageException(console.wording().get("usage.calibrate.object"));
      }
      return new ScaleOrders(Optional.empty(), arguments.value(SCALE.name()));
    }
    if (images > 1) {
      throw new UsageException(console.wording().get("usage.calibrate.several"));
    }
    double[] numbers = new double[words.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(words.get(i), console);
    }
    if (!(numbers[4] > 0)) {
      throw new UsageException(console.wording().get("usage.calibrate", words.get(4)));
    }
    return new ScaleOrders(
        Optional.of(
            new Calibration(
                new ImagePoint(numbers[0], numbers[1]),
                new ImagePoint(numbers[2], numbers[3]),
                new CalibrationObject(
                    numbers[4],
                    Optional.empty(),
                    description.orElse(""),
                    reader,
                    Optional.of(LocalDateTime.now(java.time.ZoneId.systemDefault()))))),
        arguments.value(SCALE.name()));
  }

  private static double number(String word, Console console) throws UsageException {
    if (word.length() > MOST_DIGITS || !word.matches("-?[0-9]+(\\.[0-9]+)?")) {
      throw new UsageException(console.wording().get("usage.calibrate", word));
    }
    return Double.parseDouble(word);
  }

  /** Applies them to the session of an image, and says what speaks against it. */
  void applyTo(Path image, ReadingSession session, Console console) throws InputException {
    answer(image, session, console);
    if (calibration.isPresent()) {
      calibrate(image, session, console, calibration.get());
    }
  }

  private void answer(Path image, ReadingSession session, Console console) throws InputException {
    Optional<ScaleQuestion> question = session.scaleQuestion();
    if (answer.isPresent() && question.isEmpty()) {
      console.tell("measure.scale.unused", image.toString());
      return;
    }
    if (question.isEmpty()) {
      return;
    }
    String ids =
        question.get().answers().stream()
            .map(ScaleQuestion.Answer::id)
            .collect(Collectors.joining(", "));
    if (answer.isEmpty()) {
      if (calibration.isEmpty()) {
        console.tell("measure.scale.question", image.toString());
        question.get().answers().forEach(a -> console.say("  " + a.id() + ": " + a.sentence()));
      }
    } else if (question.get().answer(answer.get()).isPresent()) {
      session.answerScaleQuestion(answer.get());
    } else {
      throw new InputException(
          console.wording().get("measure.scale.unknown", image.toString(), answer.get(), ids));
    }
  }

  private static void calibrate(
      Path image, ReadingSession session, Console console, Calibration calibration)
      throws InputException {
    Radiograph radiograph = session.radiograph();
    if (!isWithin(calibration.first(), radiograph) || !isWithin(calibration.second(), radiograph)) {
      throw new InputException(
          console
              .wording()
              .get(
                  "measure.calibrate.outside",
                  image.toString(),
                  Integer.toString(radiograph.columns()),
                  Integer.toString(radiograph.rows())));
    }
    session.calibrate(calibration.first(), calibration.second(), calibration.object());
    if (session.calibrationFlaw().isPresent()) {
      throw new InputException(
          console
              .wording()
              .get(
                  "measure.calibrate."
                      + session.calibrationFlaw().get().name().toLowerCase(Locale.ROOT),
                  image.toString(),
                  PlainText.number(CalibrationObject.SHORTEST, 0)));
    }
    session
        .calibrationDoubt()
        .ifPresent(
            doubt ->
                console.tell(
                    "measure.calibrate.doubt." + doubt.name().toLowerCase(Locale.ROOT),
                    image.toString()));
  }

  private static boolean isWithin(ImagePoint point, Radiograph radiograph) {
    return point.snapped().isWithin(radiograph.columns(), radiograph.rows());
  }
}
