package org.cervimark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.anatomy.View;
import org.cervimark.image.ImagePoint;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.landmark.Placement;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Protocol;
import org.cervimark.measurement.UserDefinitions;
import org.cervimark.reading.FreeMark;
import org.cervimark.reading.MeasuredValue;
import org.cervimark.reading.Reading;
import org.cervimark.reading.ReadingSession;
import org.cervimark.reading.StudyFilms;
import org.cervimark.reading.StudyReport;
import org.cervimark.report.LandmarkTable;
import org.cervimark.report.Phantoms;
import org.cervimark.report.SavedPhantom;

/**
 * A saved study with something of everything: a film in two blinded passes, with measurements that
 * a user defined, a value refused because a landmark is missing or not visible, and things drawn
 * freely; and two films that are measured together.
 *
 * @param catalogue with the user's measurements
 * @param definitions the user's file
 * @param folder where the films lie
 * @param saved the last revision
 * @param neutral the film in two passes, as it was before saving
 * @param values all values before saving, found as {@link ExportedForms} finds them
 */
record ManifoldStudy(
    Catalogue catalogue,
    Path definitions,
    Path folder,
    StudyReport saved,
    Reading neutral,
    Map<String, MeasuredValue> values) {

  private static final Path VISIT = Path.of("test-images/hong/2026-01-14");
  private static final String MINE =
      """
      measurements:
        - id: my-c3-c6-angle
          code: XC3C6
          meaning: C3-C6 angle
          name: {en: My C3–C6 angle, ko: 나의 C3–C6 각}
          views: [lateral-neutral]
          unit: deg
          method: ANG2LINE
          version: "1"
          formula: tilt(c3-inferior-endplate) - tilt(c6-inferior-endplate)
          tier: E2
          sign: {positive: {en: lordosis, ko: 전만}, negative: {en: kyphosis, ko: 후만}}
        - id: my-palate
          code: XPALATE
          meaning: Palate length
          name: {en: My palate length, ko: 나의 구개}
          views: [lateral-neutral]
          unit: mm
          method: DIST2PT
          version: "1"
          formula: dist(hard-palate-posterior, basion)
          tier: E2
        - id: my-dens-class
          code: XDENS
          meaning: Dens and McGregor line
          name: {en: My dens class, ko: 나의 치돌기}
          views: [lateral-neutral]
          kind: category
          method: CONSTRUCT
          version: "1"
          formula: above(c3-inferior-endplate, c2-dens-tip)
          tier: E2
          categories:
            - {id: below, code: XDENSB, meaning: Dens below, en: under it, ko: 아래, below: 0 mm}
            - {id: above, code: XDENSA, meaning: Dens above, en: over it, ko: 위}
      """;

  /** Saves the study below a folder, in three revisions. */
  static ManifoldStudy in(Path folder) throws Exception {
    Path definitions = Files.writeString(folder.resolve("mine.yaml"), MINE + protocol());
    UserDefinitions mine = UserDefinitions.read(definitions);
    assertEquals(List.of(), mine.problems());
    Catalogue catalogue = mine.catalogue();
    Path study = Files.createDirectories(folder.resolve("study"));
    List<Reading> readings = new ArrayList<>();
    for (String film : List.of("lateral-flexion.dcm", "lateral-extension.dcm")) {
      ReadingSession session = Phantoms.session(VISIT.resolve(film), Optional.empty());
      SavedPhantom.in(study, VISIT.resolve(film), session);
      readings.add(session.toReading());
    }
    ReadingSession session = twice(catalogue);
    Reading neutral = session.toReading();
    readings.add(neutral);
    StudyReport saved = SavedPhantom.in(study, Phantoms.LATERAL, session).report();
    Map<String, MeasuredValue> values = new HashMap<>();
    for (Reading reading : readings) {
      reading.values().forEach(v -> values.put(key(reading, v.measurement()), v));
    }
    String together = uid(readings.get(0)) + " " + uid(readings.get(1));
    StudyFilms.of(readings)
        .values(catalogue)
        .forEach(v -> values.put(together + "/" + v.measurement(), v));
    return new ManifoldStudy(catalogue, definitions, study, saved, neutral, values);
  }

  /** Where a value of an image is found. */
  static String key(Reading reading, String id) {
    return uid(reading) + "/" + id;
  }

  /** The image of a reading. */
  static String uid(Reading reading) {
    return reading.image().sopInstanceUid();
  }

  /** The protocol of neutral films, with the measurements of a user. */
  private static String protocol() {
    Protocol standard =
        Catalogue.builtIn().protocols().stream()
            .filter(p -> p.view() == View.LATERAL_NEUTRAL)
            .max(Comparator.comparing(p -> p.landmarks().size()))
            .orElseThrow();
    String ids =
        Catalogue.builtIn().measurements(standard).stream()
            .map(Measurement::id)
            .collect(Collectors.joining(", "));
    return """
    protocols:
      - id: my-protocol
        name: {en: My protocol, ko: 나의 프로토콜}
        view: lateral-neutral
        landmarks: [%s]
        measurements: [my-c3-c6-angle, my-palate, my-dens-class, %s]
    """
        .formatted(
            standard.landmarks().stream().map(LandmarkId::value).collect(Collectors.joining(", ")),
            ids);
  }

  /** A film read twice, the second time with each landmark a little elsewhere. */
  private static ReadingSession twice(Catalogue catalogue) throws Exception {
    LandmarkSet truth = Phantoms.session(Phantoms.LATERAL, Optional.empty()).landmarks();
    ReadingSession session =
        new ReadingSession(
            Phantoms.radiograph(Phantoms.LATERAL),
            catalogue,
            catalogue.protocol("my-protocol").orElseThrow());
    Random random = new Random(7);
    LandmarkTable.place(truth, session);
    session.beginPass();
    for (Placement placement : truth.all()) {
      ImagePoint point = placement.point().orElseThrow();
      session.place(
          placement.landmark(),
          new ImagePoint(
              point.column() + random.nextGaussian() * 3, point.row() + random.nextGaussian() * 3));
    }
    session.revealPasses();
    session.remove(new LandmarkId("hard-palate-posterior"));
    session.markNotVisible(new LandmarkId("t1-superior-endplate-anterior"));
    session.put(FreeMark.of(FreeMark.Kind.ANGLE, points(10, 900, 10, 10, 800, 20), "=1+1"));
    session.put(FreeMark.of(FreeMark.Kind.DISTANCE, points(100, 200, 320, 410), "gap"));
    session.put(FreeMark.of(FreeMark.Kind.NOTE, points(50, 60), "look here"));
    return session;
  }

  private static List<ImagePoint> points(double... coordinates) {
    List<ImagePoint> points = new ArrayList<>();
    for (int i = 0; i < coordinates.length; i += 2) {
      points.add(new ImagePoint(coordinates[i], coordinates[i + 1]));
    }
    return points;
  }
}
