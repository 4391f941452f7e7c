package org.cervimark.dicom.sr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.cervimark.graphic.Graphic;
import org.cervimark.graphic.Graphic.Role;
import org.cervimark.image.ImagePoint;
import org.cervimark.terminology.Unit;
import org.junit.jupiter.api.Test;

class DisplayLineTest {

  /** Horizontal above; below a line that rises by atan(1/2) = 26.565 degrees to the right. */
  private static final Graphic UPPER = segment(100, 100, 200, 100, Role.ARM);

  private static final Graphic LOWER = segment(100, 250, 200, 200, Role.ARM);
  private static final double ANGLE = Math.toDegrees(Math.atan(0.5));

  @Test
  void angleBetweenTwoLinesIsARingForTheCobbTool() {
    DisplayLine line = angle(List.of(UPPER, LOWER), ANGLE);

    assertEquals(Optional.of(CornerstoneTool.COBB_ANGLE), line.tool());
    assertEquals(
        List.of(point(100, 100), point(200, 100), point(200, 200), point(100, 250)), line.points());
  }

  @Test
  void ringDoesNotCrossWhenTheSecondLineRunsTheOtherWay() {
    Graphic reversed = segment(200, 200, 100, 250, Role.ARM);

    assertEquals(
        angle(List.of(UPPER, LOWER), ANGLE).points(),
        angle(List.of(UPPER, reversed), ANGLE).points());
  }

  @Test
  void valueThatTheToolDoesNotComputeIsNotForTheTool() {
    DisplayLine line = angle(List.of(UPPER, LOWER), ANGLE + 0.06);

    assertEquals(Optional.empty(), line.tool());
    assertEquals(
        List.of(
            point(100, 100),
            point(150, 100),
            point(200, 100),
            point(100, 250),
            point(150, 225),
            point(200, 200)),
        line.points());
  }

  @Test
  void toolThatWouldShowTheSupplementIsNotNamed() {
    // The nearest ends are the right one above and the left one below: the tool shows 180 - value.
    Graphic aside = segment(210, 150, 310, 100, Role.ARM);

    assertEquals(
        180 - ANGLE,
        CornerstoneTool.COBB_ANGLE.recompute(
            List.of(point(100, 100), point(200, 100), point(210, 150), point(310, 100)), 1, 1),
        1e-9);
    assertEquals(Optional.empty(), angle(List.of(UPPER, aside), ANGLE).tool());
  }

  @Test
  void negativeValueIsNotForATool() {
    assertEquals(Optional.empty(), angle(List.of(UPPER, LOWER), -ANGLE).tool());
  }

  @Test
  void angleOfALineAgainstAHelperRepeatsTheVertex() {
    Graphic arm = segment(100, 100, 200, 50, Role.ARM);
    Graphic horizontal = segment(100, 100, 180, 100, Role.CONSTRUCTION);

    DisplayLine line = angle(List.of(arm, horizontal), ANGLE);

    assertEquals(Optional.of(CornerstoneTool.ANGLE), line.tool());
    assertEquals(
        List.of(point(200, 50), point(100, 100), point(100, 100), point(180, 100)), line.points());
  }

  @Test
  void anglesAreThoseOfTheViewersSpacing() {
    // Rows twice as far apart as columns: the slope of 1/2 pixel becomes 1.
    DisplayLine line =
        DisplayLine.of(
            List.of(UPPER, LOWER), List.of(point(0, 0)), 45, Unit.DEGREE, 0.2, 0.1, true);

    assertEquals(Optional.of(CornerstoneTool.COBB_ANGLE), line.tool());
  }

  @Test
  void lengthIsForTheToolOnlyInTheMillimetresOfTheHeader() {
    List<Graphic> distance = List.of(segment(100, 100, 130, 140, Role.DISTANCE));
    List<ImagePoint> ends = distance.get(0).points();

    assertEquals(
        Optional.of(CornerstoneTool.LENGTH),
        DisplayLine.of(distance, ends, 5, Unit.MILLIMETRE, 0.1, 0.1, true).tool());
    assertEquals(
        Optional.empty(),
        DisplayLine.of(distance, ends, 5, Unit.MILLIMETRE, 0.1, 0.1, false).tool());
    assertEquals(
        Optional.empty(), DisplayLine.of(distance, ends, 50, Unit.PIXEL, 0.1, 0.1, true).tool());
    assertEquals(
        Optional.empty(),
        DisplayLine.of(distance, ends, 5.06, Unit.MILLIMETRE, 0.1, 0.1, true).tool());
  }

  @Test
  void constructionWithoutLinesShowsItsLandmarks() {
    assertEquals(
        List.of(point(1, 2), point(3, 4)),
        DisplayLine.of(List.of(), List.of(point(1, 2), point(3, 4)), 1, Unit.RATIO, 1, 1, true)
            .points());
    assertEquals(
        List.of(point(1, 2), point(1, 2)),
        DisplayLine.of(List.of(), List.of(point(1, 2)), 1, Unit.RATIO, 1, 1, true).points());
  }

  @Test
  void untaggedLineIsNeverTakenForARectangle() {
    Random lot = new Random(20260114);
    for (int run = 0; run < 2000; run++) {
      List<Graphic> graphics = new ArrayList<>();
      for (int i = lot.nextInt(5); i > 0; i--) {
        List<ImagePoint> points = new ArrayList<>();
        for (int j = 2 + lot.nextInt(3); j > 0; j--) {
          points.add(point(lot.nextInt(4), lot.nextInt(4)));
        }
        graphics.add(new Graphic(points, pick(lot, Role.values())));
      }
      Unit unit = pick(lot, Unit.values());

      DisplayLine line =
          DisplayLine.of(
              graphics,
              List.of(point(lot.nextInt(4), 0)),
              lot.nextInt(180),
              unit,
              1,
              1,
              lot.nextBoolean());

      int size = line.points().size();
      assertTrue(size >= 2);
      assertFalse(line.tool().isEmpty() && (size == 4 || size == 5), line::toString);
      if (line.tool().isPresent()) {
        assertEquals(line.tool().get() == CornerstoneTool.LENGTH ? 2 : 4, size);
      }
    }
  }

  private static DisplayLine angle(List<Graphic> graphics, double value) {
    return DisplayLine.of(graphics, List.of(point(0, 0)), value, Unit.DEGREE, 0.1, 0.1, false);
  }

  private static Graphic segment(double x1, double y1, double x2, double y2, Role role) {
    return Graphic.segment(point(x1, y1), point(x2, y2), role);
  }

  private static ImagePoint point(double column, double row) {
    return new ImagePoint(column, row);
  }

  private static <T> T pick(Random lot, T[] values) {
    return values[lot.nextInt(values.length)];
  }
}
