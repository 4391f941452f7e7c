package org.cervimark.dicom.sr;

import static org.cervimark.dicom.sr.Relationship.CONTAINS;
import static org.cervimark.dicom.sr.Relationship.HAS_CONCEPT_MOD;
import static org.cervimark.dicom.sr.Relationship.HAS_PROPERTIES;
import static org.cervimark.dicom.sr.Relationship.INFERRED_FROM;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cervimark.measurement.Category;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Outcome;
import org.cervimark.measurement.Outcome.Caveat;
import org.cervimark.reading.MeasuredValue;
import org.cervimark.terminology.Code;

/** Values that name a class, and the reasons why others have none: they are not numbers. */
final class CategoryItems {

  private CategoryItems() {}

  /**
   * The item of a class.
   *
   * @param position its position in the list of values, from 1
   */
  static ContentItem write(
      MeasuredValue value,
      Outcome.Classified classified,
      Measurement measurement,
      int position,
      List<ObjectCitation> images) {
    List<ContentItem> items = new ArrayList<>();
    items.add(Groups.position(HAS_CONCEPT_MOD, position));
    items.add(
        new ContentItem.Coded(HAS_CONCEPT_MOD, Concepts.MEASUREMENT_METHOD, measurement.method()));
    items.add(new ContentItem.Text(HAS_CONCEPT_MOD, Concepts.ALGORITHM_VERSION, value.version()));
    for (Category other : classified.alsoPossible()) {
      items.add(new ContentItem.Coded(HAS_PROPERTIES, ReadingCodes.ALSO_POSSIBLE, other.code()));
    }
    for (Caveat caveat : EnumSet.allOf(Caveat.class)) {
      if (classified.caveats().contains(caveat)) {
        items.add(
            new ContentItem.Coded(
                HAS_PROPERTIES, Qualifiers.VALUE_CAUTION, Qualifiers.caution(caveat)));
      }
    }
    items.addAll(sources(images));
    return new ContentItem.Coded(CONTAINS, measurement.code(), classified.category().code(), items);
  }

  /** The item of a measurement that could not be made. */
  static ContentItem reason(Measurement measurement, Code reason, List<ObjectCitation> images) {
    return new ContentItem.Coded(CONTAINS, measurement.code(), reason, sources(images));
  }

  private static List<ContentItem> sources(List<ObjectCitation> images) {
    List<ContentItem> items = new ArrayList<>();
    for (ObjectCitation image : images) {
      items.add(
          new ContentItem.Image(
              INFERRED_FROM,
              Optional.of(Concepts.SOURCE_OF_MEASUREMENT),
              image.plain(),
              List.of()));
    }
    return items;
  }

  /** The images to which an item belongs, in order. */
  static List<ImageKey> images(ContentItem item) {
    return item.children(ContentItem.Image.class, Concepts.SOURCE_OF_MEASUREMENT)
        .map(image -> image.citation().key())
        .toList();
  }

  /** The class that an item names; empty if the measurement has no such class. */
  static Optional<MeasuredValue> read(ContentItem.Coded item, Measurement measurement) {
    return category(item.value(), measurement)
        .map(
            category ->
                new MeasuredValue(
                    measurement.id(),
                    Groups.text(item, Concepts.ALGORITHM_VERSION).orElse(""),
                    new Outcome.Classified(
                        category,
                        item.children(ContentItem.Coded.class, ReadingCodes.ALSO_POSSIBLE)
                            .flatMap(other -> category(other.value(), measurement).stream())
                            .toList(),
                        caveats(item))));
  }

  private static Optional<Category> category(Code code, Measurement measurement) {
    return measurement.categories().stream().filter(c -> c.code().sameConceptAs(code)).findFirst();
  }

  private static Set<Caveat> caveats(ContentItem item) {
    Set<Caveat> caveats = EnumSet.noneOf(Caveat.class);
    item.children(ContentItem.Coded.class, Qualifiers.VALUE_CAUTION)
        .flatMap(c -> Qualifiers.caveat(c.value()).stream())
        .forEach(caveats::add);
    return caveats;
  }
}
