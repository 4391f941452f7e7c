package org.cervimark.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
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
 * A radiograph with its landmarks and constructions drawn on it, each construction numbered and
 * explained in a legend with its value. Sizes follow those of the image, colours stand out from
 * grey and from each other, and a dark rim separates every line from bright bone.
 */
public final class AnnotatedPicture {

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

  private final BufferedImage picture;
  private final Reading reading;
  private final Locale locale;
  private final double unit;
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(String number, Color colour, List<Graphic> graphics, Legend.Line legend) {}

  private AnnotatedPicture(
      BufferedImage grey, Reading reading, Catalogue catalogue, Locale locale) {
    this.picture = new BufferedImage(grey.getWidth(), grey.getHeight(), BufferedImage.TYPE_INT_RGB);
    this.reading = reading;
    this.locale = locale;
    this.unit = Math.max(1, Math.min(grey.getWidth(), grey.getHeight()) / 900.0);
    List<ReportedValue> values = ReportedValue.of(reading, catalogue);
    boolean brief = values.size() > MOST_FULL_LINES;
    for (ReportedValue value : values) {
      if (value.outcome() instanceof Outcome.Measured measured && value.measurement().isPresent()) {
        add(value.measurement().get(), measured, brief);
      }
    }
  }

  /**
   * Draws a reading on its image.
   *
   * @param grey the image as it is to be seen; it is not changed
   * @param locale the language of the legend
   * @throws IllegalArgumentException if the image has not the size of the reading's
   */
  public static BufferedImage draw(
      BufferedImage grey, Reading reading, Catalogue catalogue, Locale locale) {
    if (grey.getWidth() != reading.columns() || grey.getHeight() != reading.rows()) {
      throw new IllegalArgumentException(
          grey.getWidth() + " x " + grey.getHeight() + " is not the size of the image read");
    }
    AnnotatedPicture annotated = new AnnotatedPicture(grey, reading, catalogue, locale);
    annotated.paint(grey);
    return annotated.picture;
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

  private void paint(BufferedImage grey) {
    Graphics2D g = picture.createGraphics();
    try {
      g.drawImage(grey, 0, 0, null);
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      for (Entry entry : entries) {
        entry.graphics().forEach(graphic -> line(g, graphic, entry.colour()));
      }
      reading.landmarks().all().forEach(placement -> landmark(g, placement));
      Font font = new Font(Font.SANS_SERIF, Font.PLAIN, (int) Math.round(12 * unit));
      numbers(g, font);
      new Legend(entries.stream().map(Entry::legend).toList(), g, font)
          .paint(g, picture.getWidth(), picture.getHeight(), drawn());
    } finally {
      g.dispose();
    }
  }

  private void line(Graphics2D g, Graphic graphic, Color colour) {
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
    rimmed(g, path, stroke, colour);
    if (graphic.role() == Graphic.Role.DISTANCE) {
      ends(points).forEach(end -> rimmed(g, end, stroke(1.6), colour));
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

  private void landmark(Graphics2D g, Placement placement) {
    if (placement.point().isEmpty()) {
      return;
    }
    ImagePoint p = placement.point().get();
    double radius = 3.5 * unit;
    Shape ring =
        new Ellipse2D.Double(p.column() - radius, p.row() - radius, 2 * radius, 2 * radius);
    if (placement.visibility() == Visibility.CLEAR) {
      rimmed(g, ring, stroke(1.2), CLEAR);
    } else {
      rimmed(g, ring, stroke(1.2, 2, 2), UNSURE);
    }
  }

  private void numbers(Graphics2D g, Font font) {
    NumberTags tags = new NumberTags(g, font, picture.getWidth(), picture.getHeight());
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

  private List<ImagePoint> drawn() {
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

  private void rimmed(Graphics2D g, Shape shape, BasicStroke stroke, Color colour) {
    g.setColor(RIM);
    g.setStroke(
        new BasicStroke(
            stroke.getLineWidth() + (float) (1.6 * unit),
            stroke.getEndCap(),
            stroke.getLineJoin(),
            stroke.getMiterLimit(),
            stroke.getDashArray(),
            stroke.getDashPhase()));
    g.draw(shape);
    g.setColor(colour);
    g.setStroke(stroke);
    g.draw(shape);
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
