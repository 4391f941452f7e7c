package org.cervimark.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.anatomy.Projection;
import org.cervimark.geometry.Point2;
import org.cervimark.graphic.Graphic;
import org.cervimark.image.Direction;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.Scale;
import org.cervimark.image.ScaleSource;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.cervimark.terminology.Unit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of every measurement of the catalogue, whatever it measures. */
class CataloguePropertiesTest {

  private static final int FILMS = 5;
  private static final double JITTER = 2;

  static List<String> measurements() {
    return Catalogue.builtIn().measurements().stream().map(Measurement::id).toList();
  }

  @ParameterizedTest
  @MethodSource("measurements")
  void isMeasuredOnTheSchematicNeck(String id) {
    Measurement measurement = measurement(id);
    Outcome.Measured measured =
        measured(measurement, SchematicFilm.of(measurement, new Random(0), 0));

    assertEquals(measurement.unit().orElseThrow(), measured.unit());
    assertTrue(
        Math.abs(measured.value())
            < (measurement.unit().equals(Optional.of(Unit.DEGREE)) ? 165 : 100),
        "not of a neck: " + measured.value());
  }

  @ParameterizedTest
  @MethodSource("measurements")
  void doesNotChangeWhenTheWholeNeckIsMoved(String id) {
    assertUnchanged(
        id,
        s -> with(s, SchematicFilm.moved(s, p -> new ImagePoint(p.column() + 371, p.row() - 990))),
        1e-9);
  }

  @ParameterizedTest
  @MethodSource("measurements")
  void doesNotChangeWhenFilmAndOrientationAreMirrored(String id) {
    assertUnchanged(
        id,
        s ->
            new Subject(
                SchematicFilm.moved(
                    s, p -> new ImagePoint(2 * SchematicFilm.MIDDLE - p.column(), p.row())),
                s.scale(),
                s.orientation().map(o -> new PatientOrientation(o.row().opposite(), o.column()))),
        1e-9);
  }

  @ParameterizedTest
  @MethodSource("measurements")
  void doesNotChangeWhenTheFilmIsStoredOnItsSide(String id) {
    // A quarter turn clockwise: what was up is now right, what was right is now down.
    assertUnchanged(
        id,
        s ->
            new Subject(
                SchematicFilm.moved(
                    s, p -> new ImagePoint(2 * SchematicFilm.MIDDLE - p.row(), p.column())),
                s.scale(),
                s.orientation().map(o -> new PatientOrientation(o.column().opposite(), o.row()))),
        1e-9);
  }

  @ParameterizedTest
  @MethodSource("measurements")
  void doesNotChangeWhenTheFilmIsStoredUpsideDown(String id) {
    int turn = 2 * SchematicFilm.MIDDLE;
    assertUnchanged(
        id,
        s ->
            new Subject(
                SchematicFilm.moved(s, p -> new ImagePoint(turn - p.column(), turn - p.row())),
                s.scale(),
                s.orientation()
                    .map(o -> new PatientOrientation(o.row().opposite(), o.column().opposite()))),
        1e-9);
  }

  @ParameterizedTest
  @MethodSource("measurements")
  void doesNotChangeWhenTheFilmIsResampled(String id) {
    double pixel = SchematicFilm.PIXEL;
    assertUnchanged(
        id,
        s ->
            new Subject(
                SchematicFilm.moved(s, p -> new ImagePoint(2 * p.column(), p.row() / 4)),
                Scale.millimetres(pixel / 2, pixel * 4, ScaleSource.FIDUCIAL),
                s.orientation()),
        1e-9);
  }

  @ParameterizedTest
  @MethodSource("measurements")
  void onlyLengthsFollowTheScale(String id) {
    Measurement measurement = measurement(id);
    for (Subject film : films(measurement)) {
      double pixel = 2 * SchematicFilm.PIXEL;
      Subject larger =
          new Subject(
              film.landmarks(),
              Scale.millimetres(pixel, pixel, ScaleSource.FIDUCIAL),
              film.orientation());
      double factor = measurement.unit().equals(Optional.of(Unit.MILLIMETRE)) ? 2 : 1;
      assertEquals(factor * value(measurement, film), value(measurement, larger), 1e-9);
    }
  }

  /** What does not hang on the vertical keeps its value askew; what does, does not. */
  @ParameterizedTest
  @MethodSource("measurements")
  void turnsWithTheVerticalOnlyIfItSaysSo(String id) {
    Measurement measurement = measurement(id);
    for (Subject film : films(measurement)) {
      for (double degrees : new double[] {-40, -15, 15, 40}) {
        Subject askew = with(film, SchematicFilm.moved(film, SchematicFilm.rotation(degrees)));
        Outcome outcome = measurement.evaluate(askew);
        if (!measurement.formula().isGravityReferenced()) {
          assertEquals(
              value(measurement, film),
              assertInstanceOf(Outcome.Measured.class, outcome).value(),
              1e-6);
        } else if (outcome instanceof Outcome.Measured measured) {
          assertNotEquals(value(measurement, film), measured.value(), 1e-3);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("measurements")
  void aPlumbLineMakesUpForACrookedFilm(String id) {
    Measurement measurement = measurement(id);
    if (SchematicFilm.projection(measurement) == Projection.TRANSVERSE) {
      return;
    }
    for (Subject film : films(measurement)) {
      LandmarkSet withPlumb =
          film.landmarks()
              .with(plumb(Subject.PLUMB_TOP, 190))
              .with(plumb(Subject.PLUMB_BOTTOM, -40));
      Subject askew =
          with(film, SchematicFilm.moved(with(film, withPlumb), SchematicFilm.rotation(25)));

      Outcome.Measured measured = measured(measurement, askew);
      assertEquals(value(measurement, film), measured.value(), 1e-6);
      assertFalse(measured.caveats().contains(Outcome.Caveat.VERTICAL_FROM_IMAGE));
    }
  }

  @ParameterizedTest
  @MethodSource("measurements")
  void saysWhetherTheVerticalIsThatOfTheImage(String id) {
    Measurement measurement = measurement(id);
    Outcome.Measured measured =
        measured(measurement, SchematicFilm.of(measurement, new Random(0), 0));

    assertEquals(
        measurement.formula().isGravityReferenced(),
        measured.caveats().contains(Outcome.Caveat.VERTICAL_FROM_IMAGE));
  }

  @ParameterizedTest
  @MethodSource("measurements")
  void eachLandmarkRemovedIsExactlyTheOneMissing(String id) {
    Measurement measurement = measurement(id);
    Subject film = needed(measurement);
    for (LandmarkId landmark : measurement.formula().landmarks()) {
      assertEquals(
          new Outcome.MissingLandmarks(new TreeSet<>(Set.of(landmark))),
          measurement.evaluate(with(film, film.landmarks().without(landmark))));
    }
    assertEquals(
        new Outcome.MissingLandmarks(measurement.formula().landmarks()),
        measurement.evaluate(with(film, LandmarkSet.empty())));
  }

  @ParameterizedTest
  @MethodSource("measurements")
  void reasonsComeInTheirOrder(String id) {
    Measurement measurement = measurement(id);
    Subject film = needed(measurement);
    LandmarkId first = measurement.formula().landmarks().first();
    LandmarkId last = measurement.formula().landmarks().last();
    // Everything wrong at once: not oriented, one not visible, one missing, no scale.
    LandmarkSet damaged = film.landmarks().without(last).with(Placement.notVisible(first));
    Subject worst = new Subject(damaged, Scale.unknown(1), Optional.empty());

    assertInstanceOf(Outcome.NotOriented.class, measurement.evaluate(worst));
    Subject otherPlane = new Subject(damaged, Scale.unknown(1), Optional.of(other(film)));
    assertInstanceOf(Outcome.NotOriented.class, measurement.evaluate(otherPlane));
    Outcome unseen =
        measurement.evaluate(new Subject(damaged, Scale.unknown(1), film.orientation()));
    if (!measurement.formula().landmarks().first().value().startsWith("skull-pair")) {
      assertEquals(new Outcome.NotVisible(new TreeSet<>(Set.of(first))), unseen);
    }
    assertInstanceOf(
        Outcome.MissingLandmarks.class,
        measurement.evaluate(
            new Subject(film.landmarks().without(last), Scale.unknown(1), film.orientation())));
    Outcome unscaled =
        measurement.evaluate(new Subject(film.landmarks(), Scale.unknown(1), film.orientation()));
    if (measurement.unit().equals(Optional.of(Unit.MILLIMETRE))) {
      assertInstanceOf(Outcome.NotCalibrated.class, unscaled);
    } else {
      Outcome.Measured measured = assertInstanceOf(Outcome.Measured.class, unscaled);
      assertEquals(value(measurement, film), measured.value(), 1e-9);
      assertTrue(measured.interval().isEmpty(), "no interval without a scale");
    }
  }

  @ParameterizedTest
  @MethodSource("measurements")
  void coincidingLandmarksGiveAReasonOrAPlainDistance(String id) {
    Measurement measurement = measurement(id);
    Subject film = needed(measurement);
    Subject heap = with(film, SchematicFilm.moved(film, p -> new ImagePoint(70, 90)));

    Outcome outcome = measurement.evaluate(heap);

    if (outcome instanceof Outcome.Measured measured) {
      assertEquals(0, measured.value(), 0.0);
    } else {
      Outcome.Degenerate degenerate = assertInstanceOf(Outcome.Degenerate.class, outcome);
      assertFalse(degenerate.landmarks().isEmpty());
    }
  }

  @ParameterizedTest
  @MethodSource("measurements")
  void neverThrowsAndNeverGivesNaN(String id) {
    Measurement measurement = measurement(id);
    Subject film = SchematicFilm.of(measurement, new Random(0), 0);
    Random random = new Random(id.hashCode());
    for (int run = 0; run < 300; run++) {
      double size = Math.pow(10, random.nextInt(14) - 2);
      boolean coarse = random.nextInt(3) == 0;
      UnaryOperator<ImagePoint> anywhere =
          p ->
              coarse
                  ? new ImagePoint(random.nextInt(3), random.nextInt(3))
                  : new ImagePoint(
                      (random.nextDouble() - 0.5) * size, (random.nextDouble() - 0.5) * size);
      Subject subject =
          new Subject(
              SchematicFilm.moved(film, anywhere),
              random.nextBoolean() ? SchematicFilm.SCALE : Scale.unknown(1.5),
              film.orientation());
      Outcome outcome = measurement.evaluate(subject);
      assertEquals(
          outcome instanceof Outcome.Measured,
          !measurement.formula().graphics(subject).isEmpty() || isZero(outcome),
          () -> "graphics exist where a value does: " + outcome);
    }
    LandmarkSet absurd = SchematicFilm.moved(film, p -> new ImagePoint(1e300, -1e300));
    assertInstanceOf(Outcome.MissingLandmarks.class, measurement.evaluate(with(film, absurd)));
  }

  @ParameterizedTest
  @MethodSource("measurements")
  void drawsThroughItsLandmarks(String id) {
    Measurement measurement = measurement(id);
    Subject film = SchematicFilm.of(measurement, new Random(0), JITTER);
    List<Graphic> graphics = measurement.formula().graphics(film);

    assertTrue(graphics.stream().anyMatch(g -> g.role() != Graphic.Role.CONSTRUCTION));
    List<ImagePoint> drawn = new ArrayList<>();
    graphics.forEach(g -> drawn.addAll(g.points()));
    Set<LandmarkId> used = measurement.formula().landmarks();
    if (!measurement.formula().source().contains("mid") && !usesMidline(measurement)) {
      for (LandmarkId landmark : used) {
        ImagePoint point = film.landmarks().point(landmark).orElseThrow();
        assertTrue(
            drawn.stream().anyMatch(d -> d.distanceTo(point) < 1e-3) || isMidpointOnly(measurement),
            () -> landmark + " is not part of the drawing");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("measurements")
  void uncertainLandmarksAreSaidAndWidenTheInterval(String id) {
    Measurement measurement = measurement(id);
    Subject film = SchematicFilm.of(measurement, new Random(1), JITTER);
    Outcome.Measured clear = measured(measurement, film);
    List<Placement> obscured = new ArrayList<>();
    for (Placement p : film.landmarks().all()) {
      obscured.add(new Placement(p.landmark(), p.point(), Visibility.ESTIMATED, p.origin()));
    }
    Outcome.Measured estimated = measured(measurement, with(film, LandmarkSet.of(obscured)));

    assertFalse(clear.caveats().contains(Outcome.Caveat.LANDMARK_UNCERTAIN));
    assertTrue(estimated.caveats().contains(Outcome.Caveat.LANDMARK_UNCERTAIN));
    assertEquals(
        2 * clear.interval().orElseThrow().halfWidth(),
        estimated.interval().orElseThrow().halfWidth(),
        1e-9);
  }

  /** All landmarks of a plain distance coincide: a value of zero, and nothing to draw. */
  private static boolean isZero(Outcome outcome) {
    return outcome instanceof Outcome.Measured measured && measured.value() == 0;
  }

  private static boolean usesMidline(Measurement measurement) {
    return measurement.formula().landmarks().first().value().startsWith("apl")
        && measurement.formula().landmarks().last().value().startsWith("skull-pair");
  }

  private static boolean isMidpointOnly(Measurement measurement) {
    return Set.of(
            "redlund-johnell",
            "ranawat-c1-c2",
            "neck-tilt",
            "thoracic-inlet-angle",
            "centroid-cervical-lordosis")
        .contains(measurement.id());
  }

  private static void assertUnchanged(String id, UnaryOperator<Subject> change, double tolerance) {
    Measurement measurement = measurement(id);
    for (Subject film : films(measurement)) {
      assertEquals(value(measurement, film), value(measurement, change.apply(film)), tolerance);
    }
  }

  private static List<Subject> films(Measurement measurement) {
    List<Subject> films = new ArrayList<>();
    for (int seed = 0; seed < FILMS; seed++) {
      films.add(SchematicFilm.of(measurement, new Random(seed), JITTER));
    }
    return films;
  }

  /** Only the landmarks without which there is no value. */
  private static Subject needed(Measurement measurement) {
    Subject film = SchematicFilm.of(measurement, new Random(0), 0);
    List<Placement> placements = new ArrayList<>();
    for (LandmarkId landmark : measurement.formula().landmarks()) {
      placements.add(film.landmarks().find(landmark).orElseThrow());
    }
    return with(film, LandmarkSet.of(placements));
  }

  private static PatientOrientation other(Subject film) {
    return film.orientation().orElseThrow().projection() == Projection.LATERAL
        ? new PatientOrientation(Direction.LEFT, Direction.FOOT)
        : new PatientOrientation(Direction.ANTERIOR, Direction.FOOT);
  }

  private static Placement plumb(LandmarkId id, double superior) {
    return Placement.at(id, SchematicFilm.toImage(new Point2(-90, superior)), Visibility.CLEAR);
  }

  private static Subject with(Subject subject, LandmarkSet landmarks) {
    return new Subject(landmarks, subject.scale(), subject.orientation());
  }

  private static Measurement measurement(String id) {
    return Catalogue.builtIn().measurement(id).orElseThrow();
  }

  private static Outcome.Measured measured(Measurement measurement, Subject subject) {
    return assertInstanceOf(
        Outcome.Measured.class, measurement.evaluate(subject), measurement.id());
  }

  private static double value(Measurement measurement, Subject subject) {
    return measured(measurement, subject).value();
  }
}
