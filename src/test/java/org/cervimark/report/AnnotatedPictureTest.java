package org.cervimark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cervimark.graphic.Graphic;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PatientOrientation;
import org.cervimark.landmark.Placement;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Measurement;
import org.cervimark.reading.MeasuredValue;
import org.cervimark.reading.Reading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AnnotatedPictureTest {

  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private Reading reading;

  @BeforeEach
  void read() throws Exception {
    reading = Phantoms.session(Phantoms.LATERAL, Optional.empty()).toReading();
  }

  @Test
  void everyLandmarkIsMarkedWhereItLies() {
    BufferedImage picture = draw(reading);
    for (Placement placement : reading.landmarks().all()) {
      ImagePoint p = placement.point().orElseThrow();
      assertTrue(isDrawnNear(picture, p.column(), p.row(), 12), () -> placement.landmark().value());
    }
  }

  @Test
  void everyConstructionIsDrawnAlongItsLines() {
    BufferedImage picture = draw(reading);
    int checked = 0;
    for (MeasuredValue value : reading.values()) {
      Measurement measurement = CATALOGUE.measurement(value.measurement()).orElseThrow();
      for (Graphic graphic : measurement.formula().graphics(reading.subject())) {
        assertTrue(drawnShare(picture, graphic) > 0.6, () -> value.measurement());
        checked++;
      }
    }
    assertTrue(checked > 40, "only " + checked);
  }

  @Test
  void coloursAreBrightAndDiffer() {
    Set<Integer> colours = new HashSet<>();
    BufferedImage picture = draw(reading);
    for (int row = 0; row < picture.getHeight(); row++) {
      for (int column = 0; column < picture.getWidth(); column++) {
        int rgb = picture.getRGB(column, row) & 0xFFFFFF;
        int high = Math.max(rgb >> 16, Math.max(rgb >> 8 & 0xFF, rgb & 0xFF));
        int low = Math.min(rgb >> 16, Math.min(rgb >> 8 & 0xFF, rgb & 0xFF));
        if (high > 220 && high - low > 60) {
          colours.add(rgb & 0xF0F0F0);
        }
      }
    }
    assertTrue(colours.size() >= 8, "only " + colours.size());
  }

  @Test
  void theImageBelowIsNotChangedAndKeepsItsSize() {
    BufferedImage grey = grey();
    BufferedImage picture = AnnotatedPicture.draw(grey, reading, CATALOGUE, Locale.ENGLISH);
    assertEquals(reading.columns(), picture.getWidth());
    assertEquals(reading.rows(), picture.getHeight());
    ImagePoint p = reading.landmarks().all().iterator().next().point().orElseThrow();
    for (int column = (int) p.column() - 9; column < p.column() + 9; column++) {
      assertEquals(0xFF000000, grey.getRGB(column, (int) p.row()));
    }
  }

  @Test
  void anImageOfAnotherSizeIsRefused() {
    BufferedImage other = new BufferedImage(10, 10, BufferedImage.TYPE_BYTE_GRAY);
    assertThrows(
        IllegalArgumentException.class,
        () -> AnnotatedPicture.draw(other, reading, CATALOGUE, Locale.ENGLISH));
  }

  @Test
  void theLegendSpeaksTheLanguageAskedFor() throws Exception {
    Reading nasium =
        Phantoms.session(Phantoms.NASIUM, Optional.of(PatientOrientation.frontal(false)))
            .toReading();
    BufferedImage grey =
        new BufferedImage(nasium.columns(), nasium.rows(), BufferedImage.TYPE_BYTE_GRAY);
    BufferedImage english = AnnotatedPicture.draw(grey, nasium, CATALOGUE, Locale.ENGLISH);
    BufferedImage korean = AnnotatedPicture.draw(grey, nasium, CATALOGUE, Locale.KOREAN);
    int differing = 0;
    for (int row = 0; row < english.getHeight(); row++) {
      for (int column = 0; column < english.getWidth(); column++) {
        differing += english.getRGB(column, row) == korean.getRGB(column, row) ? 0 : 1;
      }
    }
    assertNotEquals(0, differing);
  }

  private BufferedImage grey() {
    return new BufferedImage(reading.columns(), reading.rows(), BufferedImage.TYPE_BYTE_GRAY);
  }

  private BufferedImage draw(Reading of) {
    return AnnotatedPicture.draw(grey(), of, CATALOGUE, Locale.ENGLISH);
  }

  /** The share of the places along a line where it is seen; numbers may lie on some of them. */
  private static double drawnShare(BufferedImage picture, Graphic graphic) {
    ImagePoint from = graphic.points().get(0);
    ImagePoint to = graphic.points().get(1);
    int places = 20;
    int drawn = 0;
    for (int i = 0; i < places; i++) {
      double t = (i + 0.5) / places;
      double column = from.column() + t * (to.column() - from.column());
      double row = from.row() + t * (to.row() - from.row());
      // Dashed lines have gaps, hence a neighbourhood.
      drawn += isDrawnNear(picture, column, row, 8) ? 1 : 0;
    }
    return (double) drawn / places;
  }

  private static boolean isDrawnNear(BufferedImage picture, double column, double row, int reach) {
    for (int y = (int) row - reach; y <= row + reach; y++) {
      for (int x = (int) column - reach; x <= column + reach; x++) {
        if (x >= 0
            && y >= 0
            && x < picture.getWidth()
            && y < picture.getHeight()
            && (picture.getRGB(x, y) & 0x808080) != 0) {
          return true;
        }
      }
    }
    return false;
  }
}
