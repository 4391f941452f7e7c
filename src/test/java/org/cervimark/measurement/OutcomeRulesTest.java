package org.cervimark.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.image.Facing;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PatientOrientation;
import org.cervimark.image.Scale;
import org.cervimark.image.ScaleSource;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** When a value is given, refused or qualified. */
class OutcomeRulesTest {

  private static final String FRONT = "c2-inferior-endplate-anterior";
  private static final String BACK = "c2-inferior-endplate-posterior";

  @ParameterizedTest
  @CsvSource({
    // spacing in mm or 0 for none, length of the endplate in pixels, accepted
    "0.1, 49, false",
    "0.1, 51, true",
    "0.25, 19, false",
    "0.25, 21, true",
    "0, 29, false",
    "0, 30, true",
  })
  void anAngleNeedsFiveMillimetresOrThirtyPixels(double spacing, int pixels, boolean accepted) {
    Outcome outcome =
        measurement("c2-slope")
            .evaluate(
                subject(
                    scale(spacing, ScaleSource.FIDUCIAL),
                    Map.of(
                        BACK, new ImagePoint(100, 100), FRONT, new ImagePoint(100 + pixels, 100))));

    if (accepted) {
      assertEquals(0, assertInstanceOf(Outcome.Measured.class, outcome).value(), 1e-9);
    } else {
      assertEquals(
          new Outcome.Degenerate(
              Outcome.Degenerate.Reason.BASELINE_TOO_SHORT,
              new TreeSet<>(Set.of(new LandmarkId(BACK), new LandmarkId(FRONT)))),
          outcome);
    }
  }

  @Test
  void aDistanceOfTwoMillimetresIsADistance() {
    Outcome outcome =
        measurement("adi")
            .evaluate(
                subject(
                    scale(0.1, ScaleSource.FIDUCIAL),
                    Map.of(
                        "c1-anterior-arch-posterior-mid", new ImagePoint(100, 100),
                        "c2-dens-anterior-at-c1", new ImagePoint(80, 100))));

    assertEquals(2, assertInstanceOf(Outcome.Measured.class, outcome).value(), 1e-9);
  }

  @ParameterizedTest
  @EnumSource(value = ScaleSource.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void onlyLengthsAreMagnified(ScaleSource source) {
    Subject film = SchematicFilm.of(measurement("adi"), new Random(0), 0);
    Subject scaled =
        new Subject(
            film.landmarks(),
            Scale.millimetres(SchematicFilm.PIXEL, SchematicFilm.PIXEL, source),
            film.orientation());

    for (String id : List.of("adi", "bai", "c2-c7-sva")) {
      assertEquals(source.magnified(), caveats(id, scaled).contains(Outcome.Caveat.MAGNIFIED), id);
    }
    for (String id : List.of("c2-c7-cobb", "powers-ratio", "listhesis-c4-c5:percent")) {
      assertEquals(false, caveats(id, scaled).contains(Outcome.Caveat.MAGNIFIED), id);
    }
  }

  /** Whoever exchanges the two ends of a line gets told, not a number. */
  @ParameterizedTest
  @CsvSource({
    "c2-c7-cobb, c7-inferior-endplate-anterior, c7-inferior-endplate-posterior",
    "c2-slope, c2-inferior-endplate-anterior, c2-inferior-endplate-posterior",
    "t1s-cl-mismatch, t1-superior-endplate-anterior, t1-superior-endplate-posterior",
    "ara-c2-c7, c7-superior-endplate-posterior, c7-inferior-endplate-posterior",
    "c0-c2-angle, hard-palate-posterior, occiput-inferior",
    "mcgregor-dens, hard-palate-posterior, occiput-inferior",
    "redlund-johnell, hard-palate-posterior, occiput-inferior",
    "bai, c2-body-superior-posterior, c2-inferior-endplate-posterior",
    "listhesis-c4-c5, c5-superior-endplate-anterior, c5-superior-endplate-posterior",
    "listhesis-c4-c5:percent, c5-superior-endplate-anterior, c5-superior-endplate-posterior",
    "atlas-laterality, apl-right, apl-left",
    "lower-angle, apl-right, apl-left",
    "odontoid-deviation, apl-right, apl-left",
    "atlas-rotation, c1-tp-right, c1-tp-left",
    "atlas-rotation, skull-axis-anterior, skull-axis-posterior",
    "coronal-head-tilt, mastoid-tip-right, mastoid-tip-left",
    "c2-spinous-deviation, c2-dens-tip, c2-dens-base-centre",
  })
  void exchangedLandmarksAreRefused(String id, String one, String other) {
    Subject film = SchematicFilm.of(measurement(id), new Random(4), 1);
    ImagePoint first = film.landmarks().point(new LandmarkId(one)).orElseThrow();
    ImagePoint second = film.landmarks().point(new LandmarkId(other)).orElseThrow();
    LandmarkSet exchanged =
        film.landmarks()
            .with(Placement.at(new LandmarkId(one), second, Visibility.CLEAR))
            .with(Placement.at(new LandmarkId(other), first, Visibility.CLEAR));

    Outcome outcome =
        measurement(id).evaluate(new Subject(exchanged, film.scale(), film.orientation()));

    Outcome.Degenerate degenerate = assertInstanceOf(Outcome.Degenerate.class, outcome);
    assertEquals(Outcome.Degenerate.Reason.LINE_RUNS_BACKWARDS, degenerate.reason());
    Set<String> named =
        degenerate.landmarks().stream().map(LandmarkId::value).collect(Collectors.toSet());
    assertEquals(true, named.contains(one) && named.contains(other), named.toString());
  }

  @Test
  void anUncertainPlumbLineIsSaidWhereTheVerticalCounts() {
    Subject film = SchematicFilm.of(measurement("c2-slope"), new Random(0), 0);
    Subject plumbed =
        new Subject(
            film.landmarks()
                .with(plumb(Subject.PLUMB_TOP, -1_000_000, Visibility.UNCERTAIN))
                .with(plumb(Subject.PLUMB_BOTTOM, 1_000_000, Visibility.CLEAR)),
            film.scale(),
            film.orientation());

    assertEquals(Set.of(Outcome.Caveat.LANDMARK_UNCERTAIN), caveats("c2-slope", plumbed));
    assertEquals(Set.of(), caveats("c2-c7-cobb", plumbed));
  }

  /** Skull pairs: three complete ones suffice, all complete ones are used. */
  @Test
  void theSkullLineUsesAllCompletePairs() {
    Measurement laterality = measurement("atlas-laterality");
    Subject film = SchematicFilm.of(laterality, new Random(2), 2);
    LandmarkSet onlyThree = film.landmarks();
    for (int k = 4; k <= 12; k++) {
      onlyThree = onlyThree.without(new LandmarkId("skull-pair-" + k + "-left"));
    }

    assertEquals(8, laterality.formula().landmarks().size());
    assertEquals(8, laterality.formula().landmarks(onlyThree).size());
    assertEquals(26, laterality.formula().landmarks(film.landmarks()).size());
    assertInstanceOf(
        Outcome.Measured.class,
        laterality.evaluate(new Subject(onlyThree, film.scale(), film.orientation())));
  }

  private static Set<Outcome.Caveat> caveats(String id, Subject subject) {
    return assertInstanceOf(Outcome.Measured.class, measurement(id).evaluate(subject), id)
        .caveats();
  }

  private static Placement plumb(LandmarkId id, int below, Visibility visibility) {
    return Placement.at(
        id, new ImagePoint(1000, SchematicFilm.MIDDLE + (double) below), visibility);
  }

  private static Scale scale(double spacing, ScaleSource source) {
    return spacing == 0 ? Scale.unknown(1) : Scale.millimetres(spacing, spacing, source);
  }

  private static Subject subject(Scale scale, Map<String, ImagePoint> points) {
    return new Subject(
        LandmarkSet.of(
            points.entrySet().stream()
                .map(e -> Placement.at(new LandmarkId(e.getKey()), e.getValue(), Visibility.CLEAR))
                .toList()),
        scale,
        Optional.of(PatientOrientation.lateral(Facing.RIGHT)));
  }

  private static Measurement measurement(String id) {
    return Catalogue.builtIn().measurement(id).orElseThrow();
  }
}
