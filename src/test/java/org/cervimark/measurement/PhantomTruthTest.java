package org.cervimark.measurement;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.Radiograph;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The synthetic films: landmarks and true values beside each image, computed by its generator with
 * vector algebra of its own. Scale and orientation come from the files themselves.
 */
class PhantomTruthTest {

  private static final Path IMAGES = Path.of("test-images");
  private static final double TOLERANCE = 0.01;

  /** Categories and ranges over two films are not single-film values. */
  private static final List<String> NOT_NUMBERS = List.of("level", "category");

  static List<Path> films() throws IOException {
    try (Stream<Path> files = Files.walk(IMAGES)) {
      return files.filter(f -> f.toString().endsWith(".dcm")).sorted().toList();
    }
  }

  @Test
  void thereAreFilmsOfEveryPlane() throws IOException {
    assertEquals(8, films().size());
  }

  @ParameterizedTest
  @MethodSource("films")
  void everyTrueValueIsMeasured(Path film) throws IOException, DicomException {
    Radiograph radiograph = DicomImages.readHeader(film);
    Subject subject =
        new Subject(
            landmarks(beside(film, ".landmarks.csv")),
            radiograph.scale(),
            radiograph.orientation());
    List<Executable> checks = new ArrayList<>();
    for (String[] row : rows(beside(film, ".values.csv"))) {
      if (NOT_NUMBERS.contains(row[2])) {
        continue;
      }
      String id = row[0];
      Optional<Measurement> measurement = Catalogue.builtIn().measurement(id);
      assertTrue(measurement.isPresent(), "not in the catalogue: " + id);
      checks.add(
          () ->
              assertEquals(
                  Double.parseDouble(row[1]),
                  assertInstanceOf(Outcome.Measured.class, measurement.get().evaluate(subject), id)
                      .value(),
                  TOLERANCE,
                  id));
    }
    assertFalse(checks.isEmpty());
    assertAll(checks);
  }

  private static LandmarkSet landmarks(Path csv) throws IOException {
    List<Placement> placements = new ArrayList<>();
    for (String[] row : rows(csv)) {
      LandmarkId id = new LandmarkId(row[1]);
      Visibility visibility = Visibility.withId(row[4]).orElseThrow();
      placements.add(
          visibility == Visibility.NOT_VISIBLE
              ? Placement.notVisible(id)
              : Placement.at(
                  id,
                  new ImagePoint(Double.parseDouble(row[2]), Double.parseDouble(row[3])),
                  visibility));
    }
    return LandmarkSet.of(placements);
  }

  private static List<String[]> rows(Path csv) throws IOException {
    return Files.readAllLines(csv).stream().skip(1).map(line -> line.split(",", -1)).toList();
  }

  private static Path beside(Path film, String suffix) {
    String name = film.getFileName().toString();
    return film.resolveSibling(name.substring(0, name.length() - ".dcm".length()) + suffix);
  }
}
