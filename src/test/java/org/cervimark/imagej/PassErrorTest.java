package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.Scale;
import org.cervimark.image.ScaleSource;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.junit.jupiter.api.Test;

class PassErrorTest {

  private static final Scale SCALE = Scale.millimetres(0.2, 0.1, ScaleSource.DETECTOR);

  @Test
  void ofTwoReadingsItIsDahlbergsError() {
    LandmarkSet first = set(new ImagePoint(10, 10), new ImagePoint(50, 50));
    LandmarkSet second = set(new ImagePoint(13, 10), new ImagePoint(50, 54));
    // Differences 0.6, 0, 0 and 0.4 mm: the root of their squares over twice their number.
    assertEquals(
        Math.sqrt((0.36 + 0.16) / 8),
        PassError.of(List.of(first, second), SCALE).getAsDouble(),
        1e-12);
  }

  @Test
  void ofManyReadingsItIsTheDeviationWithWhichTheyWereDrawn() {
    Random random = new Random(7);
    List<LandmarkSet> passes = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      passes.add(
          set(
              new ImagePoint(100 + 2 * random.nextGaussian(), 100 + 4 * random.nextGaussian()),
              new ImagePoint(200 + 2 * random.nextGaussian(), 300 + 4 * random.nextGaussian())));
    }
    assertEquals(0.4, PassError.of(passes, SCALE).getAsDouble(), 0.02);
  }

  @Test
  void nothingIsSaidOfOneReadingOrOneLandmark() {
    LandmarkSet one = set(new ImagePoint(10, 10));
    assertTrue(PassError.of(List.of(one), SCALE).isEmpty());
    assertTrue(PassError.of(List.of(one, set(new ImagePoint(12, 10))), SCALE).isEmpty());
    assertTrue(PassError.of(List.of(), SCALE).isEmpty());
  }

  private static LandmarkSet set(ImagePoint... points) {
    LandmarkSet set = LandmarkSet.empty();
    for (int i = 0; i < points.length; i++) {
      set =
          set.with(
              Placement.at(
                  new LandmarkId("c" + (i + 3) + "-spinolaminar"), points[i], Visibility.CLEAR));
    }
    return set;
  }
}
