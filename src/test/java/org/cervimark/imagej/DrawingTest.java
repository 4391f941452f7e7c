package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.cervimark.image.ImagePoint;
import org.cervimark.reading.FreeMark;
import org.cervimark.reading.ReadingSession;
import org.junit.jupiter.api.Test;

/** Marks beside the protocol, drawn without a window. */
class DrawingTest {

  private static final ViewTransform VIEW = new ViewTransform(0, 0, 0.5);

  private final ReadingSession session = Readings.begin();
  private final Drawing drawing = new Drawing(session, () -> {});

  @Test
  void aDistanceIsCompleteWithTheSecondClickAndIsOneStepToUndo() {
    begin(FreeMark.Kind.DISTANCE);
    assertFalse(click(100, 100));
    assertEquals(1, drawing.missing());
    assertTrue(session.marks().isEmpty());
    assertTrue(click(400, 100));
    FreeMark mark = session.marks().get(0);
    assertEquals(FreeMark.Kind.DISTANCE, mark.kind());
    // Screen pixels 100 and 400 have their centres at 100.5 and 400.5, at half size.
    assertEquals(List.of(new ImagePoint(201, 201), new ImagePoint(801, 201)), mark.points());
    session.undo();
    assertTrue(session.marks().isEmpty());
    session.redo();
    assertEquals(List.of(mark), session.marks());
  }

  @Test
  void thePointUnderThePointerBelongsToTheUnfinishedMark() {
    begin(FreeMark.Kind.ANGLE);
    assertTrue(drawing.unfinished().isEmpty());
    click(100, 100);
    drawing.move(VIEW, 150, 120);
    assertEquals(new ImagePoint(301, 241), drawing.unfinished().get(1));
    drawing.end();
    assertTrue(drawing.unfinished().isEmpty());
    assertTrue(session.marks().isEmpty());
  }

  @Test
  void aPointIsDraggedLiveAndUndoneAsOneStep() {
    FreeMark mark =
        FreeMark.of(
            FreeMark.Kind.DISTANCE,
            List.of(new ImagePoint(200, 200), new ImagePoint(800, 200)),
            "");
    session.put(mark);
    assertTrue(drawing.press(VIEW, 400, 100));
    for (int i = 0; i < 20; i++) {
      drawing.move(VIEW, 400 + i, 100 + i);
    }
    assertEquals(new ImagePoint(839, 239), drawing.marks().get(0).points().get(1));
    assertEquals(List.of(mark), session.marks(), "the session hears of it when the button goes up");
    assertFalse(drawing.release(VIEW, 419, 119));
    assertEquals(new ImagePoint(839, 239), session.marks().get(0).points().get(1));
    session.undo();
    assertEquals(List.of(mark), session.marks());
    assertEquals(Optional.of(mark), drawing.selected());
    drawing.removeSelected();
    assertTrue(session.marks().isEmpty());
  }

  @Test
  void aClickFarFromEveryMarkBelongsToTheLandmarks() {
    session.put(FreeMark.of(FreeMark.Kind.NOTE, List.of(new ImagePoint(200, 200)), "here"));
    assertFalse(drawing.press(VIEW, 300, 300));
    assertTrue(drawing.press(VIEW, 105, 100));
  }

  @Test
  void pointsBesideTheImageAreNotTaken() {
    begin(FreeMark.Kind.DISTANCE);
    assertFalse(click(5000, 100));
    assertEquals(2, drawing.missing());
  }

  private void begin(FreeMark.Kind kind) {
    drawing.begin(kind, points -> drawing.put(FreeMark.of(kind, points, "")));
  }

  private boolean click(int column, int row) {
    drawing.press(VIEW, column, row);
    return drawing.release(VIEW, column, row);
  }
}
