package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.cervimark.measurement.Measurement;
import org.cervimark.terminology.BilingualText;
import org.junit.jupiter.api.Test;

class ReferenceScaleTest {

  private static final ReferenceScale SCALE =
      new ReferenceScale(
          20,
          5,
          new Measurement.ReferenceValue(
              new BilingualText("made up for the test", "시험"),
              Optional.of(20.0),
              Optional.of(5.0),
              "TEST"));

  @Test
  void theMeanIsInTheMiddleAndThreeDeviationsReachTheEnds() {
    assertEquals(0.5, SCALE.share(20));
    assertEquals(0, SCALE.share(5));
    assertEquals(1, SCALE.share(35));
    assertEquals(2.0 / 3, SCALE.share(25), 1e-12);
    assertEquals(-1, SCALE.deviations(15));
  }

  @Test
  void aValueFarOutsideStaysAtTheEnd() {
    assertEquals(1, SCALE.share(400));
    assertEquals(0, SCALE.share(-400));
  }

  @Test
  void onlyPublishedPopulationsMakeABarAndNeverForTechniqueListings() {
    int bars = 0;
    for (Measurement measurement : Readings.CATALOGUE.measurements()) {
      Optional<ReferenceScale> scale = ReferenceScale.of(measurement);
      if (scale.isPresent()) {
        bars++;
        assertTrue(measurement.references().contains(scale.get().reference()), measurement.id());
        assertTrue(measurement.tier() != Measurement.Tier.E3, measurement.id());
      }
    }
    assertTrue(bars > 0, "some populations have mean and deviation");
  }
}
