package org.cervimark.dicom.pr;

import java.util.ArrayList;
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
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Outcome;
import org.cervimark.reading.MeasuredValue;
import org.cervimark.reading.Reading;

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

  /** Draws a reading. */
  static Drawing of(Reading reading, Catalogue catalogue) {
    Map<Landmark, ImagePoint> landmarks = new LinkedHashMap<>();
    for (Landmark landmark : catalogue.landmarks().all()) {
      reading.landmarks().point(landmark.id()).ifPresent(p -> landmarks.put(landmark, p));
    }
    LabelLayout layout = new LabelLayout(reading.columns(), reading.rows(), landmarks.values());
    ImageBounds bounds = new ImageBounds(reading.columns(), reading.rows());
    Set<List<ImagePoint>> lines = new LinkedHashSet<>();
    List<Label> values = new ArrayList<>();
    for (MeasuredValue value : reading.values()) {
      Optional<Measurement> measurement = catalogue.measurement(value.measurement());
      if (measurement.isPresent()) {
        List<Graphic> graphics =
            bounds.clip(measurement.get().formula().graphics(reading.subject()));
        graphics.forEach(g -> lines.add(g.points()));
        anchor(graphics, measurement.get(), reading)
            .ifPresent(a -> values.add(layout.beside(text(measurement.get(), value.outcome()), a)));
      }
    }
    List<Label> names = new ArrayList<>();
    landmarks.forEach((landmark, point) -> names.add(layout.near(landmark.code().value(), point)));
    return new Drawing(
        List.copyOf(lines), values, List.copyOf(landmarks.values()), List.copyOf(names));
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
    String unit =
        switch (outcome.unit()) {
          case DEGREE -> " deg";
          case MILLIMETRE -> " mm";
          case PIXEL -> " px";
          case PERCENT -> " %";
          case RATIO -> "";
        };
    String estimated = outcome.caveats().contains(Outcome.Caveat.MAGNIFIED) ? " (magnified)" : "";
    return measurement.code().meaning()
        + " "
        + outcome.unit().format(outcome.value())
        + unit
        + estimated;
  }
}
