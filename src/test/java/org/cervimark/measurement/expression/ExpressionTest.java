package org.cervimark.measurement.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.geometry.Point2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

  /** p to a rises 3 in 4 forward; i to s rises 4 and leans 3 forward; x lies beside both. */
  static final Map<String, Point2> POINTS =
      Map.of(
          "p", new Point2(0, 0),
          "a", new Point2(40, 30),
          "i", new Point2(10, 0),
          "s", new Point2(40, 40),
          "x", new Point2(50, 0),
          "y-1", new Point2(50, 10));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tilt(p, a)                          | 36.86989764584402",
        "tilt(line(p, a))                    | 36.86989764584402",
        "lean(i, s)                          | 36.86989764584402",
        "tilt(p, a) - tilt(p, x)             | 36.86989764584402",
        "-tilt(p, a)                         | -36.86989764584402",
        "tilt(p, a) + lean(i, s)             | 73.73979529168804",
        "180 deg - tilt(p, a)                | 143.13010235415598",
        "2 * tilt(p, a) / 4                  | 18.43494882292201",
        "dist(p, a)                          | 50",
        "above(p, a, s)                      | 8",
        "above(p, a, x)                      | -30",
        "above(line(p, a), x)                | -30",
        "ahead(i, s, x)                      | 32",
        "ahead(i, s, p)                      | -8",
        "along(p, a, x)                      | 40",
        "along(p, a, y-1, x)                 | -6",
        "along(line(p, a), y-1, x)           | -6",
        "upward(i, s, x)                     | 24",
        "horizontal(a, x)                    | 10",
        "vertical(a, x)                      | -30",
        "dist(mid(p, a), x)                  | 33.54101966249684",
        "dist(cross(line(p, a), line(x, y-1)), x) | 37.5",
        "dist(centroid(p, x, y-1, mid(p, y-1)), p) | 25.49509756796392",
        "dist(p, cross(parallel(p, a, x), line(p, s))) | 212.13203435596427",
        "abs(above(p, a, x))                 | 30",
        "max(0 mm, above(p, a, x))           | 0",
        "max(above(p, a, x), above(p, a, s)) | 8",
        "dist(p, a) / dist(p, x)             | 1",
        "percent(dist(a, x) / dist(p, a))    | 63.245553203367585",
        "dist(p, a) - 8 mm * 2               | 34",
        "1 - dist(p, a) / 100 mm             | 0.5",
        "(1 + 2) * 3                         | 9",
        "dist(p, cross(p, a, i, s, 1 deg))   | 28.57142857142857",
        "tilt(p, a) - 300 deg                | -263.13010235415598",
        "300 deg - tilt(p, a)                | 263.13010235415598",
        "max(tilt(p, a), 40 deg) - 0 deg     | 40",
      })
  void computes(String formula, double expected) throws ExpressionException {
    assertEquals(expected, value(formula, POINTS), 1e-9);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tilt(p, q)              | 8  | unknown name \"q\"",
        "tilt(p a)               | 7  | expected \",\" or \")\", found \"a\"",
        "tilt(p)                 | 0  | tilt lacks a point; it is written tilt(line) or"
            + " tilt(posterior, anterior) or tilt(right, left)",
        "tilt(p, a, x)           | 11 | too many arguments; tilt is written tilt(line) or"
            + " tilt(posterior, anterior) or tilt(right, left)",
        "tilt(p, dist(p, a))     | 8  | tilt expects a point here, found a length; it is written"
            + " tilt(line) or tilt(posterior, anterior) or tilt(right, left)",
        "tilt(3 deg)             | 5  | tilt expects a line or its two points here, found an angle;"
            + " it is written tilt(line) or tilt(posterior, anterior) or tilt(right, left)",
        "dist(p, line(p, a))     | 8  | dist expects a point here, found a line; it is written"
            + " dist(point, point)",
        "tilt(p, a) + dist(p, a) | 13 | expected an angle like on the left, found a length",
        "tilt(p, a) * dist(p, a) | 13 | expected a ratio to multiply an angle by, found a length",
        "tilt(p, a) / dist(p, a) | 13 | expected a ratio or an angle to divide an angle by, found a"
            + " length",
        "p + a                   | 0  | expected an angle, a length or a ratio, found a point",
        "percent(dist(p, a))     | 8  | expected a ratio, found a length",
        "max(0 mm, 0 deg)        | 10 | expected a length like the first, found an angle",
        "3 cm                    | 0  | expected the unit deg or mm after a number, found \"cm\"",
        "tilt(p, a) -tilt(p, x)  | 11 | a minus between two values needs spaces on both sides",
        "(tilt(p, a)             | 11 | expected \")\", found the end of the formula",
        "tilt(p, a) tilt(p, x)   | 11 | expected an operator or the end of the formula, found"
            + " \"tilt\"",
        "dist(p, a) # x          | 11 | \"#\" has no meaning here",
        "flexion(flexion(dist(p, a))) | 8 | expected what is measured on one film, found a film"
            + " within a film",
        "flexion(p)              | 8  | expected an angle, a length or a ratio, found a point",
        "flexion(dist(p, a), 1)  | 0  | flexion expects one angle, length or ratio measured on that"
            + " film",
        "flexion(dist(p, a)) - dist(p, a) | 0 | a formula over several films must say of every"
            + " landmark on which; expected it within neutral(...), flexion(...), extension(...)",
        "dist(p, cross(p, a, a, p, 90 deg)) | 26 | expected an angle from 1 deg to less than 90"
            + " deg",
        "midline(p, 1)           | 0  | midline expects a family of paired landmarks and a whole"
            + " number of at least 2; it is written midline(family, fewest)",
        "dist(p, cross(p, a, a, p, 0.5 deg)) | 26 | expected an angle from 1 deg to less than 90"
            + " deg",
        "dist(p, cross(p, a, a, p, 5 mm)) | 26 | expected an angle from 1 deg to less than 90 deg",
        "along(parallel(p, a, x), y-1) | 25 | this line begins at no landmark; write the point to"
            + " measure from",
        "midline(p, 3)           | 8  | expected at least 3 pairs of landmarks p-1-right, p-1-left"
            + " and so on, found 0",
      })
  void namesTheMistakeAndItsPlace(String formula, int offset, String message) {
    ExpressionException e = assertThrows(ExpressionException.class, () -> compile(formula, POINTS));

    assertEquals(message, e.explanation());
    assertEquals(offset, e.offset());
  }

  @Test
  void anUnspacedMinusBetweenKnownNamesIsExplained() {
    ExpressionException e = assertThrows(ExpressionException.class, () -> compile("p-a", POINTS));

    assertEquals("unknown name \"p-a\"; a minus needs spaces on both sides", e.explanation());
  }

  @Test
  void aMisspeltNameGetsAProposal() {
    Map<String, Point2> points = Map.of("c2-dens-tip", new Point2(0, 0));

    ExpressionException e =
        assertThrows(
            ExpressionException.class, () -> compile("dist(c2-den-tip, c2-dens-tip)", points));

    assertEquals("unknown name \"c2-den-tip\"; did you mean \"c2-dens-tip\"?", e.explanation());
  }

  @Test
  void endlessNestingIsRefusedAndDoesNotOverflow() {
    ExpressionException e =
        assertThrows(
            ExpressionException.class,
            () -> compile("(".repeat(100_000) + "1" + ")".repeat(100_000), POINTS));

    assertEquals("nested too deeply", e.explanation());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tilt(p, a)                              | true",
        "lean(i, s)                              | true",
        "tilt(p, a) - tilt(p, x)                 | false",
        "lean(i, s) - lean(p, a)                 | false",
        "tilt(p, a) + lean(i, s)                 | false",
        "tilt(p, a) - lean(i, s)                 | true",
        "tilt(p, a) + tilt(p, x)                 | true",
        "tilt(p, a) - (tilt(p, x) - tilt(p, a))  | true",
        "(tilt(p, a) + tilt(p, x)) / 2 - tilt(p, s) | false",
        "180 deg - (lean(i, s) - lean(p, a))     | false",
        "abs(tilt(p, a)) - abs(tilt(p, x))       | true",
        "abs(tilt(p, a) - tilt(p, x))            | false",
        "dist(p, a)                              | false",
        "above(p, a, x)                          | false",
        "along(p, a, x) / upward(i, s, x)        | false",
        "horizontal(p, a)                        | true",
        "vertical(p, a) / dist(p, a)             | true",
        "2 * tilt(p, a) - tilt(p, x) - tilt(p, s) | false",
        "tilt(p, a) * 2 - tilt(p, x) - tilt(p, s) | false",
        "0.5 * tilt(p, a) - tilt(p, x)           | true",
        "tilt(p, a) * 0.5 - tilt(p, x)           | true",
        "dist(p, a) / dist(p, x) * (tilt(p, a) - tilt(p, x)) | false",
        "dist(p, a) / dist(p, x) * tilt(p, a)    | true",
        "tilt(p, a) * (dist(p, a) / dist(p, x))  | true",
        "max(tilt(p, a) - tilt(p, x), 0 deg)     | false",
        "max(tilt(p, a), tilt(p, x))             | true",
        "max(0 deg, tilt(p, x))                  | true",
        "percent(vertical(p, a) / dist(p, a))    | true",
      })
  void knowsWhetherTheVerticalMatters(String formula, boolean expected) throws ExpressionException {
    assertEquals(expected, compile(formula, POINTS).turnsWithVertical());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tilt(p, a)               | false",
        "dist(p, a)               | true",
        "dist(p, a) / dist(p, x)  | false",
        "dist(p, a) / 20 mm       | true",
        "max(0 mm, dist(p, a)) / dist(p, x) | false",
      })
  void knowsWhetherAScaleIsNeeded(String formula, boolean expected) throws ExpressionException {
    assertEquals(expected, compile(formula, POINTS).needsScale());
  }

  @Test
  void listsLandmarksOfWhatItRefersTo() throws ExpressionException {
    Vocabulary vocabulary = vocabulary(POINTS.keySet());
    vocabulary.addFormula(
        "slope", Expression.compile("-tilt(p, a)", UnaryOperator.identity(), vocabulary));

    Expression formula =
        Expression.compile("slope - tilt(p, x)", UnaryOperator.identity(), vocabulary);

    assertEquals(Set.of("p", "a", "x"), names(formula.landmarks()));
  }

  @Test
  void placeholdersAreFilledIn() throws ExpressionException {
    Expression formula =
        Expression.compile(
            "dist({v}, y-{n})",
            s -> s.replace("{v}", "p").replace("{n}", "1"),
            vocabulary(POINTS.keySet()));

    assertEquals("dist(p, y-1)", formula.text());
    assertEquals(Set.of("p", "y-1"), names(formula.landmarks()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Dependent on the vertical: refused from 90 degrees.
        "tilt(p, a)              | 89  | 0    | true",
        "tilt(p, a)              | 91  | 0    | false",
        "lean(p, a)              | 0.5 | 0    | true",
        "lean(p, a)              | -1  | 0    | false",
        // Two lines that may lie askew together, but not far apart.
        "tilt(p, a) - tilt(i, s) | 100 | 80   | true",
        "tilt(p, a) - tilt(i, s) | 134 | 60   | true",
        "tilt(p, a) - tilt(i, s) | 136 | 60   | false",
        "tilt(p, a) - tilt(i, s) | 60  | -59  | true",
        "tilt(p, a) - tilt(i, s) | 60  | -61  | false",
        // A line that carries a perpendicular.
        "above(p, a, x)          | 134 | 0    | true",
        "above(p, a, x)          | 136 | 0    | false",
        "ahead(p, a, x)          | -44 | 0    | true",
        "ahead(p, a, x)          | -46 | 0    | false",
        // A plain distance has no sense of direction.
        "dist(p, a)              | 180 | 0    | true",
      })
  void refusesLinesThatRunBackwards(String formula, double first, double second, boolean accepted)
      throws ExpressionException {
    Map<String, Point2> points = new TreeMap<>(POINTS);
    points.put("a", polar(points.get("p"), 20, first));
    points.put("s", polar(points.get("i"), 20, second));
    Evaluation evaluation = compile(formula, points).evaluate(scene(points));

    if (accepted) {
      assertInstanceOf(Evaluation.Value.class, evaluation);
    } else {
      assertEquals(
          Fault.Reason.LINE_RUNS_BACKWARDS,
          assertInstanceOf(Evaluation.Faulty.class, evaluation).fault().reason());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tilt(p, a)                      | BASELINE_TOO_SHORT | a p",
        "above(p, a, x)                  | BASELINE_TOO_SHORT | a p",
        "along(p, a, x)                  | BASELINE_TOO_SHORT | a p",
        "dist(cross(line(p, x), line(i, s)), p) | LINES_PARALLEL | i p s x",
        "dist(p, x) / dist(i, j)         | DIVISION_BY_ZERO   | i j",
      })
  void namesTheRuleThatIsBroken(String formula, Fault.Reason reason, String landmarks)
      throws ExpressionException {
    Map<String, Point2> points =
        Map.of(
            "p", new Point2(0, 0),
            "a", new Point2(4.99, 0),
            "x", new Point2(50, 0),
            "i", new Point2(10, 20),
            "j", new Point2(10, 20),
            "s", new Point2(60, 20.8));
    Fault fault =
        assertInstanceOf(Evaluation.Faulty.class, compile(formula, points).evaluate(scene(points)))
            .fault();

    assertEquals(reason, fault.reason());
    assertEquals(Set.of(landmarks.split(" ")), names(fault.landmarks()));
  }

  @Test
  void aShortDistanceIsADistance() throws ExpressionException {
    Map<String, Point2> points = Map.of("p", new Point2(0, 0), "a", new Point2(0, 1.5));

    assertEquals(1.5, value("dist(p, a)", points), 1e-12);
  }

  @Test
  void theMidlineUsesEveryCompletePair() throws ExpressionException {
    Map<String, Point2> points = new TreeMap<>();
    // Midpoints (0, 0), (1, 10), (2, 20); the fourth pair lies off the line and lacks its left
    // half.
    for (int k = 1; k <= 4; k++) {
      points.put("pair-" + k + "-right", new Point2(k - 1 - 50.0, 10.0 * (k - 1)));
      points.put("pair-" + k + "-left", new Point2(k - 1 + 50.0, 10.0 * (k - 1)));
    }
    Expression formula = compile("lean(midline(pair, 3))", points);
    points.remove("pair-4-left");

    assertEquals(
        Math.toDegrees(Math.atan(0.1)),
        assertInstanceOf(Evaluation.Value.class, formula.evaluate(scene(points))).value(),
        1e-9);
  }

  @Test
  void theMidlineAsksForThePairsThatCanStillBeCompleted() throws ExpressionException {
    Map<String, Point2> points = new TreeMap<>();
    for (int k = 1; k <= 5; k++) {
      points.put("pair-" + k + "-right", new Point2(0, 0));
      points.put("pair-" + k + "-left", new Point2(0, 0));
    }
    Expression formula = compile("lean(midline(pair, 3))", points);
    assertEquals(6, formula.landmarks().size());

    Set<String> placed = Set.of("pair-1-right", "pair-1-left", "pair-3-right");
    Demand demand = formula.demand(id -> availability(id, placed, Set.of("pair-2-left")));
    assertEquals(Set.of("pair-3-left", "pair-4-right", "pair-4-left"), names(demand.missing()));
    assertEquals(Set.of("pair-1-right", "pair-1-left"), names(demand.used()));
    assertTrue(demand.notVisible().isEmpty());

    Set<String> lost = Set.of("pair-2-left", "pair-4-left", "pair-5-right");
    Demand hopeless = formula.demand(id -> availability(id, placed, lost));
    assertEquals(lost, names(hopeless.notVisible()));
  }

  @Test
  void aFaultOnOneOfSeveralFilmsNamesIt() throws ExpressionException {
    Expression change = compile("flexion(tilt(p, a)) - extension(tilt(p, a))", POINTS);
    Map<String, Point2> backwards = new TreeMap<>(POINTS);
    backwards.put("a", new Point2(-40, 30));
    Scene films = Scene.of(Map.of("flexion", scene(backwards), "extension", scene(POINTS)));
    Fault fault = assertInstanceOf(Evaluation.Faulty.class, change.evaluate(films)).fault();

    assertEquals(Optional.of("flexion"), fault.film());
    assertEquals(Fault.Reason.LINE_RUNS_BACKWARDS, fault.reason());
    assertEquals(Set.of("flexion", "extension"), change.films());
    assertTrue(change.turnsWithVertical());
    assertFalse(compile("flexion(dist(p, a)) - extension(dist(p, a))", POINTS).turnsWithVertical());
    assertEquals(List.of(), change.strokes("flexion", films));
    Scene good = Scene.of(Map.of("flexion", scene(POINTS), "extension", scene(POINTS)));
    assertEquals(2, change.strokes("flexion", good).size());
    assertEquals(List.of(), change.strokes("neutral", good));
    assertEquals(0, ((Evaluation.Value) change.evaluate(good)).value());
  }

  @Test
  void typesAreThoseOfWhatIsMeasured() throws ExpressionException {
    assertEquals(Type.LENGTH, compile("abs(along(p, a, x))", POINTS).type());
    assertEquals(Type.PERCENT, compile("percent(dist(p, a) / dist(p, x))", POINTS).type());
    assertEquals(Type.LENGTH, compile("upward(i, s, x)", POINTS).type());
    assertEquals(Type.LINE, compile("parallel(p, a, x)", POINTS).type());
    assertEquals(Type.POINT, compile("mid(p, a)", POINTS).type());
    Expression point = compile("mid(p, a)", POINTS);
    assertThrows(IllegalStateException.class, () -> point.evaluate(scene(POINTS)));
  }

  @Test
  void definitionsOfNamesAreToldInTheOrderOfUse() throws ExpressionException {
    Vocabulary vocabulary = vocabulary(POINTS.keySet());
    assertTrue(vocabulary.addAlias("front", "a"));
    assertTrue(
        vocabulary.addFormula(
            "base", Expression.compile("line(p, front)", UnaryOperator.identity(), vocabulary)));
    assertTrue(
        vocabulary.addFormula(
            "slope", Expression.compile("tilt(base)", UnaryOperator.identity(), vocabulary)));
    assertFalse(
        vocabulary.addFormula(
            "slope", Expression.compile("-tilt(base)", UnaryOperator.identity(), vocabulary)));
    Expression formula =
        Expression.compile("slope - tilt(p, x)", UnaryOperator.identity(), vocabulary);

    assertEquals(
        List.of("slope = tilt(base)", "base = line(p, front)", "front = a"),
        formula.definitions().entrySet().stream()
            .map(e -> e.getKey() + " = " + e.getValue())
            .toList());
  }

  /** So many letters may be wrong as a quarter of the written name has. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dens-tip | dens-top | true",
        "dens-tip | dens-tp | true",
        "dens-tip | dns-top | false",
        "dens-tip | dnns-toppp | false",
        "dens-tip | xens-tixx | false",
        "dens-tip | ens-tipx | true",
        "abc | abd | false",
        "abcd | abce | true",
      })
  void onlyWhatIsNearIsProposed(String known, String written, boolean near) {
    ExpressionException e =
        assertThrows(
            ExpressionException.class,
            () -> compile("dist(" + known + ", " + written + ")", Map.of(known, new Point2(0, 0))));

    assertEquals(
        "unknown name \"" + written + "\"" + (near ? "; did you mean \"" + known + "\"?" : ""),
        e.explanation());
  }

  @Test
  void aMidlineNeedsLengthAndAnAxis() throws ExpressionException {
    Map<String, Point2> points = new TreeMap<>();
    for (int k = 1; k <= 2; k++) {
      points.put("pair-" + k + "-right", new Point2(-10, 4.9 * (k - 1)));
      points.put("pair-" + k + "-left", new Point2(10, 4.9 * (k - 1)));
    }
    Expression formula = compile("lean(midline(pair, 2))", points);
    Fault tooShort = ((Evaluation.Faulty) formula.evaluate(scene(points))).fault();
    assertEquals(Fault.Reason.BASELINE_TOO_SHORT, tooShort.reason());
    assertEquals(points.keySet(), names(tooShort.landmarks()));
    points.put("pair-2-right", new Point2(-10, 5));
    points.put("pair-2-left", new Point2(10, 5));
    assertEquals(0, value("lean(midline(pair, 2))", points), 1e-9);
    points.put("pair-2-right", new Point2(-10, 0));
    points.put("pair-2-left", new Point2(10, 0));
    Fault heap = ((Evaluation.Faulty) formula.evaluate(scene(points))).fault();
    assertEquals(points.keySet(), names(heap.landmarks()));
  }

  @Test
  void namesAreTakenOnce() {
    Vocabulary vocabulary = vocabulary(Set.of("p"));

    assertFalse(vocabulary.addLandmark(new LandmarkId("p")));
    assertFalse(vocabulary.addAlias("q", "unknown"));
    assertTrue(vocabulary.addAlias("q", "p"));
    assertFalse(vocabulary.addAlias("q", "p"));
  }

  private static Availability availability(LandmarkId id, Set<String> placed, Set<String> lost) {
    if (placed.contains(id.value())) {
      return Availability.PLACED;
    }
    return lost.contains(id.value()) ? Availability.NOT_VISIBLE : Availability.OPEN;
  }

  private static Set<String> names(Set<LandmarkId> landmarks) {
    return landmarks.stream().map(LandmarkId::value).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Point2 polar(Point2 from, double length, double degrees) {
    double angle = Math.toRadians(degrees);
    return from.plus(new Point2(length * Math.cos(angle), length * Math.sin(angle)));
  }

  static Scene scene(Map<String, Point2> points) {
    return new Scene(
        points.entrySet().stream()
            .collect(Collectors.toMap(e -> new LandmarkId(e.getKey()), Map.Entry::getValue)),
        5);
  }

  private static Vocabulary vocabulary(Set<String> landmarks) {
    Vocabulary vocabulary = new Vocabulary();
    landmarks.forEach(name -> vocabulary.addLandmark(new LandmarkId(name)));
    return vocabulary;
  }

  static Expression compile(String formula, Map<String, Point2> points) throws ExpressionException {
    return Expression.compile(formula, UnaryOperator.identity(), vocabulary(points.keySet()));
  }

  private static double value(String formula, Map<String, Point2> points)
      throws ExpressionException {
    return assertInstanceOf(
            Evaluation.Value.class, compile(formula, points).evaluate(scene(points)), formula)
        .value();
  }
}
