package org.cervimark.dicom.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.cervimark.graphic.Graphic;
import org.cervimark.image.ImagePoint;
import org.junit.jupiter.api.Test;

class ImageBoundsTest {

  private static final ImageBounds BOUNDS = new ImageBounds(100, 80);

  @Test
  void linesInsideStayAsTheyAre() {
    List<Graphic> lines = List.of(line(0, 0, 100, 80, 50.25, 3));

    assertEquals(lines, BOUNDS.clip(lines));
  }

  @Test
  void lineEndsAtTheEdge() {
    assertEquals(List.of(line(50, 40, 100, 40)), BOUNDS.clip(List.of(line(50, 40, 500, 40))));
    assertEquals(List.of(line(0, 20, 40, 60)), BOUNDS.clip(List.of(line(-20, 0, 40, 60))));
  }

  @Test
  void lineThatComesBackBeginsAnew() {
    assertEquals(
        List.of(line(50, 40, 100, 40), line(100, 60, 50, 60)),
        BOUNDS.clip(List.of(line(50, 40, 150, 40, 150, 60, 50, 60))));
  }

  @Test
  void lineOutsideIsLeftOut() {
    assertEquals(List.of(), BOUNDS.clip(List.of(line(-5, -5, -1, 200), line(0, 90, 200, 90))));
  }

  @Test
  void nothingIsEverOutside() {
    Random lot = new Random(3);
    for (int i = 0; i < 5000; i++) {
      Graphic any =
          line(
              lot.nextGaussian() * 100,
              lot.nextGaussian() * 100,
              lot.nextGaussian() * 100,
              lot.nextGaussian() * 100);
      for (Graphic clipped : BOUNDS.clip(List.of(any))) {
        for (ImagePoint point : clipped.points()) {
          assertTrue(point.isWithin(100, 80), any::toString);
          assertEquals(point.snapped(), point);
        }
      }
    }
  }

  private static Graphic line(double... coordinates) {
    List<ImagePoint> points = new java.util.ArrayList<>();
    for (int i = 0; i < coordinates.length; i += 2) {
      points.add(new ImagePoint(coordinates[i], coordinates[i + 1]));
    }
    return new Graphic(points, Graphic.Role.CONSTRUCTION);
  }
}
