package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.image.ImagePoint;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.cervimark.reading.ReadingSession;
import org.junit.jupiter.api.Test;

class MarkingTest {

  private static final ViewTransform VIEW = new ViewTransform(0, 0, 0.5);
  private static final LandmarkId FIRST = Readings.QUICK.landmarks().get(0);
  private static final LandmarkId SECOND = Readings.QUICK.landmarks().get(1);
  private static final LandmarkId THIRD = Readings.QUICK.landmarks().get(2);

  private final ReadingSession session = Readings.begin();
  private int selections;
  private final Marking marking = new Marking(session, () -> selections++);

  @Test
  void aClickPlacesTheTargetUnderTheCentreOfThePixelAndGoesOn() {
    click(100, 200);
    assertEquals(Optional.of(new ImagePoint(201, 401)), session.landmarks().point(FIRST));
    assertEquals(Optional.of(SECOND), session.target());
    assertEquals(Optional.of(FIRST), marking.selected());
  }

  @Test
  void aClickCloseToALandmarkStillPlacesTheNextOne() {
    click(100, 200);
    click(105, 200);
    assertEquals(Optional.of(new ImagePoint(211, 401)), session.landmarks().point(SECOND));
    assertEquals(Optional.of(new ImagePoint(201, 401)), session.landmarks().point(FIRST));
  }

  @Test
  void aClickOnALandmarkSelectsItAndPlacesNothing() {
    click(100, 200);
    click(300, 200);
    click(101, 200);
    assertEquals(Optional.of(FIRST), marking.selected());
    assertEquals(1, selections);
    assertTrue(session.landmarks().find(THIRD).isEmpty());
    assertEquals(Optional.of(THIRD), session.target());
  }

  @Test
  void aDragMovesTheLandmarkWithLiveValuesAndIsOneStepToUndo() {
    click(100, 200);
    int[] changes = {0};
    session.addListener(() -> changes[0]++);
    marking.press(VIEW, 102, 201);
    marking.drag(VIEW, 110, 210);
    marking.drag(VIEW, 120, 220);
    assertEquals(Optional.of(FIRST), marking.dragged());
    assertEquals(2, changes[0]);
    marking.release(VIEW, 120, 220);
    assertEquals(Optional.of(new ImagePoint(241, 441)), session.landmarks().point(FIRST));
    assertEquals(Optional.of(SECOND), session.target());
    session.undo();
    assertEquals(Optional.of(new ImagePoint(201, 401)), session.landmarks().point(FIRST));
  }

  @Test
  void aDragThatBeginsElsewherePlacesTheTargetWhereItEnds() {
    click(100, 200);
    marking.press(VIEW, 400, 400);
    marking.drag(VIEW, 410, 405);
    assertTrue(session.landmarks().find(SECOND).isEmpty());
    marking.release(VIEW, 410, 405);
    assertEquals(Optional.of(new ImagePoint(821, 811)), session.landmarks().point(SECOND));
  }

  @Test
  void aDragBeyondTheEdgeStopsAtIt() {
    click(100, 200);
    marking.press(VIEW, 100, 200);
    marking.drag(VIEW, -50, 5000);
    marking.release(VIEW, -50, 5000);
    assertEquals(Optional.of(new ImagePoint(0, 2400)), session.landmarks().point(FIRST));
  }

  @Test
  void aClickOutsideTheImagePlacesNothing() {
    click(1500, 200);
    assertTrue(session.landmarks().isEmpty());
    assertFalse(session.canUndo());
  }

  @Test
  void arrowKeysMoveTheSelectedLandmarkAndARowOfThemIsOneStep() {
    click(100, 200);
    marking.nudge(1, 0);
    marking.nudge(0.1, 0);
    marking.nudge(0, -1);
    marking.endNudge();
    ImagePoint moved = session.landmarks().point(FIRST).orElseThrow();
    assertEquals(202.1, moved.column(), 1 / 128.0);
    assertEquals(400, moved.row());
    session.undo();
    assertEquals(Optional.of(new ImagePoint(201, 401)), session.landmarks().point(FIRST));
  }

  @Test
  void notVisibleIsRecordedAndLeadsOn() {
    marking.markNotVisible();
    assertEquals(
        Optional.of(Visibility.NOT_VISIBLE),
        session.landmarks().find(FIRST).map(Placement::visibility));
    assertEquals(Optional.of(SECOND), session.target());
    marking.nudge(1, 1);
    assertTrue(session.landmarks().point(FIRST).isEmpty());
  }

  @Test
  void estimatedTwiceIsClearAgain() {
    click(100, 200);
    marking.toggle(Visibility.ESTIMATED);
    assertEquals(Visibility.ESTIMATED, session.landmarks().find(FIRST).get().visibility());
    marking.toggle(Visibility.ESTIMATED);
    assertEquals(Visibility.CLEAR, session.landmarks().find(FIRST).get().visibility());
  }

  @Test
  void backTakesAwayOneLandmarkAfterTheOther() {
    click(100, 200);
    marking.markNotVisible();
    click(300, 300);
    marking.back();
    assertEquals(Optional.of(THIRD), session.target());
    marking.back();
    assertEquals(Optional.of(SECOND), session.target());
    marking.back();
    assertEquals(Optional.of(FIRST), session.target());
    assertTrue(session.landmarks().isEmpty());
    marking.back();
    assertTrue(session.landmarks().isEmpty());
  }

  @Test
  void backTakesAwayTheSelectedLandmarkFirst() {
    click(100, 200);
    click(300, 200);
    marking.choose(FIRST);
    marking.back();
    assertTrue(session.landmarks().find(FIRST).isEmpty());
    assertTrue(session.landmarks().find(SECOND).isPresent());
    assertEquals(Optional.of(FIRST), session.target());
  }

  @Test
  void stepsGoRoundTheProtocol() {
    marking.step(-1);
    LandmarkId last = Readings.QUICK.landmarks().get(Readings.QUICK.landmarks().size() - 1);
    assertEquals(Optional.of(last), session.target());
    marking.step(1);
    assertEquals(Optional.of(FIRST), session.target());
  }

  private void click(int column, int row) {
    marking.press(VIEW, column, row);
    marking.release(VIEW, column, row);
  }
}
