package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.process.ShortProcessor;
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
  void refusesAMagnificationOfZero() {
    assertThrows(IllegalArgumentException.class, () -> new ViewTransform(0, 0, 0));
  }
}
