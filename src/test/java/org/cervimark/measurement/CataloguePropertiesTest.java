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
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of every measurement of the catalogue, whatever it measures. */
class CataloguePropertiesTest {

  @RegisterExtension static final CoverageTable COVERAGE = new CoverageTable();

  private static final int FILMS = 5;
  private static final double JITTER = 2;

  static List<String> measurements() {
    return Catalogue.builtIn().measurements().stream().map(Measurement::id).toList();
  }

  @ParameterizedTest
  @MethodSource("measurements")
  void isMeasuredOnTheSchematicNeck(String id) {
    Take take = Take.of(measurement(id), 0, 0);

    if (take.value() instanceof Outcome.Measured measured) {
      assertEquals(take.measurement().unit().orElseThrow(), measured.unit());
      assertTrue(
          Math.abs(measured.value()) < (measured.unit() == Unit.DEGREE ? 165 : 100),
          "not of a neck: " + measured.value());
    } else {
      assertTrue(take.measurement().unit().isEmpty());
      assertTrue(take.number() >= 0);
    }
  }

  @ParameterizedTest
  @MethodSource("measurements")
  void doesNotChangeWhenTheWholeNeckIsMoved(String id) {
    assertUnchanged(
        id,
        s ->
            Take.with(
                s, SchematicFilm.moved(s, p -> new ImagePoint(p.column() + 371, p.row() - 990))),
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
                Scale.millimetres(pixel / 2, pixel * 4, ScaleSource.DETECTOR),
                s.orientation()),
        1e-9);
  }

  @ParameterizedTest
  @MethodSource("measurements")
  void onlyLengthsFollowTheScale(String id) {
    Measurement measurement = measurement(id);
    double pixel = 2 * SchematicFilm.PIXEL;
    Scale twice = Scale.millimetres(pixel, pixel, ScaleSource.DETECTOR);
    for (Take take : takes(measurement)) {
      Take larger = take.changed(s -> new Subject(s.landmarks(), twice, s.orientation()));
      assertEquals((isLength(measurement) ? 2 : 1) * take.number(), larger.number(), 1e-9);
    }
  }

  /** What does not hang on the vertical keeps its value askew; what does, does not. */
  @ParameterizedTest
  @MethodSource("measurements")
  void turnsWithTheVerticalOnlyIfItSaysSo(String id) {
    Measurement measurement = measurement(id);
    for (Take take : takes(measurement)) {
      for (double degrees : new double[] {-40, -15, 15, 40}) {
        Take askew = take.changed(s -> turned(s, degrees));
        if (!measurement.formula().isGravityReferenced()) {
          assertEquals(take.number(), askew.number(), 1e-6);
        } else if (askew.outcome() instanceof Outcome.Measured measured) {
          assertNotEquals(take.number(), measured.value(), 1e-3);
        }
      }
    }
  }

  /** Films of one neck are not taken at the same tilt. */
  @ParameterizedTest
  @MethodSource("measurements")
  void eachOfSeveralFilmsMayLieAskewInItsOwnWay(String id) {
    Measurement measurement = measurement(id);
    if (measurement.films().isEmpty() || measurement.formula().isGravityReferenced()) {
      return;
    }
    Take take = Take.of(measurement, 3, JITTER);
    String first = take.films().firstKey();

    assertEquals(take.number(), take.changed(first, s -> turned(s, 20)).number(), 1e-6);
  }

  @ParameterizedTest
  @MethodSource("measurements")
  void aPlumbLineMakesUpForACrookedFilm(String id) {
    Measurement measurement = measurement(id);
    if (SchematicFilm.projection(measurement) == Projection.TRANSVERSE) {
      return;
    }
    for (Take take : takes(measurement)) {
      Take askew =
          take.changed(
              s ->
                  turned(
                      Take.with(
                          s,
                          s.landmarks()
                              .with(plumb(Subject.PLUMB_TOP, 190))
                              .with(plumb(Subject.PLUMB_BOTTOM, -40))),
                      25));

      assertEquals(take.number(), askew.number(), 1e-6);
      assertFalse(askew.value().caveats().contains(Outcome.Caveat.VERTICAL_FROM_IMAGE));
    }
  }

  @ParameterizedTest
  @MethodSource("measurements")
  void saysWhetherTheVerticalIsThatOfTheImage(String id) {
    Take take = Take.of(measurement(id), 0, 0);

    assertEquals(
        take.measurement().formula().isGravityReferenced(),
        take.value().caveats().contains(Outcome.Caveat.VERTICAL_FROM_IMAGE));
  }

  @ParameterizedTest
  @MethodSource("measurements")
  void eachLandmarkRemovedIsExactlyTheOneMissing(String id) {
    Take take = Take.of(measurement(id), 0, 0).needed();
    SortedSet<LandmarkId> landmarks = take.measurement().formula().landmarks();
    for (String film : take.films().keySet()) {
      for (LandmarkId landmark : landmarks) {
        assertEquals(
            Take.on(film, new Outcome.MissingLandmarks(new TreeSet<>(Set.of(landmark)))),
            take.changed(film, s -> Take.with(s, s.landmarks().without(landmark))).outcome());
      }
      assertEquals(
          Take.on(film, new Outcome.MissingLandmarks(landmarks)),
          take.changed(film, s -> Take.with(s, LandmarkSet.empty())).outcome());
    }
  }

  @ParameterizedTest
  @MethodSource("measurements")
  void reasonsComeInTheirOrder(String id) {
    Measurement measurement = measurement(id);
    Take take = Take.of(measurement, 0, 0).needed();
    LandmarkId first = measurement.formula().landmarks().first();
    LandmarkId last = measurement.formula().landmarks().last();
    Scale none = Scale.unknown(1);
    // Everything wrong at once: not oriented, one not visible, one missing, no scale.
    UnaryOperator<LandmarkSet> damage = l -> l.without(last).with(Placement.notVisible(first));

    assertInstanceOf(
        Outcome.NotOriented.class,
        take.changed(s -> new Subject(damage.apply(s.landmarks()), none, Optional.empty()))
            .reason());
    assertInstanceOf(
        Outcome.NotOriented.class,
        take.changed(s -> new Subject(damage.apply(s.landmarks()), none, Optional.of(other(s))))
            .reason());
    Take unseen =
        take.changed(s -> new Subject(damage.apply(s.landmarks()), none, s.orientation()));
    if (!first.value().startsWith("skull-pair")) {
      assertEquals(new Outcome.NotVisible(new TreeSet<>(Set.of(first))), unseen.reason());
    }
    assertInstanceOf(
        Outcome.MissingLandmarks.class,
        take.changed(s -> new Subject(s.landmarks().without(last), none, s.orientation()))
            .reason());
    Take unscaled = take.changed(s -> new Subject(s.landmarks(), none, s.orientation()));
    if (isLength(measurement)) {
      assertInstanceOf(Outcome.NotCalibrated.class, unscaled.reason());
    } else {
      assertEquals(take.number(), unscaled.number(), 1e-9);
      assertTrue(interval(unscaled).isEmpty(), "no interval without a scale");
    }
  }

  @ParameterizedTest
  @MethodSource("measurements")
  void aFilmThatIsNotThereIsNamed(String id) {
    Measurement measurement = measurement(id);
    Take take = Take.of(measurement, 0, 0);
    for (FilmRole role : measurement.films()) {
      Films rest =
          Films.of(
              measurement.films().stream()
                  .filter(r -> r != role)
                  .collect(Collectors.toMap(r -> r, r -> take.films().get(r.id()))));
      assertEquals(
          new Outcome.MissingFilm(new TreeSet<>(Set.of(role))), measurement.evaluate(rest));
    }
    if (!measurement.films().isEmpty()) {
      assertEquals(
          new Outcome.MissingFilm(measurement.films()),
          measurement.evaluate(take.films().get(take.films().firstKey())));
    }
  }

  /** Lengths of a shadow are not subtracted from lengths of the anatomy. */
  @ParameterizedTest
  @MethodSource("measurements")
  void filmsWithScalesOfDifferentKindAreNotCompared(String id) {
    Measurement measurement = measurement(id);
    if (measurement.films().isEmpty()) {
      return;
    }
    Take take = Take.of(measurement, 0, JITTER);
    double pixel = SchematicFilm.PIXEL;
    Take mixed =
        take.changed(
            take.films().firstKey(),
            s ->
                new Subject(
                    s.landmarks(),
                    Scale.millimetres(pixel, pixel, ScaleSource.FIDUCIAL),
                    s.orientation()));
    if (isLength(measurement)) {
      assertEquals(new Outcome.NotComparable(), mixed.outcome());
    } else {
      assertEquals(take.number(), mixed.number(), 1e-12);
    }
  }

  @ParameterizedTest
  @MethodSource("measurements")
  void coincidingLandmarksGiveAReasonOrAPlainDistance(String id) {
    Take take = Take.of(measurement(id), 0, 0).needed();
    Take heap =
        take.changed(s -> Take.with(s, SchematicFilm.moved(s, p -> new ImagePoint(70, 90))));

    if (heap.outcome() instanceof Outcome.Measured measured) {
      assertEquals(0, measured.value(), 0.0);
    } else {
      Outcome.Degenerate degenerate = assertInstanceOf(Outcome.Degenerate.class, heap.reason());
      assertFalse(degenerate.landmarks().isEmpty());
    }
  }

  @ParameterizedTest
  @MethodSource("measurements")
  void neverThrowsAndNeverGivesNaN(String id) {
    Take take = Take.of(measurement(id), 0, 0);
    Random random = new Random(id.hashCode());
    for (int run = 0; run < 300; run++) {
      double size = Math.pow(10, random.nextInt(14) - 2);
      boolean coarse = random.nextInt(3) == 0;
      Scale scale = random.nextBoolean() ? SchematicFilm.SCALE : Scale.unknown(1.5);
      UnaryOperator<ImagePoint> anywhere =
          p ->
              coarse
                  ? new ImagePoint(random.nextInt(3), random.nextInt(3))
                  : new ImagePoint(
                      (random.nextDouble() - 0.5) * size, (random.nextDouble() - 0.5) * size);
      Take thrown =
          take.changed(s -> new Subject(SchematicFilm.moved(s, anywhere), scale, s.orientation()));
      Outcome outcome = thrown.outcome();
      for (String film : thrown.films().keySet()) {
        boolean drawn = !thrown.graphics(film).isEmpty();
        assertTrue(
            outcome instanceof Outcome.Value ? drawn || isFlat(outcome) : !drawn,
            () -> "graphics exist where a value does: " + outcome);
      }
    }
    Take absurd =
        take.changed(s -> Take.with(s, SchematicFilm.moved(s, p -> new ImagePoint(1e300, -1e300))));
    assertInstanceOf(Outcome.MissingLandmarks.class, absurd.reason());
  }

  @ParameterizedTest
  @MethodSource("measurements")
  void drawsThroughItsLandmarks(String id) {
    Measurement measurement = measurement(id);
    Take take = Take.of(measurement, 0, JITTER);
    for (String film : take.films().keySet()) {
      List<Graphic> graphics = take.graphics(film);
      assertTrue(graphics.stream().anyMatch(g -> g.role() != Graphic.Role.CONSTRUCTION));
      List<ImagePoint> drawn = new ArrayList<>();
      graphics.forEach(g -> drawn.addAll(g.points()));
      if (measurement.formula().source().contains("mid") || usesMidline(measurement)) {
        continue;
      }
      for (LandmarkId landmark : measurement.formula().landmarks()) {
        ImagePoint point = take.films().get(film).landmarks().point(landmark).orElseThrow();
        assertTrue(
            drawn.stream().anyMatch(d -> d.distanceTo(point) < 1e-3)
                || needsMoreThanIsDrawn(measurement),
            () -> landmark + " is not part of the drawing");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("measurements")
  void uncertainLandmarksAreSaidAndWidenTheInterval(String id) {
    Take clear = Take.of(measurement(id), 1, JITTER);
    Take estimated =
        clear.changed(
            s ->
                Take.with(
                    s,
                    LandmarkSet.of(
                        s.landmarks().all().stream()
                            .map(
                                p ->
                                    new Placement(
                                        p.landmark(), p.point(), Visibility.ESTIMATED, p.origin()))
                            .toList())));

    assertFalse(clear.value().caveats().contains(Outcome.Caveat.LANDMARK_UNCERTAIN));
    assertTrue(estimated.value().caveats().contains(Outcome.Caveat.LANDMARK_UNCERTAIN));
    if (clear.value() instanceof Outcome.Classified classified) {
      assertTrue(
          ((Outcome.Classified) estimated.value()).alsoPossible().size()
              >= classified.alsoPossible().size());
      return;
    }
    assertEquals(
        2 * interval(clear).orElseThrow().halfWidth(),
        interval(estimated).orElseThrow().halfWidth(),
        1e-9);
  }

  /** All landmarks of a plain distance, or of a film, coincide: nothing to draw. */
  private static boolean isFlat(Outcome outcome) {
    return outcome instanceof Outcome.Measured measured && measured.unit() == Unit.MILLIMETRE;
  }

  private static boolean isLength(Measurement measurement) {
    return measurement.unit().equals(Optional.of(Unit.MILLIMETRE));
  }

  private static Optional<Outcome.Interval> interval(Take take) {
    return take.value() instanceof Outcome.Measured measured
        ? measured.interval()
        : Optional.empty();
  }

  private static boolean usesMidline(Measurement measurement) {
    return measurement.formula().landmarks().first().value().startsWith("apl")
        && measurement.formula().landmarks().last().value().startsWith("skull-pair");
  }

  /** Midpoints of landmarks, and limits of classes, are not drawn. */
  private static boolean needsMoreThanIsDrawn(Measurement measurement) {
    return !measurement.categories().isEmpty()
        || Set.of(
                "redlund-johnell",
                "ranawat-c1-c2",
                "neck-tilt",
                "thoracic-inlet-angle",
                "centroid-cervical-lordosis")
            .contains(measurement.id());
  }

  private static void assertUnchanged(String id, UnaryOperator<Subject> change, double tolerance) {
    for (Take take : takes(measurement(id))) {
      assertEquals(take.number(), take.changed(change).number(), tolerance);
    }
  }

  private static List<Take> takes(Measurement measurement) {
    List<Take> takes = new ArrayList<>();
    for (int seed = 0; seed < FILMS; seed++) {
      takes.add(Take.of(measurement, seed, JITTER));
    }
    return takes;
  }

  private static Subject turned(Subject film, double degrees) {
    return Take.with(film, SchematicFilm.moved(film, SchematicFilm.rotation(degrees)));
  }

  private static PatientOrientation other(Subject film) {
    return film.orientation().orElseThrow().projection() == Projection.LATERAL
        ? new PatientOrientation(Direction.LEFT, Direction.FOOT)
        : new PatientOrientation(Direction.ANTERIOR, Direction.FOOT);
  }

  private static Placement plumb(LandmarkId id, double superior) {
    return Placement.at(id, SchematicFilm.toImage(new Point2(-90, superior)), Visibility.CLEAR);
  }

  private static Measurement measurement(String id) {
    return Catalogue.builtIn().measurement(id).orElseThrow();
  }
}
