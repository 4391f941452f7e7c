package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dimension;
import java.awt.Rectangle;
import org.junit.jupiter.api.Test;

class ViewportTest {

  private static final Dimension IMAGE = new Dimension(1600, 2000);
  private static final Dimension STAGE = new Dimension(900, 1000);

  @Test
  void theWholeImageFitsTheNarrowerSideOfTheStage() {
    Viewport whole = Viewport.whole(IMAGE, 1, STAGE);
    assertEquals(0.5, whole.magnification());
    assertEquals(new Dimension(800, 1000), whole.canvas());
    assertEquals(new Rectangle(0, 0, 1600, 2000), whole.source());
    assertTrue(whole.isWhole());
  }

  @Test
  void zoomingKeepsTheImageUnderThePointerWithinHalfAPixel() {
    Viewport near = Viewport.whole(IMAGE, 1, STAGE).zoomed(2, 400, 500);
    assertFalse(near.isWhole());
    assertEquals(800, near.x() + 400 / near.magnification(), 0.5);
    assertEquals(1000, near.y() + 500 / near.magnification(), 0.5);
    assertEquals(STAGE, near.canvas());
  }

  @Test
  void thePartShownNeverLeavesTheImage() {
    Viewport corner = Viewport.whole(IMAGE, 1, STAGE).zoomed(4, 799, 999).panned(5000, 5000);
    Rectangle source = corner.source();
    assertEquals(1600, source.x + source.width);
    assertEquals(2000, source.y + source.height);
    assertEquals(0, corner.panned(-9000, -9000).x());
  }

  @Test
  void theCanvasIsCoveredAtEveryMagnification() {
    for (double magnification = 0.6; magnification < 32; magnification *= 1.13) {
      Viewport view = Viewport.whole(IMAGE, 1, STAGE).zoomed(magnification, 333, 444);
      assertTrue(view.source().width * view.magnification() >= view.canvas().width - 1);
      assertTrue(view.source().height * view.magnification() >= view.canvas().height - 1);
    }
  }

  @Test
  void aWholeImageStaysWholeWhenTheWindowGrows() {
    Viewport grown = Viewport.whole(IMAGE, 1, STAGE).onStage(new Dimension(1800, 2000));
    assertEquals(1, grown.magnification());
  }

  @Test
  void anEnlargedImageKeepsItsMagnificationWhenTheWindowGrows() {
    Viewport near = Viewport.whole(IMAGE, 1, STAGE).zoomed(2, 400, 500);
    Viewport grown = near.onStage(new Dimension(1000, 1100));
    assertEquals(2, grown.magnification());
    assertEquals(near.x() - 25, grown.x());
  }

  @Test
  void magnificationEndsWhereImageJsEnds() {
    assertEquals(32, Viewport.whole(IMAGE, 1, STAGE).zoomed(500, 0, 0).magnification());
  }

  @Test
  void anImageOfTallPixelsIsAsHighAsItIsOnTheFilm() {
    Viewport whole = Viewport.whole(new Dimension(1000, 500), 2, new Dimension(500, 500));
    assertEquals(0.5, whole.magnification());
    assertEquals(new Dimension(500, 500), whole.canvas());
    Viewport near = whole.zoomed(2, 250, 250);
    assertEquals(new Rectangle(375, 188, 250, 125), near.source());
  }
}
