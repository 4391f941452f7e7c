package org.cervimark.dicom.pr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cervimark.anatomy.Landmark;
import org.cervimark.dicom.module.ImageBounds;
import org.cervimark.graphic.Graphic;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.Scale;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Outcome;
import org.cervimark.reading.FreeMark;
import org.cervimark.reading.MeasuredValue;
import org.cervimark.reading.Reading;
import org.cervimark.terminology.Unit;

/**
 * What a reading looks like on its image. Texts come from codes and values only.
 *
 * @param lines the constructions of all values, each line once
 * @param values the values, each anchored to its construction
 * @param points the landmarks
 * @param names the landmarks' codes
 */
record Drawing(
    List<List<ImagePoint>> lines, List<Label> values, List<ImagePoint> points, List<Label> names) {

  Drawing {
    lines = List.copyOf(lines);
    values = List.copyOf(values);
    points = List.copyOf(points);
    names = List.copyOf(names);
  }

  /** More values than this are listed by number; each line to its text would cross the others. */
  private static final int MOST_LEADERS = 8;

  private static final int MOST_WORDS = 40;

  /**
   * A value with what it is drawn at.
   *
   * @param text what is said
   * @param anchor the middle of its construction
   */
  private record Drawn(String text, ImagePoint anchor) {}

  /**
   * Draws a reading.
   *
   * @param filmValues the values over several films that use this one, with their lines on it
   */
  static Drawing of(
      Reading reading, Map<MeasuredValue, List<Graphic>> filmValues, Catalogue catalogue) {
    Map<Landmark, ImagePoint> landmarks = new LinkedHashMap<>();
    for (Landmark landmark : catalogue.landmarks().all()) {
      reading.landmarks().point(landmark.id()).ifPresent(p -> landmarks.put(landmark, p));
    }
    List<ImagePoint> points = new ArrayList<>(landmarks.values());
    reading.marks().stream()
        .filter(m -> m.kind() == FreeMark.Kind.NOTE)
        .forEach(m -> points.addAll(m.points()));
    LabelLayout layout = new LabelLayout(reading.columns(), reading.rows(), points);
    Set<List<ImagePoint>> lines = new LinkedHashSet<>();
    Map<MeasuredValue, List<Graphic>> constructions = new LinkedHashMap<>();
    for (MeasuredValue value : reading.values()) {
      catalogue
          .measurement(value.measurement())
          .ifPresent(m -> constructions.put(value, m.formula().graphics(reading.subject())));
    }
    constructions.putAll(filmValues);
    List<Drawn> drawn = values(reading, constructions, catalogue, lines);
    for (FreeMark mark : reading.marks()) {
      mark.graphics().forEach(g -> lines.add(g.points()));
      drawn.add(new Drawn(text(mark, reading.scale()), anchor(mark)));
    }
    List<Label> labels = labels(drawn, layout);
    List<Label> names = new ArrayList<>();
    landmarks.forEach(
        (landmark, point) -> layout.near(landmark.code().value(), point).ifPresent(names::add));
    return new Drawing(List.copyOf(lines), labels, points, names);
  }

  private static List<Drawn> values(
      Reading reading,
      Map<MeasuredValue, List<Graphic>> constructions,
      Catalogue catalogue,
      Set<List<ImagePoint>> lines) {
    ImageBounds bounds = new ImageBounds(reading.columns(), reading.rows());
    List<Drawn> drawn = new ArrayList<>();
    constructions.forEach(
        (value, construction) -> {
          Measurement measurement = catalogue.measurement(value.measurement()).orElseThrow();
          List<Graphic> graphics = bounds.clip(construction);
          graphics.forEach(g -> lines.add(g.points()));
          anchor(graphics, measurement, reading)
              .ifPresent(a -> drawn.add(new Drawn(text(measurement, value.outcome()), a)));
        });
    return drawn;
  }

  /** Few texts stand beside their constructions; many are listed, with a number at each. */
  private static List<Label> labels(List<Drawn> drawn, LabelLayout layout) {
    if (drawn.size() <= MOST_LEADERS) {
      List<Drawn> downward = new ArrayList<>(drawn);
      downward.sort(Comparator.comparingDouble(d -> d.anchor().row()));
      return downward.stream().flatMap(d -> layout.beside(d.text(), d.anchor()).stream()).toList();
    }
    List<String> numbered = new ArrayList<>();
    for (int i = 0; i < drawn.size(); i++) {
      numbered.add((i + 1) + " " + drawn.get(i).text());
    }
    List<Label> labels = new ArrayList<>(layout.listed(numbered));
    for (int i = 0; i < drawn.size(); i++) {
      layout.near(Integer.toString(i + 1), drawn.get(i).anchor()).ifPresent(labels::add);
    }
    return labels;
  }

  private static ImagePoint anchor(FreeMark mark) {
    List<ImagePoint> points = mark.points();
    return mark.kind() == FreeMark.Kind.ANGLE
        ? points.get(1)
        : ImagePoint.midpoint(points.get(0), points.get(Math.min(1, points.size() - 1))).snapped();
  }

  /** What the reader wrote, and the value. Only here and in names may a text not be ASCII. */
  private static String text(FreeMark mark, Scale scale) {
    String value =
        mark.value(scale).map(v -> v.unit().format(v.value()) + suffix(v.unit())).orElse("");
    String words = mark.text().lines().findFirst().orElse("");
    String kept = words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) + "..." : words;
    return (kept + " " + value).strip().isEmpty() ? "-" : (kept + " " + value).strip();
  }

  /** The middle of the first line, or else of the landmarks. */
  private static Optional<ImagePoint> anchor(
      List<Graphic> graphics, Measurement measurement, Reading reading) {
    if (!graphics.isEmpty()) {
      List<ImagePoint> first = graphics.get(0).points();
      return Optional.of(ImagePoint.midpoint(first.get(0), first.get(first.size() - 1)).snapped());
    }
    return measurement.formula().landmarks().stream()
        .flatMap(id -> reading.landmarks().point(id).stream())
        .findFirst();
  }

  /** Name, value and unit in ASCII, which every viewer can show. */
  private static String text(Measurement measurement, Outcome.Value value) {
    if (value instanceof Outcome.Classified classified) {
      return measurement.code().meaning() + ": " + classified.category().code().meaning();
    }
    Outcome.Measured outcome = (Outcome.Measured) value;
    String estimated = outcome.caveats().contains(Outcome.Caveat.MAGNIFIED) ? " (magnified)" : "";
    return measurement.code().meaning()
        + " "
        + outcome.unit().format(outcome.value())
        + suffix(outcome.unit())
        + estimated;
  }

  private static String suffix(Unit unit) {
    return switch (unit) {
      case DEGREE -> " deg";
      case MILLIMETRE -> " mm";
      case PIXEL -> " px";
      case PERCENT -> " %";
      case RATIO -> "";
    };
  }
}
