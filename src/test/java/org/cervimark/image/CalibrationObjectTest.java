package org.cervimark.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationObjectTest {

  private static final ImagePoint ORIGIN = new ImagePoint(100, 100);

  /**
   * A rod of 25 mm is drawn on pixels of a chosen size in any direction; the pixels' size must come
   * back.
   */
  @ParameterizedTest
  @CsvSource({"0.125, 0.125", "0.1, 0.2", "0.3, 0.15", "0.07, 0.21"})
  void theSpacingOfAnisotropicPixelsComesBackInEveryDirection(double column, double row) {
    CalibrationObject rod = CalibrationObject.of(25, "rod");
    for (int degrees = 0; degrees < 360; degrees += 15) {
      double angle = Math.toRadians(degrees);
      ImagePoint end =
          new ImagePoint(
              ORIGIN.column() + 25 * Math.cos(angle) / column,
              ORIGIN.row() + 25 * Math.sin(angle) / row);
      Scale scale = rod.scale(ORIGIN, end, row / column).orElseThrow();
      assertEquals(column, scale.columnSpacing(), 1e-12);
      assertEquals(row, scale.rowSpacing(), 1e-12);
      assertEquals(ScaleSource.READER_OBJECT, scale.source());
      assertEquals(Optional.of(rod), scale.object());
    }
  }

  @Test
  void endsThatDecideNothingGiveNoScale() {
    CalibrationObject rod = CalibrationObject.of(25, "rod");
    ImagePoint near = new ImagePoint(109.9, 100);
    assertEquals(Optional.of(CalibrationObject.Flaw.TOO_SHORT), rod.flaw(ORIGIN, near, 1));
    assertEquals(Optional.of(CalibrationObject.Flaw.TOO_SHORT), rod.flaw(ORIGIN, ORIGIN, 1));
    assertEquals(Optional.empty(), rod.scale(ORIGIN, near, 1));
    // The same way on the screen is longer where rows lie further apart.
    ImagePoint below = new ImagePoint(100, 106);
    assertEquals(Optional.empty(), rod.flaw(ORIGIN, below, 2));
  }

  @Test
  void pixelsOfNoDetectorGiveNoScale() {
    ImagePoint end = new ImagePoint(200, 100);
    assertEquals(
        Optional.of(CalibrationObject.Flaw.ABSURD),
        CalibrationObject.of(0.09, "").flaw(ORIGIN, end, 1));
    assertEquals(
        Optional.of(CalibrationObject.Flaw.ABSURD),
        CalibrationObject.of(1001, "").flaw(ORIGIN, end, 1));
    assertEquals(Optional.empty(), CalibrationObject.of(1000, "").flaw(ORIGIN, end, 1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void whatIsNoLengthIsRefused(double length) {
    assertThrows(IllegalArgumentException.class, () -> CalibrationObject.of(length, ""));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new CalibrationObject(1, Optional.of(length), "", Optional.empty(), Optional.empty()));
  }

  @Test
  void textsAndTimesAreAsTheyAreStored() {
    CalibrationObject object =
        new CalibrationObject(
            25,
            Optional.empty(),
            "  sphere ",
            Optional.of("  "),
            Optional.of(LocalDateTime.of(2026, 1, 15, 10, 2, 3, 456_000_000)));
    assertEquals("sphere", object.description());
    assertEquals(Optional.empty(), object.responsible());
    assertEquals(Optional.of(LocalDateTime.of(2026, 1, 15, 10, 2, 3)), object.time());
  }

  @Test
  void anObjectBelongsToItsOwnSourceOnly() {
    Optional<CalibrationObject> rod = Optional.of(CalibrationObject.of(25, "rod"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Scale(1, 1, ScaleSource.FIDUCIAL, Optional.empty(), rod));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Scale(1, 1, ScaleSource.READER_OBJECT, Optional.of("note"), rod));
  }
}
