package org.cervimark.dicom.sr;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.DicomMessages;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PersonName;
import org.cervimark.terminology.Code;

/**
 * Reads a content tree from a data set that anybody may have written. What we do not know becomes
 * {@link ContentItem.Unused}; trees too deep or too large, and coordinates or numbers that are not
 * finite, are refused.
 */
final class ContentDecoder {

  static final int MAX_DEPTH = 32;
  static final int MAX_ITEMS = 20_000;
  static final int MAX_TEXT = 16_384;
  static final int MAX_POINTS = 10_000;

  private static final Attributes NONE = new Attributes(0);

  private final Path file;
  private final DocumentWords words = new DocumentWords();
  private int items;

  private ContentDecoder(Path file) {
    this.file = file;
  }

  /**
   * The tree of a document.
   *
   * @param file where it was read from, for messages
   * @throws DicomException if it goes beyond a limit or holds numbers that are not finite
   */
  static ContentItem decodeRoot(Attributes document, Path file) throws DicomException {
    return new ContentDecoder(file).decode(document, 1);
  }

  /** The code in an item of a code sequence; empty if it has no value or scheme that fits. */
  static Optional<Code> code(Attributes dataset, int sequenceTag) {
    return new DocumentWords().code(dataset, sequenceTag);
  }

  private ContentItem decode(Attributes item, int depth) throws DicomException {
    if (depth > MAX_DEPTH) {
      throw refused("report.depth", MAX_DEPTH);
    }
    if (++items > MAX_ITEMS) {
      throw refused("report.items", MAX_ITEMS);
    }
    Relationship relationship =
        Relationship.of(words.string(item, Tag.RelationshipType)).orElse(Relationship.CONTAINS);
    Optional<Code> name = words.code(item, Tag.ConceptNameCodeSequence);
    String type = words.string(item, Tag.ValueType);
    List<ContentItem> children = children(item, depth);
    return typed(item, relationship, name, type, children)
        .orElseGet(() -> new ContentItem.Unused(relationship, name, type, children));
  }

  private List<ContentItem> children(Attributes item, int depth) throws DicomException {
    Sequence sequence = item.getSequence(Tag.ContentSequence);
    if (sequence == null || sequence.isEmpty()) {
      return List.of();
    }
    ContentItem[] children = new ContentItem[sequence.size()];
    for (int i = 0; i < children.length; i++) {
      children[i] = decode(sequence.get(i), depth + 1);
    }
    return List.of(children);
  }

  private Optional<ContentItem> typed(
      Attributes item,
      Relationship relationship,
      Optional<Code> name,
      String type,
      List<ContentItem> children)
      throws DicomException {
    if (type.equals("IMAGE")) {
      return citation(item).map(c -> new ContentItem.Image(relationship, name, c, children));
    }
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Code concept = name.get();
    return switch (type) {
      case "CONTAINER" ->
          Optional.of(
              new ContentItem.Container(
                  relationship,
                  concept,
                  Optional.ofNullable(
                      first(item, Tag.ContentTemplateSequence).getString(Tag.TemplateIdentifier)),
                  children));
      case "CODE" ->
          words
              .code(item, Tag.ConceptCodeSequence)
              .map(value -> new ContentItem.Coded(relationship, concept, value, children));
      case "TEXT" ->
          text(item, Tag.TextValue, relationship, concept, ContentItem.Text.Type.TEXT, children);
      case "DATE" ->
          text(item, Tag.Date, relationship, concept, ContentItem.Text.Type.DATE, children);
      case "TIME" ->
          text(item, Tag.Time, relationship, concept, ContentItem.Text.Type.TIME, children);
      case "UIDREF" ->
          text(item, Tag.UID, relationship, concept, ContentItem.Text.Type.UIDREF, children);
      case "DATETIME" ->
          text(item, Tag.DateTime, relationship, concept, ContentItem.Text.Type.DATETIME, children);
      case "PNAME" ->
          Optional.ofNullable(item.getString(Tag.PersonName))
              .map(n -> new ContentItem.Person(relationship, concept, PersonName.parse(n)));
      case "NUM" -> number(item, relationship, concept, children);
      case "SCOORD" -> coordinates(item, relationship, concept, children);
      default -> Optional.empty();
    };
  }

  private Optional<ContentItem> text(
      Attributes item,
      int tag,
      Relationship relationship,
      Code concept,
      ContentItem.Text.Type type,
      List<ContentItem> children)
      throws DicomException {
    String value = item.getString(tag, "");
    if (value.length() > MAX_TEXT) {
      throw refused("report.text", MAX_TEXT);
    }
    return value.isEmpty()
        ? Optional.empty()
        : Optional.of(new ContentItem.Text(relationship, concept, type, value, children));
  }

  private Optional<ContentItem> number(
      Attributes item, Relationship relationship, Code concept, List<ContentItem> children)
      throws DicomException {
    Attributes measured = first(item, Tag.MeasuredValueSequence);
    Optional<Code> unit = words.code(measured, Tag.MeasurementUnitsCodeSequence);
    double value;
    if (measured.containsValue(Tag.FloatingPointValue)) {
      value = measured.getDouble(Tag.FloatingPointValue, Double.NaN);
    } else if (measured.containsValue(Tag.NumericValue)) {
      value = measured.getDouble(Tag.NumericValue, Double.NaN);
    } else {
      return Optional.empty();
    }
    if (!Double.isFinite(value)) {
      throw refused("report.number");
    }
    return unit.map(u -> new ContentItem.Numeric(relationship, concept, value, u, children));
  }

  private Optional<ContentItem> coordinates(
      Attributes item, Relationship relationship, Code concept, List<ContentItem> children)
      throws DicomException {
    float[] data = item.getFloats(Tag.GraphicData);
    String type = words.string(item, Tag.GraphicType);
    Optional<ObjectCitation> image = source(children);
    if (data == null || data.length == 0 || data.length % 2 != 0 || image.isEmpty()) {
      return Optional.empty();
    }
    if (data.length > 2 * MAX_POINTS) {
      throw refused("report.points", MAX_POINTS);
    }
    List<ImagePoint> points = new ArrayList<>(data.length / 2);
    for (int i = 0; i < data.length; i += 2) {
      if (!Float.isFinite(data[i]) || !Float.isFinite(data[i + 1])) {
        throw refused("report.number");
      }
      points.add(new ImagePoint(data[i], data[i + 1]));
    }
    boolean point = type.equals("POINT") && points.size() == 1;
    boolean polyline = type.equals("POLYLINE") && points.size() > 1;
    if (!point && !polyline) {
      return Optional.empty();
    }
    return Optional.of(
        new ContentItem.Coordinates(
            relationship,
            concept,
            points,
            Optional.ofNullable(item.getString(Tag.FiducialUID)),
            image.get(),
            modifiers(children)));
  }

  private static Optional<ObjectCitation> source(List<ContentItem> children) {
    for (ContentItem child : children) {
      if (child instanceof ContentItem.Image image) {
        return Optional.of(image.citation());
      }
    }
    return Optional.empty();
  }

  private static List<ContentItem> modifiers(List<ContentItem> children) {
    return children.size() == 1 && children.get(0).relationship() == Relationship.SELECTED_FROM
        ? List.of()
        : children.stream()
            .filter(child -> child.relationship() != Relationship.SELECTED_FROM)
            .toList();
  }

  private Optional<ObjectCitation> citation(Attributes item) {
    Attributes reference = first(item, Tag.ReferencedSOPSequence);
    String sopClass = words.string(reference, Tag.ReferencedSOPClassUID);
    String instance = words.string(reference, Tag.ReferencedSOPInstanceUID);
    if (sopClass.isEmpty() || instance.isEmpty()) {
      return Optional.empty();
    }
    int frame = reference.getInt(Tag.ReferencedFrameNumber, 0);
    return Optional.of(
        new ObjectCitation(
            sopClass,
            instance,
            frame < 1 ? OptionalInt.empty() : OptionalInt.of(frame),
            Optional.of(
                    words.string(
                        first(reference, Tag.ReferencedSOPSequence), Tag.ReferencedSOPInstanceUID))
                .filter(uid -> !uid.isEmpty())));
  }

  private DicomException refused(String key, Object... values) {
    Object[] blanks = new Object[values.length + 1];
    blanks[0] = file;
    System.arraycopy(values, 0, blanks, 1, values.length);
    return new DicomException(DicomMessages.text(key, blanks));
  }

  private static Attributes first(Attributes dataset, int sequenceTag) {
    Attributes item = dataset.getNestedDataset(sequenceTag);
    return item == null ? NONE : item;
  }
}
