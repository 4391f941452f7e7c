package org.cervimark.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GreyRendererTest {

  private static final GreyScale PLAIN = new GreyScale(1, 0, List.of(), false);

  /**
   * The example of PS3.3 C.11.2.1.2.1: centre 2048, width 4096 maps 0 to 0 and 4095 to the maximum;
   * centre 0, width 1 is a threshold at 0.
   */
  @ParameterizedTest
  @CsvSource({
    "2048, 4096, 0, 0",
    "2048, 4096, 4095, 255",
    "2048, 4096, 2047, 127",
    "2048, 4096, 2048, 128",
    "100, 1, 99, 0",
    "100, 1, 100, 255",
    "100, 100, 50, 0",
    "100, 100, 149, 255",
    "100, 100, 51, 3",
  })
  void windowIsLinear(double centre, double width, int stored, int grey) {
    byte[] table = GreyRenderer.table(format(12, false), PLAIN, new Window(centre, width, ""));
    assertEquals(grey, table[stored] & 0xFF);
  }

  @Test
  void rescaleComesBeforeTheWindowAndInversionBehindIt() {
    StoredPixels pixels = new StoredPixels(format(12, true), new int[] {-2048, 0, 2047, 10});
    GreyScale scale = new GreyScale(2, 100, List.of(), true);
    // Modality values -3996, 100, 4194 and 120 in a window from 100 to 120.
    byte[] grey = GreyRenderer.render(pixels, scale, new Window(110.5, 21, ""));
    assertArrayEquals(new byte[] {(byte) 255, (byte) 255, 0, 0}, grey);
  }

  @Test
  void automaticWindowLeavesOutTailsAndPadding() {
    int[] values = new int[1000];
    for (int i = 0; i < values.length; i++) {
      values[i] = 1000 + i % 100;
    }
    values[0] = 0;
    values[1] = 4095;
    StoredPixels pixels =
        new StoredPixels(new PixelFormat(50, 20, 1, 1, 16, 12, 11, false, "", ""), values);
    assertWindow(1000, 1099, GreyRenderer.automaticWindow(pixels, PLAIN));
    Arrays.fill(values, 0, 400, 4095);
    GreyScale padded =
        new GreyScale(1, 0, List.of(), false, Optional.of(new StoredRange(4000, 4095)));
    assertWindow(1000, 1099, GreyRenderer.automaticWindow(pixels, padded));
    GreyScale rescaled =
        new GreyScale(-2, 10, List.of(), false, Optional.of(new StoredRange(4000, 4095)));
    assertWindow(-2188, -1990, GreyRenderer.automaticWindow(pixels, rescaled));
  }

  @Test
  void anImageOfOneValueHasAWindow() {
    StoredPixels pixels = new StoredPixels(format(12, false), new int[] {7, 7, 7, 7});
    assertEquals(new Window(7.5, 1, ""), GreyRenderer.automaticWindow(pixels, PLAIN));
    GreyScale nothingButPadding =
        new GreyScale(1, 0, List.of(), false, Optional.of(new StoredRange(7, 7)));
    assertEquals(1, GreyRenderer.automaticWindow(pixels, nothingButPadding).width());
  }

  @Test
  void theHeadersFirstWindowComesFirst() {
    StoredPixels pixels = new StoredPixels(format(12, false), new int[] {1, 2, 3, 4});
    Window first = new Window(40, 400, "BONE");
    GreyScale windowed = new GreyScale(1, 0, List.of(first, new Window(1, 2, "")), false);
    assertEquals(first, GreyRenderer.initialVoi(pixels, windowed));
  }

  private static void assertWindow(double black, double white, Window window) {
    assertEquals(black, window.centre() - 0.5 - (window.width() - 1) / 2, 1e-9);
    assertEquals(white, window.centre() - 0.5 + (window.width() - 1) / 2, 1e-9);
  }

  private static PixelFormat format(int bits, boolean signed) {
    return new PixelFormat(2, 2, 1, 1, 16, bits, bits - 1, signed, "MONOCHROME2", "");
  }
}
