package org.cervimark.dicom.sr;

import static org.cervimark.dicom.sr.Relationship.CONTAINS;
import static org.cervimark.dicom.sr.Relationship.HAS_CONCEPT_MOD;
import static org.cervimark.dicom.sr.Relationship.HAS_OBS_CONTEXT;
import static org.cervimark.dicom.sr.Relationship.HAS_PROPERTIES;
import static org.cervimark.dicom.sr.Relationship.INFERRED_FROM;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cervimark.graphic.Graphic;
import org.cervimark.image.ImagePoint;
import org.cervimark.reading.FreeMark;
import org.cervimark.reading.Reading;
import org.cervimark.terminology.Code;
import org.cervimark.terminology.Unit;

/**
 * What was drawn freely. A mark with a value has a measurement group (TID 1501) as a value of the
 * catalogue has; a note, and a mark without a value, is a qualitative evaluation. Its points are
 * stored in their order apart from the line that viewers show.
 */
final class FreeMarkItems {

  /**
   * A mark of a document.
   *
   * @param image on which image
   * @param mark the mark
   * @param position its position among the marks of the image
   */
  record Found(ImageKey image, FreeMark mark, int position) {}

  private static final String VERSION = "1";

  private static final Map<FreeMark.Kind, Code> METHODS =
      Map.of(
          FreeMark.Kind.ANGLE, ReadingCodes.ANGLE_OF_THREE,
          FreeMark.Kind.COBB, ReadingCodes.ANGLE_OF_LINES,
          FreeMark.Kind.DISTANCE, ReadingCodes.DISTANCE_OF_POINTS);

  private FreeMarkItems() {}

  /** The measurement group of a mark of a reading; empty if it has no value. */
  static Optional<ContentItem> group(
      FreeMark mark, Reading reading, ObjectCitation image, ImageContext context) {
    return mark.value(reading.scale()).map(value -> group(mark, value, reading, image, context));
  }

  private static ContentItem group(
      FreeMark mark,
      FreeMark.Value value,
      Reading reading,
      ObjectCitation image,
      ImageContext context) {
    Code finding = ReadingCodes.of(mark.kind());
    DisplayLine line = line(mark, value, reading, context);
    String label = label(mark, finding);
    List<ContentItem> items = new ArrayList<>();
    items.add(
        new ContentItem.Text(
            HAS_OBS_CONTEXT,
            Concepts.TRACKING_IDENTIFIER,
            line.tool()
                .map(tool -> TrackingLabel.forTool(tool, label))
                .orElseGet(() -> TrackingLabel.of(label))));
    items.add(
        new ContentItem.Text(
            HAS_OBS_CONTEXT, Concepts.TRACKING_UID, ContentItem.Text.Type.UIDREF, mark.uid()));
    items.add(new ContentItem.Coded(CONTAINS, Concepts.FINDING, finding));
    items.add(
        new ContentItem.Coded(
            HAS_CONCEPT_MOD,
            Concepts.MEASUREMENT_METHOD,
            METHODS.getOrDefault(mark.kind(), finding)));
    items.add(
        new ContentItem.Coded(HAS_CONCEPT_MOD, Concepts.FINDING_SITE, Concepts.CERVICAL_SPINE));
    items.add(new ContentItem.Text(HAS_CONCEPT_MOD, Concepts.ALGORITHM_NAME, finding.value()));
    items.add(new ContentItem.Text(HAS_CONCEPT_MOD, Concepts.ALGORITHM_VERSION, VERSION));
    items.add(number(mark, value, finding, reading, image, line));
    items.add(
        new ContentItem.Image(
            CONTAINS,
            Optional.of(Concepts.SOURCE_OF_MEASUREMENT),
            image.shownBy(
                context.presentation().map(ImageContext.PresentationReference::sopInstanceUid)),
            List.of()));
    items.add(
        new ContentItem.Coordinates(
            CONTAINS, Concepts.SOURCE_OF_MEASUREMENT, line.points(), Optional.empty(), image));
    items.add(Groups.position(HAS_CONCEPT_MOD, position(mark, reading)));
    if (!mark.text().isEmpty()) {
      items.add(new ContentItem.Text(CONTAINS, ReadingCodes.MARK_TEXT, mark.text()));
    }
    items.add(new ContentItem.Text(CONTAINS, Concepts.COMMENT, label));
    return new ContentItem.Container(
        CONTAINS, Concepts.MEASUREMENT_GROUP, Optional.of("1501"), items);
  }

  private static ContentItem number(
      FreeMark mark,
      FreeMark.Value value,
      Code finding,
      Reading reading,
      ObjectCitation image,
      DisplayLine line) {
    List<ContentItem> items = new ArrayList<>();
    if (value.unit() == Unit.MILLIMETRE) {
      if (reading.scale().source().magnified()) {
        items.add(new ContentItem.Coded(HAS_CONCEPT_MOD, Concepts.DERIVATION, Concepts.ESTIMATED));
      }
      items.addAll(Groups.spacings(reading.scale()));
    }
    items.add(
        new ContentItem.Coordinates(
            INFERRED_FROM, Concepts.SOURCE_OF_MEASUREMENT, line.points(), Optional.empty(), image));
    for (Graphic graphic : mark.graphics()) {
      if (graphic.role() == Graphic.Role.ARM) {
        items.add(
            new ContentItem.Coordinates(
                INFERRED_FROM, Concepts.ARM_OF_ANGLE, graphic.points(), Optional.empty(), image));
      }
    }
    items.add(points(mark, image));
    items.add(
        new ContentItem.Text(HAS_CONCEPT_MOD, Concepts.EQUIVALENT_MEANING, label(mark, finding)));
    return new ContentItem.Numeric(
        CONTAINS,
        mark.kind() == FreeMark.Kind.COBB ? Concepts.COBB_ANGLE : finding,
        value.value(),
        value.unit().code(),
        items);
  }

  private static DisplayLine line(
      FreeMark mark, FreeMark.Value value, Reading reading, ImageContext context) {
    Optional<ImageContext.HeaderSpacing> header = context.headerSpacing();
    return DisplayLine.of(
        mark.graphics(),
        mark.points(),
        value.value(),
        value.unit(),
        header.map(ImageContext.HeaderSpacing::row).orElse(reading.scale().rowSpacing()),
        header.map(ImageContext.HeaderSpacing::column).orElse(reading.scale().columnSpacing()),
        header.filter(h -> h.isThatOf(reading.scale())).isPresent());
  }

  /** The item of a note, or of a mark whose points span no line. */
  static ContentItem evaluation(FreeMark mark, Reading reading, ObjectCitation image) {
    List<ContentItem> items = new ArrayList<>();
    items.add(Groups.position(HAS_CONCEPT_MOD, position(mark, reading)));
    items.add(
        new ContentItem.Text(
            HAS_PROPERTIES, Concepts.TRACKING_UID, ContentItem.Text.Type.UIDREF, mark.uid()));
    if (mark.kind() != FreeMark.Kind.NOTE && !mark.text().isEmpty()) {
      items.add(new ContentItem.Text(HAS_PROPERTIES, ReadingCodes.MARK_TEXT, mark.text()));
    }
    items.add(points(mark, image));
    Code finding = ReadingCodes.of(mark.kind());
    return mark.kind() == FreeMark.Kind.NOTE
        ? new ContentItem.Text(CONTAINS, finding, ContentItem.Text.Type.TEXT, mark.text(), items)
        : new ContentItem.Coded(CONTAINS, finding, ReadingCodes.NO_LINE, items);
  }

  private static int position(FreeMark mark, Reading reading) {
    return reading.marks().indexOf(mark) + 1;
  }

  private static ContentItem points(FreeMark mark, ObjectCitation image) {
    return new ContentItem.Coordinates(
        INFERRED_FROM, ReadingCodes.MARK_POINTS, mark.points(), Optional.empty(), image);
  }

  /** The mark of a measurement group, if it is that of one. */
  static Optional<Found> read(ContentItem.Container group) {
    Optional<FreeMark.Kind> kind = Groups.finding(group).flatMap(ReadingCodes::markKind);
    return kind.flatMap(
        k ->
            group.children().stream()
                .filter(ContentItem.Numeric.class::isInstance)
                .findFirst()
                .flatMap(
                    number ->
                        found(
                            k,
                            group,
                            number,
                            Groups.text(group, ReadingCodes.MARK_TEXT).orElse(""))));
  }

  /** The notes and marks without a value of a document. */
  static List<Found> readEvaluations(ContentItem root) {
    return QualitativeEvaluations.items(root)
        .flatMap(
            item ->
                item.name().flatMap(ReadingCodes::markKind).stream()
                    .flatMap(kind -> evaluation(kind, item).stream()))
        .toList();
  }

  private static Optional<Found> evaluation(FreeMark.Kind kind, ContentItem item) {
    String text =
        item instanceof ContentItem.Text note
            ? note.value()
            : Groups.text(item, ReadingCodes.MARK_TEXT).orElse("");
    return found(kind, item, item, text);
  }

  private static Optional<Found> found(
      FreeMark.Kind kind, ContentItem item, ContentItem pointsIn, String text) {
    Optional<String> uid = Groups.trackingUid(item);
    Optional<ContentItem.Coordinates> stored =
        pointsIn.child(ContentItem.Coordinates.class, ReadingCodes.MARK_POINTS);
    if (uid.isEmpty()
        || stored.isEmpty()
        || stored.get().points().size() != kind.points()
        || (kind == FreeMark.Kind.NOTE && text.isBlank())) {
      return Optional.empty();
    }
    List<ImagePoint> points = stored.get().points();
    return Optional.of(
        new Found(
            stored.get().image().key(),
            new FreeMark(uid.get(), kind, points, text),
            Groups.position(item)));
  }

  /** What viewers print: the reader's text as far as it is ASCII, else what it is. */
  private static String label(FreeMark mark, Code finding) {
    String text = mark.text();
    return !text.isEmpty()
            && text.length() <= 64
            && text.chars().allMatch(c -> c >= ' ' && c <= '~')
        ? text
        : finding.meaning();
  }
}
