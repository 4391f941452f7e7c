package org.cervimark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cervimark.anatomy.View;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Outcome;
import org.cervimark.measurement.Population;
import org.cervimark.terminology.BilingualText;
import org.cervimark.terminology.Unit;
import org.junit.jupiter.api.Test;

/** A population of mean 20 and standard deviation 5, on an axis of 800 points: 100 for each. */
final class DeviationTest {

  private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, 800, 20);
  private static final Color WIDE = new Color(1);
  private static final Color NARROW = new Color(2);
  private static final Color MEAN = new Color(3);
  private static final Color VALUE = new Color(4);
  private static final Color GROUND = new Color(5);

  @Test
  void theValueStandsWhereItLiesInThePopulation() {
    Drawn drawn = Drawn.of(deviation(12.5, 5));

    assertEquals(200, drawn.only(WIDE).getMinX(), 1e-9);
    assertEquals(600, drawn.only(WIDE).getMaxX(), 1e-9);
    assertEquals(300, drawn.only(NARROW).getMinX(), 1e-9);
    assertEquals(500, drawn.only(NARROW).getMaxX(), 1e-9);
    assertEquals(400, drawn.only(MEAN).getCenterX(), 1e-9);
    assertEquals(250, drawn.dot().getCenterX(), 1e-9);
    // The interval from 7.5 to 17.5, with an end at either side.
    assertEquals(150, drawn.interval().getMinX(), 1e-9);
    assertEquals(350, drawn.interval().getMaxX(), 1e-9);
    assertEquals(4, drawn.all(VALUE).size(), "line, two ends and the dot");
  }

  @Test
  void anIntervalThatLeavesTheAxisHasNoEndThere() {
    Drawn drawn = Drawn.of(deviation(37, 10));

    assertEquals(740, drawn.dot().getCenterX(), 1e-9);
    assertEquals(540, drawn.interval().getMinX(), 1e-9);
    assertEquals(800, drawn.interval().getMaxX(), 1e-9);
    assertEquals(3, drawn.all(VALUE).size(), "line, lower end and the dot");
  }

  @Test
  void anArrowPointsToAValueBeyondTheAxis() {
    assertTrue(deviation(-0.5, 1).isBeyond());
    assertFalse(deviation(0.5, 1).isBeyond());
    Drawn below = Drawn.of(deviation(-30, 2));
    Drawn above = Drawn.of(deviation(70, 2));

    assertEquals(List.of(), below.all(GROUND), "no dot");
    assertEquals(0, below.arrow().getMinX(), 1e-9);
    assertTrue(below.arrow().getMaxX() < 30);
    assertEquals(800, above.arrow().getMaxX(), 1e-9);
    assertTrue(above.arrow().getMinX() > 770);
  }

  @Test
  void numbersAreThoseOfThePopulation() {
    assertEquals("20.0 ± 5.0° [TEST]", deviation(1, 1).label());
    assertEquals("10.0", deviation(1, 1).tick(-2));
    assertEquals(-1.5, deviation(12.5, 1).deviations());
  }

  /** Populations stood upright; listings of techniques have none; bending has its own. */
  @Test
  void onlyTheRightFilmsHaveAPopulation() {
    int plotted = 0;
    for (Measurement measurement : Catalogue.builtIn().measurements()) {
      Outcome outcome =
          new Outcome.Measured(
              10, measurement.unit().orElse(Unit.RATIO), Optional.empty(), Set.of());
      List<Deviation> neutral = Deviation.of(measurement, outcome, View.LATERAL_NEUTRAL);
      List<Deviation> bent = Deviation.of(measurement, outcome, View.LATERAL_FLEXION);
      plotted += neutral.size();
      assertTrue(neutral.isEmpty() || measurement.tier() != Measurement.Tier.E3);
      assertEquals(measurement.films().isEmpty() ? List.of() : neutral, bent, measurement.id());
      for (Deviation deviation : neutral) {
        assertTrue(measurement.references().contains(deviation.population().reference()));
      }
    }
    assertTrue(plotted >= 10, "only " + plotted);
    Measurement cobb = Catalogue.builtIn().measurement("c2-c7-cobb").orElseThrow();
    Outcome millimetres = new Outcome.Measured(10, Unit.MILLIMETRE, Optional.empty(), Set.of());
    assertEquals(List.of(), Deviation.of(cobb, millimetres, View.LATERAL_NEUTRAL));
    assertEquals(List.of(), Deviation.of(cobb, new Outcome.NotOriented(), View.LATERAL_NEUTRAL));
  }

  private static Deviation deviation(double value, double halfWidth) {
    Measurement.ReferenceValue published =
        new Measurement.ReferenceValue(
            new BilingualText("made up for the test", "시험"),
            Optional.of(20.0),
            Optional.of(5.0),
            "TEST");
    Population population = published.population().orElseThrow();
    return new Deviation(
        new Outcome.Measured(
            value,
            Unit.DEGREE,
            Optional.of(new Outcome.Interval(halfWidth, Outcome.Interval.Basis.PLACEMENT_DEFAULT)),
            Set.of()),
        population);
  }

  /** What was drawn, in the order of drawing. */
  private static final class Drawn implements Pen {

    private record Stroke(Shape shape, Color colour) {}

    private final List<Stroke> strokes = new ArrayList<>();

    static Drawn of(Deviation deviation) {
      Drawn drawn = new Drawn();
      new DeviationBar(WIDE, NARROW, MEAN, VALUE, GROUND).draw(drawn, deviation, AREA);
      return drawn;
    }

    List<Shape> all(Color colour) {
      return strokes.stream().filter(s -> s.colour().equals(colour)).map(Stroke::shape).toList();
    }

    Rectangle2D only(Color colour) {
      List<Shape> shapes = all(colour);
      assertEquals(1, shapes.size());
      return shapes.get(0).getBounds2D();
    }

    Rectangle2D interval() {
      return all(VALUE).get(0).getBounds2D();
    }

    Ellipse2D dot() {
      List<Shape> shapes = all(VALUE);
      return (Ellipse2D) shapes.get(shapes.size() - 1);
    }

    Rectangle2D arrow() {
      List<Shape> shapes = all(VALUE);
      return shapes.get(shapes.size() - 1).getBounds2D();
    }

    @Override
    public void stroke(Shape shape, BasicStroke stroke, Color colour) {
      strokes.add(new Stroke(shape, colour));
    }

    @Override
    public void fill(Shape shape, Color colour) {
      strokes.add(new Stroke(shape, colour));
    }

    @Override
    public void text(String text, double x, double y, double size, boolean bold, Color colour) {
      throw new AssertionError("the bar has no texts: " + text);
    }

    @Override
    public double width(String text, double size, boolean bold) {
      throw new AssertionError(text);
    }

    @Override
    public double ascent(double size) {
      throw new AssertionError("the bar has no texts");
    }

    @Override
    public double descent(double size) {
      throw new AssertionError("the bar has no texts");
    }
  }
}
