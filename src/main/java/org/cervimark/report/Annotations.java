package org.cervimark.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cervimark.graphic.Graphic;
import org.cervimark.image.ImagePoint;
import org.cervimark.landmark.Placement;
import org.cervimark.landmark.Visibility;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Outcome;
import org.cervimark.reading.Reading;

/**
 * What is drawn on a radiograph for a reading: its landmarks and constructions, each construction
 * with the number of its value. Sizes follow those of the image, colours stand out from grey and
 * from each other, and a dark rim separates every line from bright bone.
 */
public final class Annotations {

  // Light colours that differ in hue and, for the colour-blind, in lightness.
  private static final List<Color> COLOURS =
      List.of(
          new Color(0xFFD24D),
          new Color(0x4DD2FF),
          new Color(0xFF8FA3),
          new Color(0x8CE68C),
          new Color(0xC9A6FF),
          new Color(0xFFAA5C),
          new Color(0xE6FF99),
          new Color(0x80FFE0));

  /** With more values than this the legend gives abbreviations. */
  private static final int MOST_FULL_LINES = 15;

  private static final Color RIM = new Color(0, 0, 0, 150);
  private static final Color CLEAR = new Color(0xFFFFFF);
  private static final Color UNSURE = new Color(0xFF9F1C);

  private final Reading reading;
  private final Locale locale;
  private final double unit;
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(String number, Color colour, List<Graphic> graphics, Legend.Line legend) {}

  /**
   * The annotations of a reading.
   *
   * @param locale the language of the legend
   */
  public Annotations(Reading reading, Catalogue catalogue, Locale locale) {
    this.reading = reading;
    this.locale = locale;
    this.unit = Math.max(1, Math.min(reading.columns(), reading.rows()) / 900.0);
    List<ReportedValue> values = ReportedValue.of(reading, catalogue);
    boolean brief = values.size() > MOST_FULL_LINES;
    for (ReportedValue value : values) {
      if (value.outcome() instanceof Outcome.Value outcome) {
        if (value.measurement().isPresent()) {
          add(value.measurement().get(), outcome, brief);
        } else {
          addUnknown(value.id(), outcome);
        }
      }
    }
  }

  /** The size of letters beside the drawing, in pixels of the image. */
  double letters() {
    return 12 * unit;
  }

  /** The lines of the legend. */
  List<Legend.Line> legend() {
    return entries.stream().map(Entry::legend).toList();
  }

  /**
   * The colours in which the measurements are drawn, in the order of the values measured; the first
   * has the number 1.
   */
  public List<Color> colours() {
    return entries.stream().map(Entry::colour).toList();
  }

  /** Draws everything but the legend; the pen's units are pixels of the image. */
  public void draw(Pen pen) {
    for (Entry entry : entries) {
      entry.graphics().forEach(graphic -> line(pen, graphic, entry.colour()));
    }
    landmarks(pen);
    numbers(pen);
  }

  /** Draws the landmarks alone, for what has been covered by a legend. */
  void landmarks(Pen pen) {
    reading.landmarks().all().forEach(placement -> landmark(pen, placement));
  }

  private void add(Measurement measurement, Outcome.Value outcome, boolean brief) {
    String number = Integer.toString(entries.size() + 1);
    Color colour = COLOURS.get(entries.size() % COLOURS.size());
    String name =
        brief && !measurement.abbreviation().isEmpty()
            ? measurement.abbreviation()
            : measurement.name(locale);
    String value;
    Optional<String> sign = Optional.empty();
    if (outcome instanceof Outcome.Measured measured) {
      value = measured.unit().format(measured.value()) + measured.unit().suffix();
      sign =
          measurement
              .signWords()
              .filter(words -> !brief)
              .map(words -> words.of(measured.unit().displayed(measured.value()), locale));
    } else {
      value = ((Outcome.Classified) outcome).category().name(locale);
    }
    entries.add(
        new Entry(
            number,
            colour,
            measurement.formula().graphics(reading.subject()),
            new Legend.Line(number, colour, name, (value + " " + sign.orElse("")).strip())));
  }

  // It keeps its number, so that the numbers agree with those of the note.
  private void addUnknown(String id, Outcome.Value outcome) {
    String number = Integer.toString(entries.size() + 1);
    String value =
        outcome instanceof Outcome.Measured measured
            ? measured.unit().format(measured.value()) + measured.unit().suffix()
            : ((Outcome.Classified) outcome).category().name(locale);
    entries.add(
        new Entry(
            number,
            CLEAR,
            List.of(),
            new Legend.Line(number, CLEAR, PlainText.harmless(id), value)));
  }

  private void line(Pen pen, Graphic graphic, Color colour) {
    Path2D path = new Path2D.Double();
    List<ImagePoint> points = graphic.points();
    path.moveTo(points.get(0).column(), points.get(0).row());
    points.subList(1, points.size()).forEach(p -> path.lineTo(p.column(), p.row()));
    BasicStroke stroke =
        switch (graphic.role()) {
          case ARM -> stroke(1.6);
          case DISTANCE -> stroke(2.4);
          case REFERENCE -> stroke(1.2, 9, 5);
          case CONSTRUCTION -> stroke(1.2, 4, 3);
        };
    rimmed(pen, path, stroke, colour);
    if (graphic.role() == Graphic.Role.DISTANCE) {
      ends(points).forEach(end -> rimmed(pen, end, stroke(1.6), colour));
    }
  }

  /** The short cross-strokes at the ends of a distance. */
  private List<Line2D> ends(List<ImagePoint> points) {
    ImagePoint first = points.get(0);
    ImagePoint last = points.get(points.size() - 1);
    double length = first.distanceTo(last);
    if (length == 0) {
      return List.of();
    }
    double half = 5 * unit / length;
    double across = (last.row() - first.row()) * half;
    double down = (first.column() - last.column()) * half;
    List<Line2D> ends = new ArrayList<>();
    for (ImagePoint p : List.of(first, last)) {
      ends.add(
          new Line2D.Double(
              p.column() - across, p.row() - down, p.column() + across, p.row() + down));
    }
    return ends;
  }

  private void landmark(Pen pen, Placement placement) {
    if (placement.point().isEmpty()) {
      return;
    }
    ImagePoint p = placement.point().get();
    double radius = 3.5 * unit;
    Shape ring =
        new Ellipse2D.Double(p.column() - radius, p.row() - radius, 2 * radius, 2 * radius);
    if (placement.visibility() == Visibility.CLEAR) {
      rimmed(pen, ring, stroke(1.2), CLEAR);
    } else {
      rimmed(pen, ring, stroke(1.2, 2, 2), UNSURE);
    }
  }

  private void numbers(Pen pen) {
    NumberTags tags = new NumberTags(pen, letters(), reading.columns(), reading.rows());
    points().forEach(p -> tags.keepClear(p, 5 * unit));
    // Values of the same construction share one tag.
    Map<List<Graphic>, String> shared = new LinkedHashMap<>();
    Map<List<Graphic>, Color> colours = new HashMap<>();
    for (Entry entry : entries) {
      shared.merge(entry.graphics(), entry.number(), (one, other) -> one + ", " + other);
      colours.putIfAbsent(entry.graphics(), entry.colour());
    }
    shared.forEach(
        (graphics, numbers) -> {
          if (!graphics.isEmpty()) {
            List<ImagePoint> points = graphics.get(0).points();
            tags.paint(
                numbers,
                colours.getOrDefault(graphics, CLEAR),
                points.get(0),
                points.get(points.size() - 1));
          }
        });
  }

  /** The points that a legend should not hide. */
  List<ImagePoint> drawn() {
    List<ImagePoint> drawn = new ArrayList<>(points());
    for (Entry entry : entries) {
      for (Graphic graphic : entry.graphics()) {
        drawn.addAll(graphic.points());
      }
    }
    return drawn;
  }

  private List<ImagePoint> points() {
    return reading.landmarks().all().stream().flatMap(p -> p.point().stream()).toList();
  }

  private void rimmed(Pen pen, Shape shape, BasicStroke stroke, Color colour) {
    pen.stroke(
        shape,
        new BasicStroke(
            stroke.getLineWidth() + (float) (1.6 * unit),
            stroke.getEndCap(),
            stroke.getLineJoin(),
            stroke.getMiterLimit(),
            stroke.getDashArray(),
            stroke.getDashPhase()),
        RIM);
    pen.stroke(shape, stroke, colour);
  }

  private BasicStroke stroke(double width, double... dashes) {
    float scaled = (float) (width * unit);
    if (dashes.length == 0) {
      return new BasicStroke(scaled, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }
    float[] pattern = new float[dashes.length];
    for (int i = 0; i < dashes.length; i++) {
      pattern[i] = (float) (dashes[i] * unit);
    }
    return new BasicStroke(scaled, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, pattern, 0);
  }
}
