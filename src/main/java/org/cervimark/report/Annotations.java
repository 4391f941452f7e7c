package org.cervimark.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cervimark.anatomy.LandmarkId;
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

  private static final double LETTERS = 12;
  private static final Color RIM = new Color(0, 0, 0, 150);
  private static final Color CLEAR = new Color(0xFFFFFF);
  private static final Color UNSURE = new Color(0xFF9F1C);

  private final Reading reading;
  private final double unit;
  private final Rectangle2D area;
  private final List<Entry> entries;
  private final List<String> leading;
  private final Set<LandmarkId> shown;
  private final int omitted;

  /** A value with what is drawn for it. */
  private record Entry(
      String id,
      String number,
      Color colour,
      List<Graphic> graphics,
      Set<LandmarkId> landmarks,
      String shortName,
      Legend.Line legend) {}

  /**
   * The annotations of a reading, with all its values.
   *
   * @param locale the language of the legend
   */
  public Annotations(Reading reading, Catalogue catalogue, Locale locale) {
    this.reading = reading;
    this.unit = Math.max(1, Math.min(reading.columns(), reading.rows()) / 900.0);
    this.area = new Rectangle2D.Double(0, 0, reading.columns(), reading.rows());
    List<Entry> all = new ArrayList<>();
    for (ReportedValue value : ReportedValue.of(reading, catalogue)) {
      if (value.outcome() instanceof Outcome.Value outcome) {
        String number = Integer.toString(all.size() + 1);
        Color colour = COLOURS.get(all.size() % COLOURS.size());
        all.add(
            value
                .measurement()
                .map(m -> known(reading, m, number, colour, outcome, locale))
                .orElseGet(() -> unknown(value.id(), number, outcome, locale)));
      }
    }
    this.entries = List.copyOf(all);
    this.leading =
        LeadingValues.of(all.stream().map(Entry::id).toList(), reading.view(), catalogue);
    this.shown = landmarks(reading);
    this.omitted = 0;
  }

  private Annotations(
      Annotations of,
      double unit,
      Rectangle2D area,
      List<Entry> entries,
      Set<LandmarkId> shown,
      int omitted) {
    this.reading = of.reading;
    this.leading = of.leading;
    this.unit = unit;
    this.area = area;
    this.entries = List.copyOf(entries);
    this.shown = shown;
    this.omitted = omitted;
  }

  private static Set<LandmarkId> landmarks(Reading reading) {
    Set<LandmarkId> all = new HashSet<>();
    reading.landmarks().all().forEach(p -> all.add(p.landmark()));
    return all;
  }

  /** The size of letters beside the drawing, in pixels of the image. */
  double letters() {
    return LETTERS * unit;
  }

  /** The lines of the legend. */
  List<Legend.Line> legend() {
    return entries.stream().map(Entry::legend).toList();
  }

  /** How many values there are that the overview leaves out. */
  int omitted() {
    return omitted;
  }

  /**
   * The colours in which the measurements are drawn, in the order of the values measured; the first
   * has the number 1.
   */
  public List<Color> colours() {
    return entries.stream().map(Entry::colour).toList();
  }

  /** The numbers of the values that are drawn. */
  public List<String> numbers() {
    return entries.stream().map(Entry::number).toList();
  }

  /** The names of the values that are drawn, each with its number, as short as there are. */
  public String caption() {
    return entries.stream()
        .map(e -> e.number() + "\u00a0" + e.shortName().replace(' ', '\u00a0'))
        .collect(Collectors.joining(" \u00b7 "));
  }

  /** All landmarks, and of the values those that lead where one picture has no room for all. */
  public Annotations overview() {
    List<Entry> first = entries.stream().filter(e -> leading.contains(e.id())).toList();
    return new Annotations(this, unit, area, first, shown, entries.size() - first.size());
  }

  /**
   * What the overview leaves out, in pictures of their own with the landmarks that they rest on;
   * none if it shows everything.
   *
   * @param least the side of the smallest part of the image that is shown, in its pixels
   */
  public List<Annotations> details(double least) {
    List<Entry> others =
        entries.stream().filter(e -> !leading.contains(e.id()) && !e.graphics().isEmpty()).toList();
    Map<String, Rectangle2D> extents = new LinkedHashMap<>();
    others.forEach(e -> extents.put(e.id(), extent(List.of(e))));
    List<Annotations> details = new ArrayList<>();
    for (List<String> group : LeadingValues.groups(extents, least)) {
      List<Entry> drawn = others.stream().filter(e -> group.contains(e.id())).toList();
      Set<LandmarkId> used = new HashSet<>();
      drawn.forEach(e -> used.addAll(e.landmarks()));
      details.add(new Annotations(this, unit, area, drawn, used, 0));
    }
    return details;
  }

  /**
   * The same with letters of another size, and no number outside a part of the image.
   *
   * @param letters their height in pixels of the image
   */
  public Annotations within(Rectangle2D part, double letters) {
    return new Annotations(this, letters / LETTERS, part, entries, shown, omitted);
  }

  /** What the drawing covers of the image, in its pixels. */
  public Rectangle2D extent() {
    return extent(entries);
  }

  private static Rectangle2D extent(List<Entry> drawn) {
    return drawn.stream()
        .flatMap(e -> e.graphics().stream())
        .flatMap(g -> g.points().stream())
        .map(p -> (Rectangle2D) new Rectangle2D.Double(p.column(), p.row(), 0, 0))
        .reduce(Rectangle2D::createUnion)
        .orElseGet(Rectangle2D.Double::new);
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
    reading.landmarks().all().stream()
        .filter(placement -> shown.contains(placement.landmark()))
        .forEach(placement -> landmark(pen, placement));
  }

  private static Entry known(
      Reading reading,
      Measurement measurement,
      String number,
      Color colour,
      Outcome.Value outcome,
      Locale locale) {
    String value;
    Optional<String> sign = Optional.empty();
    if (outcome instanceof Outcome.Measured measured) {
      value = measured.unit().format(measured.value()) + measured.unit().suffix();
      sign =
          measurement
              .signWords()
              .map(words -> words.of(measured.unit().displayed(measured.value()), locale));
    } else {
      value = ((Outcome.Classified) outcome).category().name(locale);
    }
    String name = measurement.name(locale);
    return new Entry(
        measurement.id(),
        number,
        colour,
        measurement.formula().graphics(reading.subject()),
        measurement.formula().landmarks(reading.landmarks()),
        measurement.abbreviation().isEmpty() ? name : measurement.abbreviation(),
        new Legend.Line(number, colour, name, (value + " " + sign.orElse("")).strip()));
  }

  // It keeps its number, so that the numbers agree with those of the note.
  private static Entry unknown(String id, String number, Outcome.Value outcome, Locale locale) {
    String value =
        outcome instanceof Outcome.Measured measured
            ? measured.unit().format(measured.value()) + measured.unit().suffix()
            : ((Outcome.Classified) outcome).category().name(locale);
    String name = PlainText.harmless(id);
    return new Entry(
        id, number, CLEAR, List.of(), Set.of(), name, new Legend.Line(number, CLEAR, name, value));
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
    NumberTags tags = new NumberTags(pen, letters(), area);
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
