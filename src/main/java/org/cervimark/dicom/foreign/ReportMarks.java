package org.cervimark.dicom.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.aoju.bus.image.Tag;
import org.cervimark.dicom.toolkit.Elements;
import org.cervimark.image.ImagePoint;
import org.cervimark.reading.ForeignMark;

/**
 * The marks of a structured report of whatever template: of each measurement group its values with
 * the coordinates they were inferred from, and all other coordinates of the tree.
 */
final class ReportMarks {

  /** What Cornerstone writes before the name of the tool, which alone means something to people. */
  private static final Pattern TOOL_LIBRARY = Pattern.compile("^Cornerstone\\w*@[^:]*:");

  private static final int DEEPEST = 32;
  private static final int MOST_ITEMS = 20_000;

  private static final String GROUP = "125007";
  private static final String COMMENT = "121106";
  private static final String FINDING = "121071";
  private static final String TRACKING_IDENTIFIER = "112039";
  private static final String PERSON_OBSERVER = "121008";

  /** The scheme under which Cornerstone writes where it puts its own texts. */
  private static final String SCREEN_PLACES = "99CS3D";

  private final MarkList marks = new MarkList();
  private final String title;
  private Optional<String> author = Optional.empty();
  private int items;

  private ReportMarks(String title) {
    this.title = title;
  }

  static ReportMarks of(Elements report) {
    ReportMarks reader = new ReportMarks(meaning(report, Tag.ConceptNameCodeSequence));
    reader.walk(report, reader.title, 1);
    return reader;
  }

  MarkList found() {
    return marks;
  }

  String title() {
    return title;
  }

  Optional<String> author() {
    return author;
  }

  private void walk(Elements item, String label, int depth) {
    if (depth > DEEPEST) {
      marks.leaveOut();
      return;
    }
    for (Elements child : item.items(Tag.ContentSequence)) {
      if (++items > MOST_ITEMS) {
        marks.leaveOut();
        return;
      }
      String type = child.text(Tag.ValueType).orElse("");
      String name = meaning(child, Tag.ConceptNameCodeSequence);
      if (isNamed(child, PERSON_OBSERVER) && author.isEmpty()) {
        author = child.text(Tag.PersonName).or(() -> child.text(Tag.TextValue));
      }
      switch (type) {
        case "SCOORD" -> coordinates(child, label, List.of());
        case "SCOORD3D", "TCOORD" -> marks.leaveOut();
        case "NUM" -> number(child, name);
        case "CONTAINER" -> {
          if (isNamed(child, GROUP)) {
            group(child, depth + 1);
          } else {
            walk(child, name.isEmpty() ? label : name, depth + 1);
          }
        }
        default ->
            walk(child, child.text(Tag.TextValue).map(MarkList::text).orElse(label), depth + 1);
      }
    }
  }

  /** A number outside of any group counts if it was inferred from coordinates. */
  private void number(Elements item, String label) {
    Optional<ForeignMark.Value> value = value(item);
    for (Elements place : places(item)) {
      coordinates(place, label, value.stream().toList());
    }
  }

  private void group(Elements group, int depth) {
    String label = label(group);
    List<ForeignMark.Value> unplaced = new ArrayList<>();
    boolean placed = false;
    for (Elements child : group.items(Tag.ContentSequence)) {
      if (++items > MOST_ITEMS) {
        marks.leaveOut();
        return;
      }
      if (child.text(Tag.ValueType).filter("NUM"::equals).isPresent()) {
        Optional<ForeignMark.Value> value = value(child);
        List<Elements> places = places(child);
        value.filter(v -> places.isEmpty()).ifPresent(unplaced::add);
        for (Elements place : places) {
          coordinates(place, label, value.stream().toList());
          value = Optional.empty();
          placed = true;
        }
      }
    }
    for (Elements child : group.items(Tag.ContentSequence)) {
      String type = child.text(Tag.ValueType).orElse("");
      if (type.equals("SCOORD") && !isScreenPlace(child)) {
        // Ours and others repeat here what a value was inferred from.
        if (!placed || !unplaced.isEmpty()) {
          coordinates(child, label, unplaced);
          unplaced = new ArrayList<>();
          placed = true;
        }
      } else if (type.equals("SCOORD3D") || type.equals("TCOORD")) {
        marks.leaveOut();
      } else if (type.equals("CONTAINER")) {
        walk(child, label, depth + 1);
      }
    }
    if (!unplaced.isEmpty()) {
      marks.add(
          new ForeignMark(
              image(group), frame(group), ForeignMark.Shape.NONE, List.of(), label, unplaced));
    }
  }

  private void coordinates(Elements item, String label, List<ForeignMark.Value> values) {
    if (isScreenPlace(item)) {
      return;
    }
    Optional<List<ImagePoint>> points = MarkList.points(item);
    Optional<ForeignMark.Shape> shape =
        points.flatMap(p -> MarkList.shape(item.text(Tag.GraphicType).orElse(""), p.size()));
    if (shape.isEmpty()) {
      marks.leaveOut();
      return;
    }
    marks.add(new ForeignMark(image(item), frame(item), shape.get(), points.get(), label, values));
  }

  private static List<Elements> places(Elements number) {
    return number.items(Tag.ContentSequence).stream()
        .filter(c -> c.text(Tag.ValueType).filter("SCOORD"::equals).isPresent())
        .filter(c -> !isScreenPlace(c))
        .toList();
  }

  private static Optional<ForeignMark.Value> value(Elements item) {
    List<Elements> measured = item.items(Tag.MeasuredValueSequence);
    if (measured.isEmpty()) {
      return Optional.empty();
    }
    OptionalDouble number = measured.get(0).number(Tag.NumericValue);
    String meaning = meaning(measured.get(0), Tag.MeasurementUnitsCodeSequence);
    return number.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ForeignMark.Value(
                meaning(item, Tag.ConceptNameCodeSequence), number.getAsDouble(), meaning));
  }

  private static String label(Elements group) {
    return child(group, COMMENT)
        .flatMap(c -> c.text(Tag.TextValue))
        .or(
            () ->
                child(group, FINDING)
                    .map(c -> meaning(c, Tag.ConceptCodeSequence))
                    .filter(m -> !m.isEmpty()))
        .or(
            () ->
                child(group, TRACKING_IDENTIFIER)
                    .flatMap(c -> c.text(Tag.TextValue))
                    .map(text -> TOOL_LIBRARY.matcher(text).replaceFirst("")))
        .map(MarkList::text)
        .orElse("");
  }

  private static Optional<Elements> child(Elements item, String concept) {
    return item.items(Tag.ContentSequence).stream().filter(c -> isNamed(c, concept)).findFirst();
  }

  private static boolean isNamed(Elements item, String value) {
    return item.items(Tag.ConceptNameCodeSequence).stream()
        .anyMatch(c -> c.text(Tag.CodeValue).filter(value::equals).isPresent());
  }

  private static boolean isScreenPlace(Elements item) {
    return item.items(Tag.ConceptNameCodeSequence).stream()
        .anyMatch(
            c -> c.text(Tag.CodingSchemeDesignator).filter(SCREEN_PLACES::equals).isPresent());
  }

  private static String meaning(Elements item, int sequence) {
    return item.items(sequence).stream()
        .findFirst()
        .flatMap(c -> c.text(Tag.CodeMeaning).or(() -> c.text(Tag.CodeValue)))
        .map(MarkList::text)
        .orElse("");
  }

  private static Optional<Elements> reference(Elements item) {
    return item.items(Tag.ContentSequence).stream()
        .filter(c -> c.text(Tag.ValueType).filter("IMAGE"::equals).isPresent())
        .flatMap(c -> c.items(Tag.ReferencedSOPSequence).stream())
        .findFirst();
  }

  private static String image(Elements item) {
    return reference(item).flatMap(r -> r.text(Tag.ReferencedSOPInstanceUID)).orElse("");
  }

  private static OptionalInt frame(Elements item) {
    return reference(item)
        .map(r -> r.integer(Tag.ReferencedFrameNumber))
        .orElse(OptionalInt.empty());
  }
}
