package org.cervimark.reading;

import java.util.Optional;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.image.CalibrationObject;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.Radiograph;
import org.cervimark.image.Scale;
import org.cervimark.image.ScaleQuestion;
import org.cervimark.image.ScaleSource;
import org.cervimark.landmark.LandmarkSet;

/**
 * What decides the scale of a reading: an object that the reader marked, or else what the reader
 * chose where the header contradicts itself, or else the header. Immutable.
 *
 * @param base the scale without an object
 * @param question what the header leaves open, if anything
 * @param answered whether the reader has chosen {@code base}
 * @param object the object of known length; it counts when both its ends are placed
 */
record Scaling(
    Scale base,
    Optional<ScaleQuestion> question,
    boolean answered,
    Optional<CalibrationObject> object) {

  /** One end of the object. */
  static final LandmarkId FIRST_END = new LandmarkId("calibration-a");

  /** Its other end. */
  static final LandmarkId SECOND_END = new LandmarkId("calibration-b");

  /** By how much two scales may differ before it is said: what placing short objects costs. */
  private static final double DISAGREEMENT = 0.05;

  /** What the header says. */
  static Scaling of(Radiograph radiograph) {
    return new Scaling(radiograph.scale(), radiograph.scaleQuestion(), false, Optional.empty());
  }

  /** What a saved reading of the image was scaled by. */
  static Scaling resumed(Radiograph radiograph, Scale saved) {
    Scaling fresh = of(radiograph);
    if (saved.object().isPresent()) {
      return fresh.with(saved.object());
    }
    boolean answered =
        fresh
            .question
            .filter(q -> q.answers().stream().anyMatch(a -> a.scale().equals(saved)))
            .isPresent();
    return new Scaling(saved, fresh.question, answered, Optional.empty());
  }

  Scaling with(Optional<CalibrationObject> newObject) {
    return new Scaling(base, question, answered, newObject);
  }

  Scaling answeredBy(ScaleQuestion.Answer answer) {
    return new Scaling(answer.scale(), question, true, object);
  }

  /** What the header says, with the question open again; an object stays. */
  Scaling unanswered(Radiograph radiograph) {
    return of(radiograph).with(object);
  }

  /** Why the marked object gives no scale, if it should give one. */
  Optional<CalibrationObject.Flaw> flaw(LandmarkSet landmarks) {
    Optional<ImagePoint> first = landmarks.point(FIRST_END);
    Optional<ImagePoint> second = landmarks.point(SECOND_END);
    return first.isEmpty() || second.isEmpty()
        ? Optional.empty()
        : object.flatMap(o -> o.flaw(first.get(), second.get(), base.aspect()));
  }

  /** What speaks against the scale of the marked object, compared with that of the header. */
  Optional<CalibrationDoubt> doubt(Scale scale) {
    if (scale.source() != ScaleSource.READER_OBJECT || !base.isCalibrated()) {
      return Optional.empty();
    }
    double ratio = scale.columnSpacing() / base.columnSpacing();
    if (base.source().magnified()) {
      return ratio > 1 + DISAGREEMENT
          ? Optional.of(CalibrationDoubt.LARGER_THAN_SHADOW)
          : Optional.empty();
    }
    return Math.abs(ratio - 1) > DISAGREEMENT
        ? Optional.of(CalibrationDoubt.DIFFERS_FROM_HEADER)
        : Optional.empty();
  }

  /** The question while nothing has settled it. */
  Optional<ScaleQuestion> open(Scale scale) {
    return question.filter(q -> !answered && scale.source() != ScaleSource.READER_OBJECT);
  }

  /** The scale in force. */
  Scale scale(LandmarkSet landmarks) {
    Optional<ImagePoint> first = landmarks.point(FIRST_END);
    Optional<ImagePoint> second = landmarks.point(SECOND_END);
    if (object.isEmpty() || first.isEmpty() || second.isEmpty()) {
      return base;
    }
    return object.get().scale(first.get(), second.get(), base.aspect()).orElse(base);
  }
}
