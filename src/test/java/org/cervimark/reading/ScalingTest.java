package org.cervimark.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.anatomy.View;
import org.cervimark.image.CalibrationObject;
import org.cervimark.image.Facing;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.Radiograph;
import org.cervimark.image.Radiographs;
import org.cervimark.image.Scale;
import org.cervimark.image.ScaleQuestion;
import org.cervimark.image.ScaleSource;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Protocol;
import org.cervimark.terminology.Unit;
import org.junit.jupiter.api.Test;

/** What decides the scale of a reading session. */
class ScalingTest {

  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final Protocol PROTOCOL =
      CATALOGUE.protocolFor(View.LATERAL_NEUTRAL).orElseThrow();
  private static final LandmarkId FIRST_END = new LandmarkId("calibration-a");
  private static final LandmarkId SECOND_END = new LandmarkId("calibration-b");
  private static final ImagePoint LEFT = new ImagePoint(100, 200);
  private static final ImagePoint RIGHT = new ImagePoint(300, 200);
  private static final CalibrationObject SPHERE = CalibrationObject.of(25, "25 mm sphere");

  private static final Scale DETECTOR = Scale.millimetres(0.15, 0.15, ScaleSource.DETECTOR);
  private static final Scale HEADER = Scale.millimetres(0.12, 0.12, ScaleSource.HEADER);
  private static final Scale CHOSEN_DETECTOR =
      new Scale(0.15, 0.15, ScaleSource.DETECTOR, Optional.of("chosen by the reader"));
  private static final ScaleQuestion QUESTION =
      new ScaleQuestion(
          "untyped",
          "",
          "Which?",
          List.of(
              new ScaleQuestion.Answer(
                  "pixel-spacing",
                  new Scale(0.12, 0.12, ScaleSource.HEADER, Optional.of("chosen")),
                  "This"),
              new ScaleQuestion.Answer("imager-spacing", CHOSEN_DETECTOR, "Or that")));

  @Test
  void theMarkedObjectDecidesAndFollowsItsEnds() {
    ReadingSession session = session(film(Scale.unknown(1), Optional.empty()));
    assertEquals(Unit.PIXEL, session.scale().lengthUnit());
    session.calibrate(LEFT, RIGHT, SPHERE);
    assertEquals(0.125, session.scale().columnSpacing());
    assertEquals(Unit.MILLIMETRE, session.scale().lengthUnit());
    session.drag(SECOND_END, new ImagePoint(350, 200));
    session.endDrag();
    assertEquals(0.1, session.scale().columnSpacing());
    session.undo();
    assertEquals(0.125, session.scale().columnSpacing());
    session.undo();
    assertEquals(Scale.unknown(1), session.scale());
    assertEquals(Optional.empty(), session.calibrationObject());
    assertTrue(session.landmarks().isEmpty());
    session.redo();
    assertEquals(0.125, session.scale().columnSpacing());
  }

  @Test
  void theAspectIsThatOfTheHeader() {
    ReadingSession session = session(film(Scale.unknown(2), Optional.empty()));
    session.calibrate(LEFT, new ImagePoint(100, 300), SPHERE);
    assertEquals(0.125, session.scale().columnSpacing());
    assertEquals(0.25, session.scale().rowSpacing());
  }

  @Test
  void calibratingKeepsTheTargetAndCountsAsAChange() {
    ReadingSession session = session(film(DETECTOR, Optional.empty()));
    Optional<LandmarkId> target = session.target();
    session.calibrate(LEFT, RIGHT, SPHERE);
    assertEquals(target, session.target());
    assertTrue(session.isModified());
    session.markSaved();
    session.removeCalibration();
    assertTrue(session.isModified());
    assertEquals(DETECTOR, session.scale());
    assertEquals(Optional.empty(), session.landmarks().find(FIRST_END));
  }

  @Test
  void endsTooNearToEachOtherLeaveTheHeaderInForceAndSayWhy() {
    ReadingSession session = session(film(DETECTOR, Optional.empty()));
    session.calibrate(LEFT, new ImagePoint(105, 200), SPHERE);
    assertEquals(DETECTOR, session.scale());
    assertEquals(Optional.of(CalibrationObject.Flaw.TOO_SHORT), session.calibrationFlaw());
    session.place(SECOND_END, RIGHT);
    assertEquals(Optional.empty(), session.calibrationFlaw());
    assertEquals(0.125, session.scale().columnSpacing());
  }

  @Test
  void endsOutsideTheImageAreRefusedAndNothingChanges() {
    ReadingSession session = session(film(DETECTOR, Optional.empty()));
    assertThrows(
        IllegalArgumentException.class,
        () -> session.calibrate(LEFT, new ImagePoint(2001, 5), SPHERE));
    assertTrue(session.landmarks().isEmpty());
    assertFalse(session.canUndo());
  }

  /** An object in the patient casts a shadow larger than itself. */
  @Test
  void anImpossibleOrDeviatingCalibrationIsDoubted() {
    ReadingSession detector = session(film(DETECTOR, Optional.empty()));
    detector.calibrate(LEFT, RIGHT, SPHERE);
    assertEquals(Optional.empty(), detector.calibrationDoubt());
    detector.calibrate(LEFT, RIGHT, CalibrationObject.of(40, "ruler"));
    assertEquals(Optional.of(CalibrationDoubt.LARGER_THAN_SHADOW), detector.calibrationDoubt());
    ReadingSession calibrated =
        session(film(Scale.millimetres(0.125, 0.125, ScaleSource.FIDUCIAL), Optional.empty()));
    calibrated.calibrate(LEFT, RIGHT, SPHERE);
    assertEquals(Optional.empty(), calibrated.calibrationDoubt());
    calibrated.calibrate(LEFT, RIGHT, CalibrationObject.of(20, "ruler"));
    assertEquals(Optional.of(CalibrationDoubt.DIFFERS_FROM_HEADER), calibrated.calibrationDoubt());
  }

  @Test
  void theQuestionIsOpenUntilAnsweredOrOvertaken() {
    ReadingSession session = session(film(HEADER, Optional.of(QUESTION)));
    assertEquals(Optional.of(QUESTION), session.scaleQuestion());
    assertEquals(HEADER, session.scale());
    session.answerScaleQuestion("imager-spacing");
    assertEquals(CHOSEN_DETECTOR, session.scale());
    assertEquals(Optional.empty(), session.scaleQuestion());
    assertTrue(session.isModified());
    session.undo();
    assertEquals(Optional.of(QUESTION), session.scaleQuestion());
    session.calibrate(LEFT, RIGHT, SPHERE);
    assertEquals(Optional.empty(), session.scaleQuestion());
    assertThrows(
        IllegalArgumentException.class, () -> session.answerScaleQuestion("magnification"));
  }

  @Test
  void anAnswerGivenBeforeIsNoStepAndNoChange() {
    ReadingSession session = session(film(HEADER, Optional.of(QUESTION)));
    session.adoptScaleAnswer("imager-spacing");
    assertEquals(CHOSEN_DETECTOR, session.scale());
    assertFalse(session.canUndo());
    assertFalse(session.isModified());
    session.placeTarget(LEFT);
    session.markSaved();
    session.adoptScaleAnswer("pixel-spacing");
    assertTrue(session.isModified());
  }

  @Test
  void theAnswerAndTheObjectComeBackWithTheReading() {
    Radiograph film = film(HEADER, Optional.of(QUESTION));
    ReadingSession answered = session(film);
    answered.answerScaleQuestion("imager-spacing");
    ReadingSession resumed = resumed(film, answered);
    assertEquals(CHOSEN_DETECTOR, resumed.scale());
    assertEquals(Optional.empty(), resumed.scaleQuestion());
    assertFalse(resumed.isModified());

    answered.calibrate(LEFT, RIGHT, SPHERE);
    ReadingSession calibrated = resumed(film, answered);
    assertEquals(answered.toReading(), calibrated.toReading());
    assertEquals(Optional.of(SPHERE), calibrated.calibrationObject());
    calibrated.removeCalibration();
    assertEquals(HEADER, calibrated.scale());

    ReadingSession untouched = resumed(film, session(film));
    assertEquals(Optional.of(QUESTION), untouched.scaleQuestion());
  }

  /** The scale is not part of what a blinded pass must not see. */
  @Test
  void aFurtherPassKeepsTheCalibration() {
    ReadingSession session = session(film(DETECTOR, Optional.empty()));
    session.calibrate(LEFT, RIGHT, SPHERE);
    session.beginPass();
    assertTrue(session.landmarks().isEmpty());
    assertEquals(0.125, session.scale().columnSpacing());
    session.placeTarget(LEFT);
    assertEquals(0.125, session.toReading().scale().columnSpacing());
    session.revealPasses();
    assertEquals(0.125, session.scale().columnSpacing());
  }

  private static ReadingSession session(Radiograph film) {
    return new ReadingSession(film, CATALOGUE, PROTOCOL);
  }

  private static ReadingSession resumed(Radiograph film, ReadingSession session) {
    return ReadingSession.resume(film, CATALOGUE, PROTOCOL, session.toReading());
  }

  private static Radiograph film(Scale scale, Optional<ScaleQuestion> question) {
    Radiograph film =
        Radiographs.with(
            scale,
            Optional.of(PatientOrientation.lateral(Facing.RIGHT)),
            Optional.of(View.LATERAL_NEUTRAL));
    return new Radiograph(
        film.reference(),
        film.patient(),
        film.study(),
        film.modality(),
        film.pixelFormat(),
        film.scale(),
        film.orientation(),
        film.view(),
        film.viewDescription(),
        film.notices(),
        question,
        Optional.empty());
  }
}
