package org.cervimark.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.Scale;
import org.cervimark.image.ScaleSource;
import org.cervimark.reading.FreeMark.Kind;
import org.cervimark.terminology.Unit;
import org.junit.jupiter.api.Test;

class FreeMarkTest {

  private static final Scale HALF = Scale.millimetres(0.5, 0.5, ScaleSource.FIDUCIAL);

  /** Rows twice as far apart as columns. */
  private static final Scale TALL = Scale.unknown(2);

  @Test
  void distancesAreInTheUnitOfTheScale() {
    FreeMark mark = FreeMark.of(Kind.DISTANCE, points(10, 10, 40, 50), "");
    assertEquals(value(25, Unit.MILLIMETRE), mark.value(HALF));
    assertEquals(value(50, Unit.PIXEL), mark.value(Scale.unknown(1)));
    assertEquals(value(Math.hypot(30, 80), Unit.PIXEL), mark.value(TALL));
  }

  @Test
  void anglesAreThoseAtTheVertexInTrueProportions() {
    FreeMark right = FreeMark.of(Kind.ANGLE, points(0, 10, 10, 10, 10, 0), "");
    assertEquals(90, right.value(HALF).orElseThrow().value(), 1e-12);
    FreeMark diagonal = FreeMark.of(Kind.ANGLE, points(20, 10, 10, 10, 20, 20), "");
    assertEquals(45, diagonal.value(HALF).orElseThrow().value(), 1e-12);
    assertEquals(Math.toDegrees(Math.atan(2)), diagonal.value(TALL).orElseThrow().value(), 1e-12);
    FreeMark straight = FreeMark.of(Kind.ANGLE, points(0, 0, 10, 0, 20, 0), "");
    assertEquals(180, straight.value(HALF).orElseThrow().value(), 1e-12);
  }

  @Test
  void cobbAnglesDoNotDependOnTheDirectionInWhichALineWasDrawn() {
    FreeMark one = FreeMark.of(Kind.COBB, points(0, 0, 10, 0, 0, 20, 10, 30), "");
    FreeMark other = FreeMark.of(Kind.COBB, points(0, 0, 10, 0, 10, 30, 0, 20), "");
    assertEquals(45, one.value(HALF).orElseThrow().value(), 1e-12);
    assertEquals(45, other.value(HALF).orElseThrow().value(), 1e-12);
  }

  @Test
  void withoutALineThereIsNoAngle() {
    assertEquals(
        Optional.empty(), FreeMark.of(Kind.ANGLE, points(5, 5, 5, 5, 9, 9), "").value(HALF));
    assertEquals(Optional.empty(), FreeMark.of(Kind.NOTE, points(5, 5), "osteophyte").value(HALF));
  }

  @Test
  void marksKeepTheirUidWhenTheyMove() {
    FreeMark mark = FreeMark.of(Kind.DISTANCE, points(0, 0, 10, 0), "");
    FreeMark moved = mark.withPoint(1, new ImagePoint(20.001, 0));
    assertEquals(mark.uid(), moved.uid());
    assertEquals(new ImagePoint(20, 0), moved.points().get(1));
  }

  @Test
  void wrongMarksAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> FreeMark.of(Kind.ANGLE, points(1, 2, 3, 4), ""));
    assertThrows(IllegalArgumentException.class, () -> FreeMark.of(Kind.NOTE, points(1, 2), " "));
  }

  private static Optional<FreeMark.Value> value(double value, Unit unit) {
    return Optional.of(new FreeMark.Value(value, unit));
  }

  private static List<ImagePoint> points(double... coordinates) {
    List<ImagePoint> points = new java.util.ArrayList<>();
    for (int i = 0; i < coordinates.length; i += 2) {
      points.add(new ImagePoint(coordinates[i], coordinates[i + 1]));
    }
    return points;
  }
}
