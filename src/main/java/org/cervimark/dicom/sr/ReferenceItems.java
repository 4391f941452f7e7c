package org.cervimark.dicom.sr;

import static org.cervimark.dicom.sr.Relationship.HAS_PROPERTIES;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cervimark.image.Scale;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Outcome;
import org.cervimark.measurement.ScreeningLimit;
import org.cervimark.terminology.BilingualText;
import org.cervimark.terminology.Code;

/**
 * What publications say of a value: mean and standard deviation of a population (TID 311) and
 * limits (TID 312), each with population and citation. They come from the catalogue and are not
 * read back.
 */
final class ReferenceItems {

  private ReferenceItems() {}

  /** The properties of a value; limits only if they are meant for lengths of its scale. */
  static List<ContentItem> of(
      Outcome.Measured outcome, Measurement measurement, Scale scale, Catalogue catalogue) {
    List<ContentItem> items = new ArrayList<>();
    Code unit = outcome.unit().code();
    if (!measurement.unit().equals(Optional.of(outcome.unit()))) {
      // Without a scale a length is in pixels, of which no publication speaks.
      return items;
    }
    measurement.references().stream()
        .filter(r -> r.mean().isPresent())
        .findFirst()
        .ifPresent(r -> items.addAll(population(r, unit, catalogue)));
    measurement.limits().stream()
        .filter(l -> l.space().fits(scale) && (l.above().isPresent() || l.below().isPresent()))
        .findFirst()
        .ifPresent(l -> items.addAll(limit(l, unit, catalogue)));
    return items;
  }

  private static List<ContentItem> population(
      Measurement.ReferenceValue reference, Code unit, Catalogue catalogue) {
    List<ContentItem> items = new ArrayList<>();
    reference.mean().ifPresent(mean -> items.add(number(Concepts.POPULATION_MEAN, mean, unit)));
    reference
        .standardDeviation()
        .ifPresent(sd -> items.add(number(Concepts.POPULATION_DEVIATION, sd, unit)));
    items.addAll(text(Concepts.POPULATION_DESCRIPTION, reference.statement()));
    items.addAll(citation(Concepts.REFERENCE_AUTHORITY, reference.source(), catalogue));
    return items;
  }

  private static List<ContentItem> limit(ScreeningLimit limit, Code unit, Catalogue catalogue) {
    List<ContentItem> items = new ArrayList<>();
    limit.above().ifPresent(v -> items.add(number(Concepts.RANGE_UPPER, v, unit)));
    limit.below().ifPresent(v -> items.add(number(Concepts.RANGE_LOWER, v, unit)));
    items.addAll(text(Concepts.RANGE_DESCRIPTION, limit.statement()));
    items.addAll(citation(Concepts.RANGE_AUTHORITY, limit.source(), catalogue));
    return items;
  }

  private static ContentItem number(Code name, double value, Code unit) {
    return new ContentItem.Numeric(HAS_PROPERTIES, name, value, unit);
  }

  private static List<ContentItem> text(Code name, BilingualText text) {
    String ascii = ascii(text.english());
    return ascii.isEmpty() ? List.of() : List.of(new ContentItem.Text(HAS_PROPERTIES, name, ascii));
  }

  private static List<ContentItem> citation(Code name, String key, Catalogue catalogue) {
    String ascii = ascii(catalogue.source(key).orElse(key));
    return ascii.isEmpty() ? List.of() : List.of(new ContentItem.Text(HAS_PROPERTIES, name, ascii));
  }

  /** Readers of other houses garble nested text beyond ASCII. */
  static String ascii(String text) {
    return java.text.Normalizer.normalize(
            text.replace("±", "+/-")
                .replace("°", " deg")
                .replace("–", "-")
                .replace("—", "-")
                .replace("−", "-")
                .replace("×", "x")
                .replace("≤", "<=")
                .replace("≥", ">=")
                .replace("’", "'"),
            java.text.Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .replaceAll("[^ -~]", "?")
        .strip();
  }
}
