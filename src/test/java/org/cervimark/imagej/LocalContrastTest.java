package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.process.ShortProcessor;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

class LocalContrastTest {

  private static final int SIZE = 256;
  private static final double LOW = 0;
  private static final double HIGH = 4000;

  @Test
  void faintDetailGrowsAndNeverBeyondTheLimit() {
    ShortProcessor image = image(LocalContrastTest::faint);
    ShortProcessor enhanced = new LocalContrast(image, LOW, HIGH).enhanced();
    double before = waves(image);
    double after = waves(enhanced);
    assertTrue(after > 1.5 * before, before + " becomes " + after);
    assertTrue(after < (LocalContrast.LIMIT + 0.2) * before, before + " becomes " + after);
  }

  @Test
  void noiseIsNotBlownUpBeyondTheLimit() {
    Random random = new Random(5);
    ShortProcessor image = image((x, y) -> 2000 + 10 * random.nextGaussian());
    ShortProcessor enhanced = new LocalContrast(image, LOW, HIGH).enhanced();
    assertTrue(deviation(enhanced) < (LocalContrast.LIMIT + 0.2) * deviation(image));
  }

  @Test
  void brighterStaysBrighterAtTheSamePlace() {
    ShortProcessor image = image(LocalContrastTest::faint);
    ShortProcessor brighter = image(LocalContrastTest::faint);
    for (int i = 0; i < 200; i++) {
      int x = (i * 37) % SIZE;
      int y = (i * 91) % SIZE;
      brighter.set(x, y, image.get(x, y) + 200);
    }
    ShortProcessor first = new LocalContrast(image, LOW, HIGH).enhanced();
    ShortProcessor second = new LocalContrast(brighter, LOW, HIGH).enhanced();
    for (int i = 0; i < 200; i++) {
      int x = (i * 37) % SIZE;
      int y = (i * 91) % SIZE;
      assertTrue(second.get(x, y) > first.get(x, y), x + ", " + y);
    }
  }

  @Test
  void valuesOutsideTheRangeAndTheOriginalStayAsTheyAre() {
    ShortProcessor image = image((x, y) -> x < 128 ? 50 : 3500 + y % 7);
    short[] original = ((short[]) image.getPixels()).clone();
    ShortProcessor enhanced = new LocalContrast(image, 100, 3000).enhanced();
    assertArrayEquals(original, (short[]) image.getPixels());
    assertArrayEquals(original, (short[]) enhanced.getPixels());
  }

  @Test
  void aWindowThatReachesBeyondAllValuesTurnsNoneIntoItsOpposite() {
    ShortProcessor image = image((x, y) -> x < 100 ? 0 : 500 + 10 * y);
    ShortProcessor enhanced = new LocalContrast(image, -1685, 9000).enhanced();
    for (int y = 0; y < SIZE; y += 5) {
      assertEquals(0, enhanced.get(50, y));
      assertTrue(enhanced.get(200, y) <= 500 + 10 * SIZE, "y " + y);
    }
  }

  @Test
  void anImageSmallerThanItsTilesIsNoError() {
    ShortProcessor tiny = new ShortProcessor(3, 5);
    tiny.set(1, 1, 900);
    assertEquals(3, new LocalContrast(tiny, LOW, HIGH).enhanced().getWidth());
  }

  /** Root mean square of the difference of rows four apart, on the middle columns. */
  private static double waves(ShortProcessor image) {
    double sum = 0;
    int count = 0;
    for (int y = 20; y < SIZE - 20; y++) {
      for (int x = 60; x < SIZE - 60; x++) {
        double difference = image.get(x, y + 4) - image.get(x, y - 4);
        sum += difference * difference;
        count++;
      }
    }
    return Math.sqrt(sum / count);
  }

  private static double deviation(ShortProcessor image) {
    return image.getStatistics().stdDev;
  }

  private static ShortProcessor image(DoubleBinaryOperator value) {
    ShortProcessor image = new ShortProcessor(SIZE, SIZE);
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        image.set(x, y, (int) Math.round(value.applyAsDouble(x, y)));
      }
    }
    return image;
  }

  /** Faint waves on a ground that rises from left to right, as shoulders do before C7. */
  private static double faint(double x, double y) {
    return 400 + 12 * x + 20 * Math.sin(y / 4) + 20 * Math.sin(x / 3);
  }
}
