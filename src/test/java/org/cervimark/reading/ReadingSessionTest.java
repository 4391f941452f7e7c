package org.cervimark.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.anatomy.View;
import org.cervimark.image.Facing;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.OrientationSource;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.Radiograph;
import org.cervimark.image.Radiographs;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Origin;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Outcome;
import org.cervimark.measurement.Protocol;
import org.junit.jupiter.api.Test;

class ReadingSessionTest {

  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final Protocol PROTOCOL =
      CATALOGUE.protocolFor(View.LATERAL_NEUTRAL).orElseThrow();
  private static final Radiograph FILM =
      Radiographs.lateral(Optional.of(PatientOrientation.lateral(Facing.RIGHT)));

  private final ReadingSession session = new ReadingSession(FILM, CATALOGUE, PROTOCOL);

  @Test
  void aClickPlacesTheTargetOnTheGridAndGoesOn() {
    session.placeTarget(new ImagePoint(100.013, 200.991));
    assertEquals(
        Optional.of(new ImagePoint(100.015625, 200.984375)),
        session.landmarks().point(landmark(0)));
    assertEquals(Optional.of(landmark(1)), session.target());
    assertEquals(1, session.done());
  }

  @Test
  void skippedLandmarksComeBackAtTheEnd() {
    session.setTarget(landmark(2));
    session.placeTarget(new ImagePoint(1, 1));
    assertEquals(Optional.of(landmark(3)), session.target());
    while (session.done() < PROTOCOL.landmarks().size()) {
      session.placeTarget(new ImagePoint(1, 1));
    }
    assertEquals(Optional.empty(), session.target());
    session.placeTarget(new ImagePoint(5, 5));
    assertEquals(PROTOCOL.landmarks().size(), session.landmarks().all().size());
  }

  @Test
  void pointsOutsideTheImageAreRefusedAndNothingChanges() {
    for (ImagePoint outside :
        List.of(new ImagePoint(-0.01, 5), new ImagePoint(2000.02, 5), new ImagePoint(5, 2400.02))) {
      assertThrows(IllegalArgumentException.class, () -> session.placeTarget(outside));
    }
    assertTrue(session.landmarks().isEmpty());
    session.placeTarget(new ImagePoint(2000, 2400));
    assertEquals(1, session.done());
  }

  @Test
  void aSecondPassDoesNotSeeTheFirstAndIsAveragedWithIt() {
    session.placeTarget(new ImagePoint(10, 10));
    session.placeTarget(new ImagePoint(50, 50));
    session.beginPass();
    assertTrue(session.isBlinded());
    assertEquals(2, session.pass());
    assertTrue(session.landmarks().isEmpty());
    assertEquals(Optional.of(landmark(0)), session.target());
    session.placeTarget(new ImagePoint(12, 10));
    assertEquals(2, session.toReading().replicates().size(), "a save counts the pass under way");
    session.revealPasses();
    assertFalse(session.isBlinded());
    assertEquals(Optional.of(new ImagePoint(11, 10)), session.landmarks().point(landmark(0)));
    assertEquals(Optional.of(new ImagePoint(50, 50)), session.landmarks().point(landmark(1)));
    Reading reading = session.toReading();
    assertEquals(session.landmarks(), reading.landmarks());
    assertEquals(2, reading.replicates().size());
    ReadingSession resumed = ReadingSession.resume(FILM, CATALOGUE, PROTOCOL, reading);
    assertEquals(reading, resumed.toReading());
    session.undo();
    session.undo();
    session.undo();
    assertEquals(Optional.of(new ImagePoint(10, 10)), session.landmarks().point(landmark(0)));
    assertEquals(List.of(), session.toReading().replicates());
  }

  @Test
  void aLandmarkPlacedAfterAllPassesRestsOnThatPlacementAlone() {
    session.placeTarget(new ImagePoint(10, 10));
    session.placeTarget(new ImagePoint(50, 50));
    session.beginPass();
    session.placeTarget(new ImagePoint(12, 10));
    session.placeTarget(new ImagePoint(52, 50));
    session.revealPasses();
    session.place(landmark(0), new ImagePoint(100, 100));
    Reading reading = session.toReading();
    assertEquals(Optional.of(new ImagePoint(100, 100)), reading.landmarks().point(landmark(0)));
    assertEquals(Optional.of(new ImagePoint(51, 50)), reading.landmarks().point(landmark(1)));
    assertEquals(2, reading.replicates().size());
    assertTrue(reading.replicates().get(1).find(landmark(0)).isEmpty());
  }

  @Test
  void aPassWithoutALandmarkIsDropped() {
    session.placeTarget(new ImagePoint(10, 10));
    session.beginPass();
    session.revealPasses();
    assertEquals(List.of(), session.toReading().replicates());
    assertEquals(Optional.of(new ImagePoint(10, 10)), session.landmarks().point(landmark(0)));
  }

  @Test
  void freeMarksAreAddedReplacedRemovedAndUndone() {
    FreeMark mark =
        FreeMark.of(
            FreeMark.Kind.DISTANCE, List.of(new ImagePoint(1, 1), new ImagePoint(4, 5)), "");
    session.put(mark);
    session.put(mark.withText("osteophyte"));
    assertEquals(List.of(mark.withText("osteophyte")), session.toReading().marks());
    session.undo();
    assertEquals(List.of(mark), session.marks());
    session.removeMark(mark.uid());
    assertEquals(List.of(), session.marks());
    session.undo();
    assertEquals(List.of(mark), session.marks());
    assertTrue(session.isModified());
    FreeMark outside = mark.withPoint(0, new ImagePoint(-1, 5));
    assertThrows(IllegalArgumentException.class, () -> session.put(outside));
  }

  @Test
  void aMovedAutomaticPlacementIsCalledCorrected() {
    Placement automatic =
        new Placement(
            landmark(0), Optional.of(new ImagePoint(9, 9)), Visibility.CLEAR, Origin.AUTOMATIC);
    Reading reading =
        session.toReading().withLandmarks(LandmarkSet.empty().with(automatic), List.of());
    ReadingSession resumed = ReadingSession.resume(FILM, CATALOGUE, PROTOCOL, reading);
    resumed.place(landmark(0), new ImagePoint(10, 9));
    assertEquals(Origin.CORRECTED, resumed.landmarks().find(landmark(0)).orElseThrow().origin());
  }

  @Test
  void aDragIsOneStepToUndo() {
    session.placeTarget(new ImagePoint(10, 10));
    for (int i = 11; i < 50; i++) {
      session.drag(landmark(0), new ImagePoint(i, i));
    }
    session.endDrag();
    session.undo();
    assertEquals(Optional.of(new ImagePoint(10, 10)), session.landmarks().point(landmark(0)));
    session.undo();
    assertTrue(session.landmarks().isEmpty());
    assertFalse(session.canUndo());
  }

  @Test
  void undoAndRedoWalkTheSameStatesBothWays() {
    SplittableRandom random = new SplittableRandom(20260114);
    List<LandmarkSet> states = new ArrayList<>(List.of(session.landmarks()));
    for (int i = 0; i < 300; i++) {
      LandmarkId landmark = landmark(random.nextInt(PROTOCOL.landmarks().size()));
      LandmarkSet before = session.landmarks();
      switch (random.nextInt(4)) {
        case 0 -> session.markNotVisible(landmark);
        case 1 -> session.setVisibility(landmark, Visibility.ESTIMATED);
        case 2 -> session.remove(landmark);
        default ->
            session.place(
                landmark, new ImagePoint(random.nextDouble(2000), random.nextDouble(2400)));
      }
      if (!session.landmarks().equals(before)) {
        states.add(session.landmarks());
      }
    }
    for (int i = states.size() - 1; i >= 0; i--) {
      while (!session.landmarks().equals(states.get(i))) {
        assertTrue(session.canUndo());
        session.undo();
      }
    }
    for (LandmarkSet state : states) {
      while (!session.landmarks().equals(state)) {
        assertTrue(session.canRedo());
        session.redo();
      }
    }
  }

  @Test
  void estimatedStaysEstimatedWhenThePointMoves() {
    session.placeTarget(new ImagePoint(10, 10));
    session.setVisibility(landmark(0), Visibility.ESTIMATED);
    session.drag(landmark(0), new ImagePoint(20, 20));
    session.endDrag();
    assertEquals(
        Visibility.ESTIMATED,
        session.landmarks().find(landmark(0)).map(Placement::visibility).orElseThrow());
  }

  @Test
  void notVisibleIsTheReasonOfEveryMeasurementThatNeedsIt() {
    LandmarkId first = landmark(0);
    session.markNotVisible(first);
    int seen = 0;
    for (ReadingSession.Result result : session.results()) {
      if (result.measurement().formula().landmarks().contains(first)) {
        Outcome.NotVisible reason = (Outcome.NotVisible) result.outcome();
        assertTrue(reason.landmarks().contains(first));
        seen++;
      }
    }
    assertTrue(seen > 0);
  }

  @Test
  void listenersHearOfEveryChange() {
    int[] calls = {0};
    ReadingSession.Listener listener = () -> calls[0]++;
    session.addListener(listener);
    session.placeTarget(new ImagePoint(10, 10));
    session.undo();
    session.redo();
    assertEquals(3, calls[0]);
    session.removeListener(listener);
    session.undo();
    assertEquals(3, calls[0]);
  }

  @Test
  void modifiedMeansDifferentFromWhatWasSaved() {
    assertFalse(session.isModified());
    session.placeTarget(new ImagePoint(10, 10));
    assertTrue(session.isModified());
    session.markSaved();
    assertFalse(session.isModified());
    session.undo();
    assertTrue(session.isModified());
    session.redo();
    assertFalse(session.isModified());
  }

  @Test
  void aResumedSessionGivesTheSameReading() {
    SplittableRandom random = new SplittableRandom(7);
    for (LandmarkId landmark : PROTOCOL.landmarks()) {
      session.place(landmark, new ImagePoint(random.nextDouble(2000), random.nextDouble(2400)));
    }
    session.markNotVisible(landmark(1));
    session.confirmOrientation(PatientOrientation.lateral(Facing.LEFT));
    Reading reading = session.toReading();
    ReadingSession resumed = ReadingSession.resume(FILM, CATALOGUE, PROTOCOL, reading);
    assertEquals(reading, resumed.toReading());
    assertFalse(resumed.isModified());
  }

  @Test
  void theOrientationAndItsSourceGoIntoTheReading() {
    assertEquals(Optional.of(OrientationSource.HEADER), session.toReading().orientationSource());
    session.confirmOrientation(PatientOrientation.lateral(Facing.LEFT));
    assertEquals(Optional.of(OrientationSource.READER), session.toReading().orientationSource());
    session.undo();
    assertEquals(Optional.of(OrientationSource.HEADER), session.toReading().orientationSource());
  }

  private static LandmarkId landmark(int index) {
    return PROTOCOL.landmarks().get(index);
  }
}
