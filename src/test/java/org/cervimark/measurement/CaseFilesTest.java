package org.cervimark.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One file for each measurement with landmarks and the value that a person worked out for them. */
class CaseFilesTest {

  /** Landmarks lie on the grid of the film. */
  private static final double TOLERANCE = 2e-5;

  static List<String> measurements() {
    return Catalogue.builtIn().measurements().stream().map(Measurement::id).toList();
  }

  @Test
  void everyMeasurementHasACaseAndEveryCaseAMeasurement() throws IOException {
    Set<String> expected =
        measurements().stream()
            .map(id -> id.replace(':', '.') + ".csv")
            .collect(Collectors.toCollection(TreeSet::new));
    try (Stream<java.nio.file.Path> files = Files.list(CaseFile.FOLDER)) {
      assertEquals(
          expected,
          files
              .map(f -> f.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  @ParameterizedTest
  @MethodSource("measurements")
  void givesTheValueWorkedOutByHand(String id) {
    CaseFile file = CaseFile.of(id);
    Take take = file.take(Catalogue.builtIn().measurement(id).orElseThrow());

    assertFalse(file.truth().isBlank());
    if (take.value() instanceof Outcome.Classified classified) {
      assertEquals(file.expected(), classified.category().id());
    } else {
      assertEquals(
          Double.parseDouble(file.expected()),
          assertInstanceOf(Outcome.Measured.class, take.value()).value(),
          TOLERANCE,
          file.truth());
    }
  }
}
