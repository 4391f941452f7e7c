package org.cervimark.measurement.expression;

import static org.cervimark.measurement.expression.ExpressionTest.POINTS;
import static org.cervimark.measurement.expression.ExpressionTest.compile;
import static org.cervimark.measurement.expression.ExpressionTest.scene;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cervimark.geometry.Point2;
import org.cervimark.graphic.Graphic.Role;
import org.junit.jupiter.api.Test;

/** What formulas draw, stroke by stroke. */
final class DrawerTest {

  @Test
  void drawsAnglesThroughTheirLandmarks() throws ExpressionException {
    List<Stroke> strokes = compile("tilt(p, a) - tilt(p, x)", POINTS).strokes(scene(POINTS));

    assertEquals(
        List.of(
            new Stroke(POINTS.get("p"), POINTS.get("a"), Role.ARM),
            new Stroke(POINTS.get("p"), POINTS.get("x"), Role.ARM)),
        strokes);
  }

  @Test
  void drawsTheHorizontalWhereItCounts() throws ExpressionException {
    List<Stroke> strokes = compile("tilt(p, a)", POINTS).strokes(scene(POINTS));

    assertEquals(
        List.of(
            new Stroke(POINTS.get("p"), POINTS.get("a"), Role.ARM),
            new Stroke(POINTS.get("p"), new Point2(50, 0), Role.CONSTRUCTION)),
        strokes);
  }

  @Test
  void drawsAPerpendicularFromItsFoot() throws ExpressionException {
    List<Stroke> strokes = compile("above(p, x, s)", POINTS).strokes(scene(POINTS));

    assertEquals(
        List.of(
            new Stroke(POINTS.get("p"), POINTS.get("x"), Role.REFERENCE),
            new Stroke(new Point2(40, 0), POINTS.get("s"), Role.DISTANCE)),
        strokes);
  }

  @Test
  void extendsAReferenceLineToTheFoot() throws ExpressionException {
    List<Stroke> strokes = compile("above(p, i, s)", POINTS).strokes(scene(POINTS));

    assertTrue(strokes.contains(new Stroke(POINTS.get("i"), new Point2(40, 0), Role.CONSTRUCTION)));
  }

  /** Foot and point of both ends, and the way between the feet; the line is extended to them. */
  @Test
  void drawsHowFarOneLiesFromTheOtherAlongALine() throws ExpressionException {
    List<Stroke> strokes = compile("along(line(p, i), s, x)", POINTS).strokes(scene(POINTS));

    Point2 from = new Point2(40, 0);
    assertEquals(
        List.of(
            new Stroke(POINTS.get("p"), POINTS.get("i"), Role.REFERENCE),
            new Stroke(POINTS.get("i"), from, Role.CONSTRUCTION),
            new Stroke(POINTS.get("i"), POINTS.get("x"), Role.CONSTRUCTION),
            new Stroke(from, POINTS.get("x"), Role.DISTANCE),
            new Stroke(from, POINTS.get("s"), Role.CONSTRUCTION)),
        strokes);
  }

  @Test
  void extendsAReferenceLineBackwardToTheFoot() throws ExpressionException {
    Map<String, Point2> points = new TreeMap<>(POINTS);
    points.put("b", new Point2(-20, 7));
    List<Stroke> strokes = compile("above(p, i, b)", points).strokes(scene(points));

    assertTrue(
        strokes.contains(new Stroke(POINTS.get("p"), new Point2(-20, 0), Role.CONSTRUCTION)));
    assertTrue(strokes.contains(new Stroke(new Point2(-20, 0), points.get("b"), Role.DISTANCE)));
    // A foot at an end of the line asks for no extension.
    points.put("b", new Point2(0, 7));
    assertEquals(2, compile("above(p, i, b)", points).strokes(scene(points)).size());
    points.put("b", new Point2(10, 7));
    assertEquals(2, compile("above(p, i, b)", points).strokes(scene(points)).size());
  }

  @Test
  void drawsAHorizontalDistanceBelowAPlumbLine() throws ExpressionException {
    List<Stroke> strokes = compile("horizontal(p, a)", POINTS).strokes(scene(POINTS));
    Point2 corner = new Point2(0, 30);
    assertEquals(
        List.of(
            new Stroke(POINTS.get("p"), corner, Role.CONSTRUCTION),
            new Stroke(corner, POINTS.get("a"), Role.DISTANCE)),
        strokes);
    List<Stroke> upright = compile("vertical(p, a)", POINTS).strokes(scene(POINTS));
    assertTrue(upright.contains(new Stroke(POINTS.get("p"), new Point2(40, 0), Role.CONSTRUCTION)));
    assertTrue(upright.contains(new Stroke(new Point2(40, 0), POINTS.get("a"), Role.DISTANCE)));
  }

  /** Both lines, each extended to where they meet. */
  @Test
  void drawsTheLinesThatCross() throws ExpressionException {
    Map<String, Point2> points =
        Map.of(
            "p", new Point2(0, 0),
            "q", new Point2(10, 0),
            "r", new Point2(30, 20),
            "s", new Point2(30, 10));
    List<Stroke> strokes =
        compile("dist(p, cross(line(p, q), line(r, s)))", points).strokes(scene(points));

    Point2 meeting = new Point2(30, 0);
    assertTrue(
        strokes.contains(new Stroke(points.get("q"), meeting, Role.CONSTRUCTION)),
        strokes::toString);
    assertTrue(strokes.contains(new Stroke(points.get("s"), meeting, Role.CONSTRUCTION)));
    assertTrue(strokes.contains(new Stroke(points.get("p"), points.get("q"), Role.CONSTRUCTION)));
    assertTrue(strokes.contains(new Stroke(points.get("r"), points.get("s"), Role.CONSTRUCTION)));
    assertTrue(strokes.contains(new Stroke(points.get("p"), meeting, Role.DISTANCE)));
  }

  @Test
  void drawsNothingWhereThereIsNoValue() throws ExpressionException {
    Map<String, Point2> points = Map.of("p", new Point2(0, 0), "a", new Point2(-20, 0));

    assertTrue(compile("tilt(p, a)", points).strokes(scene(points)).isEmpty());
  }
}
