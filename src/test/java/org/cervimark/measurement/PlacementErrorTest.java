package org.cervimark.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cervimark.anatomy.Landmark;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.geometry.Point2;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.Scale;
import org.cervimark.image.ScaleSource;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.junit.jupiter.api.Test;

/** The stated intervals against formulas of the textbook; see also {@link MonteCarloTest}. */
class PlacementErrorTest {

  private static final int DRAWS = 10_000;

  /** The error formulas of the textbook for two lines and for a distance. */
  @Test
  void agreesWithTheAnalyticFormulas() {
    Measurement slope = Catalogue.builtIn().measurement("c2-slope").orElseThrow();
    Subject film = SchematicFilm.of(slope, new Random(0), 0);
    double length =
        distance(film, "c2-inferior-endplate-anterior", "c2-inferior-endplate-posterior");

    assertEquals(1.96 * Math.toDegrees(Math.sqrt(2) * 0.3 / length), halfWidth(slope, film), 1e-6);
    assertEquals(
        1.96 * Math.hypot(0.3, 0.3),
        halfWidth(Catalogue.builtIn().measurement("adi").orElseThrow(), film),
        1e-6);
  }

  /** A length is as uncertain as its scale, besides its landmarks. */
  @Test
  void theErrorOfTheScaleIsAddedToLengths() {
    Measurement adi = Catalogue.builtIn().measurement("adi").orElseThrow();
    Subject film = SchematicFilm.of(adi, new Random(0), 0);
    double pixel = SchematicFilm.PIXEL;
    Subject calibrated =
        new Subject(
            film.landmarks(),
            Scale.millimetres(pixel, pixel, ScaleSource.GEOMETRY),
            film.orientation());
    Outcome.Measured measured = (Outcome.Measured) adi.evaluate(calibrated);
    double placement = 1.96 * Math.hypot(0.3, 0.3);
    double scale = 1.96 * 0.05 * measured.value();

    assertEquals(Math.hypot(placement, scale), measured.interval().orElseThrow().halfWidth(), 1e-6);
    assertTrue(measured.interval().orElseThrow().scaleIncluded());
    Measurement slope = Catalogue.builtIn().measurement("c2-slope").orElseThrow();
    assertFalse(
        ((Outcome.Measured) slope.evaluate(calibrated)).interval().orElseThrow().scaleIncluded());
  }

  /** Of two films each has a scale of its own; simulated with both scales and all landmarks. */
  @Test
  void scalesOfTwoFilmsScatterApart() {
    Measurement change =
        Catalogue.builtIn().measurement("interspinous-distance-change-c4-c5").orElseThrow();
    double pixel = SchematicFilm.PIXEL;
    Scale scale = Scale.millimetres(pixel, pixel, ScaleSource.FIDUCIAL);
    Take take =
        Take.of(change, 7, 4).changed(s -> new Subject(s.landmarks(), scale, s.orientation()));
    Random random = new Random(11);
    double squares = 0;
    double centre = take.number();
    double[] distances =
        take.films().values().stream()
            .mapToDouble(f -> distance(f, "c4-spinous-tip", "c5-spinous-tip"))
            .toArray();
    for (int draw = 0; draw < DRAWS; draw++) {
      // Extension comes first in the order of names.
      double extension = distances[0] * (1 + 0.02 * random.nextGaussian());
      double flexion = distances[1] * (1 + 0.02 * random.nextGaussian());
      double placing = Math.sqrt(4) * 1.0 * random.nextGaussian();
      squares += Math.pow(flexion - extension + placing - centre, 2);
    }

    assertEquals(1, halfWidth(take) / 1.96 / Math.sqrt(squares / DRAWS), 0.02);
  }

  /** Ten points placed twice, always 0.2 mm apart along both axes: σ = 0.2 / √2 by Dahlberg. */
  @Test
  void theReadersOwnReplicatesReplaceTheAssumedError() {
    Measurement slope = Catalogue.builtIn().measurement("c2-slope").orElseThrow();
    Subject film = SchematicFilm.of(slope, new Random(0), 0);
    List<Placement> first = new ArrayList<>();
    List<Placement> second = new ArrayList<>();
    for (Placement p : film.landmarks().all()) {
      if (sigma(p.landmark()) == 0.3) {
        double half = 0.1 / SchematicFilm.PIXEL;
        first.add(shifted(p, half));
        second.add(shifted(p, -half));
      }
    }
    Subject twice =
        new Subject(
            film.landmarks(),
            film.scale(),
            film.orientation(),
            List.of(LandmarkSet.of(first), LandmarkSet.of(second)));
    double length =
        distance(film, "c2-inferior-endplate-anterior", "c2-inferior-endplate-posterior");
    // The mean of two placements is √2 better than one.
    double sigma = 0.2 / Math.sqrt(2) / Math.sqrt(2);
    Outcome.Interval interval = ((Outcome.Measured) slope.evaluate(twice)).interval().orElseThrow();

    assertEquals(1.96 * Math.toDegrees(Math.sqrt(2) * sigma / length), interval.halfWidth(), 1e-5);
    assertEquals(Outcome.Interval.Basis.PLACEMENT_READER, interval.basis());
    Subject few =
        new Subject(
            film.landmarks(),
            film.scale(),
            film.orientation(),
            List.of(LandmarkSet.of(first.subList(0, 9)), LandmarkSet.of(second.subList(0, 9))));
    assertEquals(
        Outcome.Interval.Basis.PLACEMENT_DEFAULT,
        ((Outcome.Measured) slope.evaluate(few)).interval().orElseThrow().basis());
  }

  private static Placement shifted(Placement placement, double by) {
    ImagePoint p = placement.point().orElseThrow();
    return Placement.at(
        placement.landmark(), new ImagePoint(p.column() + by, p.row() + by), Visibility.CLEAR);
  }

  /** T1 slope cancels out of none, C2-C7 shares no line: but C0-C1 and C1-C2 share the atlas. */
  @Test
  void landmarksSharedByTwoLinesAreNotCountedTwice() {
    Measurement upper = Catalogue.builtIn().measurement("c0-c1-angle").orElseThrow();
    Measurement lower = Catalogue.builtIn().measurement("c1-c2-angle").orElseThrow();
    Measurement whole = Catalogue.builtIn().measurement("c0-c2-angle").orElseThrow();
    Subject film = SchematicFilm.of(upper, new Random(0), 0);

    double independent = Math.hypot(halfWidth(upper, film), halfWidth(lower, film));

    assertTrue(halfWidth(whole, film) < independent * 0.99);
  }

  @Test
  void aMarkedPlumbLineAddsItsOwnError() {
    Measurement slope = Catalogue.builtIn().measurement("c2-slope").orElseThrow();
    Subject film = SchematicFilm.of(slope, new Random(0), 0);
    double plain = halfWidth(slope, film);
    Subject plumbed =
        new Subject(
            film.landmarks()
                .with(at(Subject.PLUMB_TOP, new Point2(-80, 100)))
                .with(at(Subject.PLUMB_BOTTOM, new Point2(-80, 60))),
            film.scale(),
            film.orientation());

    // Half the length of the neck: its direction is as uncertain as that of any line of 40 mm.
    double plumb = 1.96 * Math.toDegrees(Math.sqrt(2) * 0.3 / 40);
    assertEquals(Math.hypot(plain, plumb), halfWidth(slope, plumbed), 1e-5);
    Measurement cobb = Catalogue.builtIn().measurement("c2-c7-cobb").orElseThrow();
    assertEquals(halfWidth(cobb, film), halfWidth(cobb, plumbed), 1e-9);
  }

  private static double halfWidth(Take take) {
    return ((Outcome.Measured) take.value()).interval().orElseThrow().halfWidth();
  }

  private static double sigma(LandmarkId id) {
    return Catalogue.builtIn().landmarks().find(id).map(Landmark::placementSigma).orElseThrow();
  }

  private static double halfWidth(Measurement measurement, Subject film) {
    Outcome.Interval interval =
        assertInstanceOf(Outcome.Measured.class, measurement.evaluate(film))
            .interval()
            .orElseThrow();
    assertEquals(Outcome.Interval.Basis.PLACEMENT_DEFAULT, interval.basis());
    return interval.halfWidth();
  }

  private static double distance(Subject film, String one, String other) {
    return film.frame()
        .orElseThrow()
        .toPatient(film.landmarks().point(new LandmarkId(one)).orElseThrow())
        .distanceTo(
            film.frame()
                .orElseThrow()
                .toPatient(film.landmarks().point(new LandmarkId(other)).orElseThrow()));
  }

  private static Placement at(LandmarkId id, Point2 patient) {
    return Placement.at(id, SchematicFilm.toImage(patient), Visibility.CLEAR);
  }
}
