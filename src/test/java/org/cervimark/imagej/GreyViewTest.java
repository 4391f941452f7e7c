package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.process.ImageProcessor;
import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cervimark.dicom.image.DicomImage;
import org.cervimark.image.GreyRenderer;
import org.cervimark.image.GreyScale;
import org.cervimark.image.LookupTable;
import org.cervimark.image.PixelFormat;
import org.cervimark.image.Radiograph;
import org.cervimark.image.Radiographs;
import org.cervimark.image.Scale;
import org.cervimark.image.ScaleSource;
import org.cervimark.image.StoredPixels;
import org.cervimark.image.VoiTable;
import org.cervimark.image.Window;
import org.cervimark.report.Wording;
import org.junit.jupiter.api.Test;

/** Windows, inversion and gamma on images whose grey values are known. */
class GreyViewTest {

  private static final GreyScale PLAIN = new GreyScale(1, 0, List.of(), false);

  /** PS3.3 C.11.2.1.2.1: the window [c - 0.5 - (w-1)/2, c - 0.5 + (w-1)/2]. */
  @Test
  void theFirstWindowOfTheHeaderIsShown() {
    GreyScale grey =
        new GreyScale(2, 100, List.of(new Window(1100, 401, ""), new Window(5, 5, "")), false);
    Film image = new Film(image(false, 12, grey, 0, 1, 2, 3), "");
    assertEquals((1099.5 - 200 - 100) / 2, image.imp().getDisplayRangeMin(), 1);
    assertEquals((1099.5 + 200 - 100) / 2, image.imp().getDisplayRangeMax(), 1);
  }

  @Test
  void withoutAWindowTheBulkOfTheValuesFillsTheGreyScale() {
    int[] values = new int[100 * 100];
    for (int i = 0; i < values.length; i++) {
      values[i] = 1000 + i % 1000;
    }
    values[0] = 0;
    values[1] = 60000;
    PixelFormat format = format(100, 100, false, 16);
    Film image =
        new Film(
            new DicomImage(Path.of("x"), radiograph(), new StoredPixels(format, values), PLAIN),
            "");
    assertEquals(1000, image.imp().getDisplayRangeMin(), 10);
    assertEquals(2000, image.imp().getDisplayRangeMax(), 10);
  }

  @Test
  void lowValuesAreWhiteWhereTheHeaderSaysSo() {
    GreyScale inverted = new GreyScale(1, 0, List.of(new Window(50, 100, "")), true);
    assertEquals(255, grey(new Film(image(false, 12, inverted, 0, 1, 2, 100), ""), 0, 0));
    assertEquals(0, grey(new Film(image(false, 12, inverted, 0, 1, 2, 100), ""), 1, 1));
    // A falling rescale: the lowest stored value is the highest modality value, hence white.
    GreyScale falling = new GreyScale(-1, 100, List.of(new Window(50, 100, "")), false);
    assertEquals(255, grey(new Film(image(false, 12, falling, 0, 1, 2, 100), ""), 0, 0));
  }

  @Test
  void whatIsNotLinearIsShownAsItIsRendered() {
    Window sigmoid = new Window(2000, 1500, Window.Function.SIGMOID, "");
    GreyScale grey = new GreyScale(2, -100, List.of(sigmoid), true);
    StoredPixels pixels =
        new StoredPixels(format(64, 64, true, 12), IntStream.range(-2048, 2048).toArray());
    Film film = new Film(new DicomImage(Path.of("x"), radiograph(), pixels, grey), "");
    byte[] expected = GreyRenderer.render(pixels, grey, sigmoid);
    for (int i = 0; i < expected.length; i++) {
      // 256 greys over the range, some 3 greys apart in the steepest part.
      assertEquals(expected[i] & 0xFF, grey(film, i % 64, i / 64), 2);
    }
  }

  @Test
  void tablesOfTheHeaderAreOfferedAndShownAsTheyAreRendered() {
    // Black up to 1000, white from 1100 on, in between rising ever faster.
    int[] entries = IntStream.range(0, 101).map(i -> i * i * 255 / 10_000).toArray();
    VoiTable table = new VoiTable(new LookupTable(1000, entries, 8), "soft tissue");
    Window window = new Window(500, 100, "");
    GreyScale grey = new GreyScale(1, 0, List.of(window, table), false);
    StoredPixels pixels =
        new StoredPixels(format(64, 64, false, 12), IntStream.range(0, 4096).toArray());
    DicomImage image = new DicomImage(Path.of("x"), radiograph(), pixels, grey);
    Film film = new Film(image, "");
    List<GreyPresets.Preset> presets =
        GreyPresets.of(image, film.grey(), Wording.of(GreyPresets.class, Locale.ENGLISH));
    assertEquals("soft tissue", presets.get(1).name());

    film.grey().show(presets.get(1).voi());
    byte[] expected = GreyRenderer.render(pixels, grey, table);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i] & 0xFF, grey(film, i % 64, i / 64), 6, "value " + i);
    }
    film.grey().show(presets.get(0).voi());
    assertEquals(450, film.imp().getDisplayRangeMin(), 1);
    assertEquals(549, film.imp().getDisplayRangeMax(), 1);
    assertEquals(255, grey(film, 1100 % 64, 1100 / 64));
  }

  /** What the screen shows of a pixel, 0 black to 255 white. */
  private static int grey(Film film, int column, int row) {
    ImageProcessor processor = film.imp().getProcessor();
    return processor.getLut().getRed(processor.convertToByte(true).get(column, row));
  }

  @Test
  void theWindowSurvivesTheWayToImageJAndBack() {
    Film film =
        new Film(image(true, 12, new GreyScale(2.5, -1024, List.of(), true), 0, 1, 2, 3), "");
    film.grey().show(new Window(40, 400, ""));
    assertEquals(40, film.grey().window().centre(), 1);
    assertEquals(400, film.grey().window().width(), 2);
  }

  @Test
  void draggingRightWidensAndDraggingUpBrightens() {
    for (boolean inverted : new boolean[] {false, true}) {
      for (double slope : new double[] {1, -1}) {
        GreyScale grey =
            new GreyScale(slope, 2000, List.of(new Window(2000 + slope * 450, 800, "")), inverted);
        Film film = new Film(image(false, 12, grey, 400, 500, 600, 700), "");
        Window begun = film.grey().window();
        int before = grey(film, 0, 0);
        film.grey().drag(begun, 0, 40);
        assertTrue(grey(film, 0, 0) > before, inverted + " " + slope);
        assertEquals(begun.width(), film.grey().window().width(), 2);
        film.grey().drag(begun, 160, 0);
        assertEquals(2 * begun.width(), film.grey().window().width(), 2);
        assertEquals(begun.centre(), film.grey().window().centre(), 1);
      }
    }
  }

  @Test
  void exchangingBlackAndWhiteTwiceChangesNothingAndPixelsNeverChange() {
    GreyScale grey = new GreyScale(1, 0, List.of(new Window(50, 100, "")), false);
    Film film = new Film(image(false, 12, grey, 0, 30, 60, 99), "");
    short[] stored = ((short[]) film.imp().getProcessor().getPixels()).clone();
    int before = grey(film, 1, 0);
    film.grey().invert();
    assertEquals(255 - before, grey(film, 1, 0), 1);
    assertTrue(film.grey().isExchanged());
    film.grey().invert();
    assertEquals(before, grey(film, 1, 0));
    film.grey().lighten(2);
    assertTrue(grey(film, 1, 0) > before + 20);
    assertEquals(0, grey(film, 0, 0));
    assertEquals(255, grey(film, 1, 1), 3);
    film.grey().invert();
    film.grey().reset();
    assertEquals(before, grey(film, 1, 0));
    assertArrayEquals(stored, (short[]) film.imp().getProcessor().getPixels());
    assertFalse(film.imp().changes);
  }

  @Test
  void aWindowForAPartSeesOnlyThatPart() {
    int[] values = new int[100 * 100];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 100 < 50 ? 100 + i / 100 : 3000 + i / 100;
    }
    Film film =
        new Film(
            new DicomImage(
                Path.of("x"),
                radiograph(),
                new StoredPixels(format(100, 100, false, 12), values),
                PLAIN),
            "");
    film.grey().fit(new Rectangle(50, 0, 50, 100));
    assertEquals(3000, film.imp().getDisplayRangeMin(), 3);
    assertEquals(3100, film.imp().getDisplayRangeMax(), 3);
    film.grey().fit(new Rectangle(500, 500, 10, 10));
    assertEquals(100, film.imp().getDisplayRangeMin(), 3);
  }

  private static DicomImage image(boolean signed, int bits, GreyScale grey, int... values) {
    return new DicomImage(
        Path.of("x"), radiograph(), new StoredPixels(format(2, 2, signed, bits), values), grey);
  }

  private static Radiograph radiograph() {
    return Radiographs.with(
        Scale.millimetres(0.15, 0.15, ScaleSource.FIDUCIAL), Optional.empty(), Optional.empty());
  }

  private static PixelFormat format(int columns, int rows, boolean signed, int bits) {
    return new PixelFormat(
        columns, rows, 1, 1, 16, bits, bits - 1, signed, "MONOCHROME2", "1.2.840.10008.1.2.1");
  }
}
