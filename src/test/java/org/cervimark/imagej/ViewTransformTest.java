package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.process.ShortProcessor;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.geom.Point2D;
import org.cervimark.image.ImagePoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewTransformTest {

  @Test
  void aClickOnAPixelShownAsOneScreenPixelMeansItsCentre() {
    assertEquals(new ImagePoint(8.5, 5.5), new ViewTransform(0, 0, 1).fromMouse(8, 5));
  }

  @Test
  void theCentreOfAnEnlargedPixelIsDrawnInTheMiddleOfItsSquare() {
    // At 16 to 1 pixel (8, 5) covers the screen pixels 128 to 143 and 80 to 95.
    assertEquals(
        new Point2D.Double(136, 88),
        new ViewTransform(0, 0, 16).toScreen(new ImagePoint(8.5, 5.5)));
  }

  @Test
  void theFirstCornerOfThePartShownIsDrawnInTheCornerOfTheCanvas() {
    assertEquals(
        new Point2D.Double(0, 0), new ViewTransform(100, 40, 3).toScreen(new ImagePoint(100, 40)));
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 1", "250, 120, 4.25", "17, 903, 0.37"})
  void drawingAPointPutsItBackUnderTheMiddleOfThePixelClicked(
      double x, double y, double magnification) {
    ViewTransform view = new ViewTransform(x, y, magnification);
    Point2D.Double drawn = view.toScreen(view.fromMouse(321, 77));
    assertEquals(321.5, drawn.x, 1e-9);
    assertEquals(77.5, drawn.y, 1e-9);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 1", "250, 120, 4", "16, 90, 0.5"})
  void agreesWithImageJsOwnConversionOfCanvasPositions(int x, int y, double magnification) {
    ImageCanvas canvas = new ImageCanvas(new ImagePlus("", new ShortProcessor(2000, 2000)));
    canvas.setSize((int) (400 * magnification), (int) (400 * magnification));
    canvas.setSourceRect(new Rectangle(x, y, 400, 400));
    ImagePoint ours = new ViewTransform(x, y, magnification).fromScreen(50, 30);
    assertEquals(canvas.offScreenXD(50), ours.column(), 1e-9);
    assertEquals(canvas.offScreenYD(30), ours.row(), 1e-9);
  }

  @Test
  void imageJKnowsStretchedPixelsAsSquareOnes() {
    ViewTransform view = new ViewTransform(0, 0, 1, 2, Turn.AS_STORED, new Dimension(300, 200));
    assertEquals(new Point2D.Double(10, 20), view.toPlain(10, 40));
    assertEquals(new Point2D.Double(10, 40), view.fromPlain(10, 20));
    assertEquals(new ImagePoint(10, 20), view.fromScreen(10, 40));
  }

  @ParameterizedTest
  @CsvSource({"0, false", "1, false", "1, true", "2, true", "3, false"})
  void whatImageJNamesLiesUnderThePointerHoweverTheFilmLies(int quarters, boolean mirrored) {
    Turn turn = new Turn(mirrored, quarters);
    ViewTransform view = new ViewTransform(30, 40, 2, 1.5, turn, new Dimension(300, 200));
    Point2D.Double plain = view.toPlain(61, 47);
    Point2D.Double back = view.fromPlain(plain.x, plain.y);
    assertEquals(61, back.x, 1e-9);
    assertEquals(47, back.y, 1e-9);
    ImagePoint point = view.fromScreen(61, 47);
    assertEquals(point.column(), 30 + plain.x / 2, 1e-9);
    assertEquals(point.row(), 40 + plain.y / 2, 1e-9);
  }

  @Test
  void refusesAMagnificationOfZero() {
    assertThrows(IllegalArgumentException.class, () -> new ViewTransform(0, 0, 0));
  }

  @Test
  void pixelsThatAreNotSquareAreStretchedDownward() {
    ViewTransform view = new ViewTransform(10, 20, 2, 1.5, Turn.AS_STORED, new Dimension(200, 300));
    assertEquals(new Point2D.Double(20, 30), view.toScreen(new ImagePoint(20, 30)));
    assertEquals(new ImagePoint(20, 30), view.fromScreen(20, 30));
  }

  @ParameterizedTest
  @CsvSource({
    // Where the corner at the upper left of a canvas of 200 by 300 goes.
    "false, 0, 0, 0",
    "false, 1, 300, 0",
    "false, 2, 200, 300",
    "false, 3, 0, 200",
    "true, 0, 200, 0",
    "true, 1, 300, 200",
    "true, 2, 0, 300",
    "true, 3, 0, 0"
  })
  void turningMovesTheUpperLeftCorner(boolean mirrored, int quarters, double x, double y) {
    Turn turn = new Turn(mirrored, quarters);
    ViewTransform view = new ViewTransform(0, 0, 2, 1, turn, new Dimension(200, 300));
    Point2D.Double corner = view.toScreen(new ImagePoint(0, 0));
    assertEquals(x, corner.x, 1e-9);
    assertEquals(y, corner.y, 1e-9);
    ImagePoint point = new ImagePoint(31.25, 77.5);
    Point2D.Double drawn = view.toScreen(point);
    ImagePoint back = view.fromScreen(drawn.x, drawn.y);
    assertEquals(point.column(), back.column(), 1e-9);
    assertEquals(point.row(), back.row(), 1e-9);
    Point2D affine = view.affine().transform(new Point2D.Double(31.25, 77.5), null);
    assertEquals(0, affine.distance(drawn), 1e-9);
  }

  @Test
  void mirroringIsSeenFromLeftToRightHoweverTheImageIsTurned() {
    Dimension size = new Dimension(200, 300);
    for (int quarters = 0; quarters < 4; quarters++) {
      Turn turn = new Turn(false, quarters);
      ViewTransform before = new ViewTransform(0, 0, 1, 1, turn, size);
      ViewTransform after = new ViewTransform(0, 0, 1, 1, turn.mirror(), size);
      ImagePoint point = new ImagePoint(30, 70);
      assertEquals(
          turn.turned(size).width - before.toScreen(point).x, after.toScreen(point).x, 1e-9);
      assertEquals(before.toScreen(point).y, after.toScreen(point).y, 1e-9);
      assertEquals(turn, turn.mirror().mirror());
      assertEquals(turn, turn.turn(1).turn(3));
    }
  }

  @Test
  void theLoupeHasItsPointInTheMiddleHoweverTheImageIsTurned() {
    ImagePoint point = new ImagePoint(33, 44);
    for (int quarters = 0; quarters < 4; quarters++) {
      ViewTransform view =
          new ViewTransform(5, 6, 2, 1.2, new Turn(true, quarters), new Dimension(200, 300));
      Point2D.Double middle = view.enlarged(point, 4, 190).toScreen(point);
      assertEquals(95, middle.x, 1e-9);
      assertEquals(95, middle.y, 1e-9);
      assertEquals(8, view.enlarged(point, 4, 190).magnification());
    }
  }
}
