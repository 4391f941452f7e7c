package org.cervimark.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Edges on images that are drawn from a formula, so that their place is known exactly. */
class EdgeFinderTest {

  private static final int SIZE = 80;
  private static final double RADIUS = 8;

  @ParameterizedTest
  @CsvSource({
    "0, 40.0, 1.0", "0, 40.3, 1.5", "17, 55.7, 1.5", "45, 56.1, 2.0", "63, 51.9, 1.2",
    "90, 40.5, 1.5", "120, 14.2, 2.5", "151, -18.6, 1.0", "180, -40.25, 1.5", "270, -40, 3.0"
  })
  void aBlurredStraightEdgeIsFoundToATwentiethOfAPixel(double degrees, double offset, double blur) {
    double c = Math.cos(Math.toRadians(degrees));
    double s = Math.sin(Math.toRadians(degrees));
    StoredPixels pixels = image((x, y) -> 1000 + 2000 * step((c * x + s * y - offset) / blur));
    EdgeFinder finder = new EdgeFinder(pixels);
    for (double away : new double[] {-4.4, -1.3, 0, 0.7, 3.9}) {
      ImagePoint start = pointAtDistance(c, s, offset, away);
      EdgeFinder.Edge edge = finder.near(start, RADIUS).orElseThrow();
      double distance = c * edge.point().column() + s * edge.point().row() - offset;
      assertEquals(0, distance, 0.05, "from " + away);
      assertTrue(edge.distance() <= RADIUS);
      assertEquals(edge.distance(), edge.point().distanceTo(start), 1e-9);
      assertTrue(edge.distance() < Math.abs(away) + 1.5, "no detour: " + edge.distance());
    }
  }

  @Test
  void anEdgeInNoiseIsFoundToAThirdOfAPixel() {
    Random random = new Random(20260114);
    StoredPixels pixels =
        image((x, y) -> 1500 + 600 * step((x - 41.4) / 1.5) + 40 * random.nextGaussian());
    for (int row = 25; row < 60; row += 5) {
      EdgeFinder.Edge edge =
          new EdgeFinder(pixels).near(new ImagePoint(43.5, row), RADIUS).orElseThrow();
      assertEquals(41.4, edge.point().column(), 0.34);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void noiseAloneMovesNoLandmark(long seed) {
    Random random = new Random(seed);
    StoredPixels pixels = image((x, y) -> 1500 + 40 * random.nextGaussian());
    assertEquals(Optional.empty(), new EdgeFinder(pixels).near(new ImagePoint(40, 40), RADIUS));
  }

  @Test
  void neitherAFlatNorAnEvenlyRisingImageHasAnEdge() {
    assertEquals(
        Optional.empty(),
        new EdgeFinder(image((x, y) -> 700)).near(new ImagePoint(40, 40), RADIUS));
    assertEquals(
        Optional.empty(),
        new EdgeFinder(image((x, y) -> 700 + 10 * x)).near(new ImagePoint(40, 40), RADIUS));
  }

  @Test
  void ofTwoEdgesOfTheSameContrastTheNearerOneCounts() {
    StoredPixels pixels = image((x, y) -> 1000 + 800 * step(x - 36) - 800 * step(x - 46));
    EdgeFinder finder = new EdgeFinder(pixels);
    assertEquals(36, nearest(finder, 38.5), 0.1);
    assertEquals(46, nearest(finder, 43.5), 0.1);
  }

  @Test
  void anEdgeFartherAwayThanTheRadiusIsLeftAlone() {
    StoredPixels pixels = image((x, y) -> 1000 + 800 * step(x - 52));
    assertEquals(Optional.empty(), new EdgeFinder(pixels).near(new ImagePoint(40, 40), 6));
  }

  @Test
  void atTheBorderOfTheImageNothingIsInvented() {
    StoredPixels pixels = image((x, y) -> 1000 + 800 * step(x - 3));
    assertEquals(Optional.empty(), new EdgeFinder(pixels).near(new ImagePoint(0, 0), RADIUS));
    assertThrows(
        IllegalArgumentException.class,
        () -> new EdgeFinder(pixels).near(new ImagePoint(40, 40), 1));
  }

  private static double nearest(EdgeFinder finder, double column) {
    return finder.near(new ImagePoint(column, 40), RADIUS).orElseThrow().point().column();
  }

  /** A point near the middle of the image at a distance from a line. */
  private static ImagePoint pointAtDistance(double c, double s, double offset, double away) {
    double from = c * SIZE / 2 + s * SIZE / 2;
    return new ImagePoint(
        SIZE / 2.0 + (offset + away - from) * c, SIZE / 2.0 + (offset + away - from) * s);
  }

  /** An image whose pixels have the values of a formula at their centres. */
  private static StoredPixels image(DoubleBinaryOperator value) {
    int[] values = new int[SIZE * SIZE];
    for (int row = 0; row < SIZE; row++) {
      for (int column = 0; column < SIZE; column++) {
        values[row * SIZE + column] =
            (int) Math.round(value.applyAsDouble(column + 0.5, row + 0.5));
      }
    }
    return new StoredPixels(
        new PixelFormat(SIZE, SIZE, 1, 1, 16, 12, 11, false, "MONOCHROME2", "1.2.840.10008.1.2.1"),
        values);
  }

  /** The integral of the normal distribution: a step blurred by a Gaussian of deviation 1. */
  private static double step(double x) {
    double t = 1 / (1 + 0.2316419 * Math.abs(x));
    double tail =
        Math.exp(-x * x / 2)
            / Math.sqrt(2 * Math.PI)
            * t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return x >= 0 ? 1 - tail : tail;
  }
}
