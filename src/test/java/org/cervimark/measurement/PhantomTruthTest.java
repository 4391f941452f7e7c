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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  private static final List<String> CLASSES = List.of("level", "category");

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
    Subject subject = subject(film);
    List<Executable> checks = new ArrayList<>();
    for (String[] row : rows(beside(film, ".values.csv"))) {
      String id = row[0];
      Optional<Measurement> measurement = Catalogue.builtIn().measurement(id);
      assertTrue(measurement.isPresent(), "not in the catalogue: " + id);
      if (CLASSES.contains(row[2])) {
        checks.add(() -> assertClass(row[1], measurement.get().evaluate(subject), id));
        continue;
      }
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

  /** The truth of a straight neck is that the level cannot be told. */
  private static void assertClass(String truth, Outcome outcome, String id) {
    if (truth.startsWith("not determined")) {
      assertEquals(
          Outcome.Degenerate.Reason.LINES_PARALLEL,
          assertInstanceOf(Outcome.Degenerate.class, outcome, id).reason());
    } else {
      assertEquals(
          truth,
          assertInstanceOf(Outcome.Classified.class, outcome, id).category().name(Locale.ENGLISH),
          id);
    }
  }

  @Test
  void everyTrueValueOfTwoFilmsIsMeasured() throws IOException, DicomException {
    Path visit = IMAGES.resolve("hong/2026-01-14");
    Films films =
        Films.of(
            Map.of(
                FilmRole.FLEXION, subject(visit.resolve("lateral-flexion.dcm")),
                FilmRole.EXTENSION, subject(visit.resolve("lateral-extension.dcm"))));
    List<Executable> checks = new ArrayList<>();
    for (String[] row : rows(visit.resolve("flexion-extension.values.csv"))) {
      Measurement measurement = Catalogue.builtIn().measurement(row[0]).orElseThrow();
      checks.add(
          () ->
              assertEquals(
                  Double.parseDouble(row[1]),
                  assertInstanceOf(Outcome.Measured.class, measurement.evaluate(films), row[0])
                      .value(),
                  TOLERANCE,
                  row[0]));
    }
    assertEquals(
        Catalogue.builtIn().measurements(Set.of(FilmRole.FLEXION, FilmRole.EXTENSION)).size(),
        checks.size());
    assertAll(checks);
  }

  private static Subject subject(Path film) throws IOException, DicomException {
    Radiograph radiograph = DicomImages.readHeader(film);
    return new Subject(
        landmarks(beside(film, ".landmarks.csv")), radiograph.scale(), radiograph.orientation());
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
