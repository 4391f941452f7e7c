package org.cervimark.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cervimark.dicom.SampleCr;
import org.cervimark.dicom.SampleReading;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Outcome;
import org.cervimark.measurement.SmallCatalogue;
import org.cervimark.terminology.Unit;
import org.junit.jupiter.api.Test;

class StoredValueCheckTest {

  private static final Catalogue CATALOGUE = SmallCatalogue.get();

  private final Reading reading = SampleReading.example(new SampleCr());

  @Test
  void valuesThatTheLandmarksGiveDoNotDiffer() {
    assertEquals(List.of(), StoredValueCheck.differences(reading, CATALOGUE));
  }

  @Test
  void roundingOfOtherProgramsIsNoDifference() {
    assertEquals(
        List.of(), StoredValueCheck.differences(withCobb(24.9938199 + 1e-6, "1.0"), CATALOGUE));
  }

  @Test
  void otherValueIsReportedWithBoth() {
    List<StoredValueCheck.Difference> differences =
        StoredValueCheck.differences(withCobb(24.98, "1.0"), CATALOGUE);

    assertEquals(1, differences.size());
    assertEquals(24.98, differences.get(0).stored().number().orElseThrow().value());
    assertEquals(
        24.993819915783703,
        ((Outcome.Measured) differences.get(0).today().orElseThrow()).value(),
        1e-12);
    assertTrue(differences.get(0).sameVersion());
  }

  @Test
  void valueOfAnotherConstructionIsMarkedSo() {
    List<StoredValueCheck.Difference> differences =
        StoredValueCheck.differences(withCobb(20, "0.9"), CATALOGUE);

    assertFalse(differences.get(0).sameVersion());
  }

  @Test
  void measurementThatIsNotKnownHasNoValueToday() {
    Catalogue without = SmallCatalogue.without("2", Set.of(SmallCatalogue.C7A));

    List<StoredValueCheck.Difference> differences =
        StoredValueCheck.differences(withCobb(24.993819915783703, "1.0"), without);

    assertEquals(Optional.empty(), differences.get(0).today());
  }

  private Reading withCobb(double value, String version) {
    return new Reading(
        reading.image(),
        reading.modality(),
        reading.columns(),
        reading.rows(),
        reading.view(),
        reading.protocol(),
        reading.scale(),
        reading.orientation(),
        reading.orientationSource(),
        reading.landmarks(),
        List.of(
            new MeasuredValue(
                "c2-c7-cobb",
                version,
                new Outcome.Measured(value, Unit.DEGREE, Optional.empty(), Set.of()))));
  }
}
