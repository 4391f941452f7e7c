package org.cervimark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cervimark.graphic.Graphic;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PatientOrientation;
import org.cervimark.landmark.Placement;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.MeasuredValue;
import org.cervimark.reading.Reading;
import org.cervimark.reading.ReadingSession;
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
  void everyConstructionIsDrawnAlongItsLinesWhereThereIsRoomForAll() throws Exception {
    Reading open =
        Phantoms.session(Phantoms.OPEN_MOUTH, Optional.of(PatientOrientation.frontal(false)))
            .toReading();
    assertTrue(open.values().size() <= 15, "not crowded");
    for (Reading few : List.of(quick(), open)) {
      BufferedImage picture = AnnotatedPicture.draw(black(few), few, CATALOGUE, Locale.ENGLISH);
      int checked = 0;
      for (MeasuredValue value : few.values()) {
        checked += constructionsDrawn(picture, few, value.measurement());
      }
      assertTrue(checked > 10, "only " + checked);
    }
  }

  @Test
  void ofValuesTooManyForOnePictureTheProposedOnesAreDrawn() throws Exception {
    BufferedImage picture = draw(reading);
    List<String> proposed =
        CATALOGUE.protocol("lateral-neutral-quick").orElseThrow().measurements();
    for (String measurement : proposed) {
      assertTrue(constructionsDrawn(picture, reading, measurement) > 0, measurement);
    }
    Annotations all = new Annotations(reading, CATALOGUE, Locale.ENGLISH);
    assertEquals(proposed.size(), all.overview().numbers().size());
    assertEquals(reading.values().size() - proposed.size(), all.overview().omitted());
    assertEquals(
        new Annotations(quick(), CATALOGUE, Locale.ENGLISH).numbers().size(),
        all.overview().numbers().size());
  }

  @Test
  void everyOtherValueIsDrawnInOneOfTheParts() {
    Annotations all = new Annotations(reading, CATALOGUE, Locale.ENGLISH);
    List<Annotations> parts = all.details(250);
    List<String> drawn = new ArrayList<>(all.overview().numbers());
    for (Annotations part : parts) {
      assertTrue(part.numbers().size() <= 12, part.caption());
      drawn.addAll(part.numbers());
    }
    assertEquals(drawn.size(), Set.copyOf(drawn).size(), "none twice");
    for (String number : all.numbers()) {
      MeasuredValue value = reading.values().get(Integer.parseInt(number) - 1);
      boolean hasLines =
          !CATALOGUE
              .measurement(value.measurement())
              .orElseThrow()
              .formula()
              .graphics(reading.subject())
              .isEmpty();
      assertEquals(hasLines, drawn.contains(number), value.measurement());
    }
    assertTrue(parts.size() <= 8, parts.size() + " parts");
  }

  @Test
  void aPartIsDrawnWithinItsPlaceAndWithLettersOfItsSize() {
    Annotations part = new Annotations(reading, CATALOGUE, Locale.ENGLISH).details(250).get(0);
    Rectangle2D extent = part.extent();
    Rectangle2D place =
        new Rectangle2D.Double(
            extent.getX() - 90,
            extent.getY() - 90,
            extent.getWidth() + 180,
            extent.getHeight() + 180);
    BufferedImage picture = grey();
    Graphics2D g = picture.createGraphics();
    part.within(place, 30).draw(new PicturePen(g));
    g.dispose();
    for (int row = 0; row < picture.getHeight(); row += 3) {
      for (int column = 0; column < picture.getWidth(); column += 3) {
        if (!place.contains(column, row)) {
          assertEquals(0, picture.getRGB(column, row) & 0xFFFFFF, column + ", " + row);
        }
      }
    }
    assertEquals(30, part.within(place, 30).letters());
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

  /** The neutral film with the values of the short protocol only. */
  private static Reading quick() throws Exception {
    ReadingSession session = Phantoms.session(Phantoms.LATERAL, Optional.empty());
    session.chooseProtocol(CATALOGUE.protocol("lateral-neutral-quick").orElseThrow());
    return session.toReading();
  }

  /** How many lines of a measurement there are, each of which must be drawn. */
  private static int constructionsDrawn(BufferedImage picture, Reading of, String measurement) {
    List<Graphic> graphics =
        CATALOGUE.measurement(measurement).orElseThrow().formula().graphics(of.subject());
    for (Graphic graphic : graphics) {
      assertTrue(drawnShare(picture, graphic) > 0.6, measurement);
    }
    return graphics.size();
  }

  private static BufferedImage black(Reading of) {
    return new BufferedImage(of.columns(), of.rows(), BufferedImage.TYPE_BYTE_GRAY);
  }

  private BufferedImage grey() {
    return black(reading);
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
