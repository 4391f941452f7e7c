package org.cervimark.dicom.sr;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
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

  private static final int MAX_CODE = 16;
  private static final int MAX_MEANING = 64;
  private static final Set<VR> SHORT_STRINGS =
      Collections.unmodifiableSet(EnumSet.of(VR.CS, VR.LO, VR.SH));

  private final Path file;
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
    Attributes item = first(dataset, sequenceTag);
    String value = string(item, Tag.CodeValue);
    String scheme = string(item, Tag.CodingSchemeDesignator);
    if (value.isEmpty()
        || scheme.isEmpty()
        || value.length() > MAX_CODE
        || scheme.length() > MAX_CODE) {
      return Optional.empty();
    }
    String meaning = string(item, Tag.CodeMeaning);
    if (meaning.isEmpty()) {
      meaning = value;
    }
    return Optional.of(
        new Code(value, scheme, meaning.substring(0, Math.min(MAX_MEANING, meaning.length()))));
  }

  private ContentItem decode(Attributes item, int depth) throws DicomException {
    if (depth > MAX_DEPTH) {
      throw refused("report.depth", MAX_DEPTH);
    }
    if (++items > MAX_ITEMS) {
      throw refused("report.items", MAX_ITEMS);
    }
    Relationship relationship =
        Relationship.of(string(item, Tag.RelationshipType)).orElse(Relationship.CONTAINS);
    Optional<Code> name = code(item, Tag.ConceptNameCodeSequence);
    String type = string(item, Tag.ValueType);
    List<ContentItem> children = new ArrayList<>();
    Sequence sequence = item.getSequence(Tag.ContentSequence);
    if (sequence != null) {
      for (Attributes child : sequence) {
        children.add(decode(child, depth + 1));
      }
    }
    return typed(item, relationship, name, type, children)
        .orElseGet(() -> new ContentItem.Unused(relationship, name, type, children));
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
          code(item, Tag.ConceptCodeSequence)
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
    Optional<Code> unit = code(measured, Tag.MeasurementUnitsCodeSequence);
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
    String type = item.getString(Tag.GraphicType, "");
    Optional<ObjectCitation> image =
        children.stream()
            .filter(ContentItem.Image.class::isInstance)
            .map(c -> ((ContentItem.Image) c).citation())
            .findFirst();
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
            children.stream()
                .filter(child -> child.relationship() != Relationship.SELECTED_FROM)
                .toList()));
  }

  private static Optional<ObjectCitation> citation(Attributes item) {
    Attributes reference = first(item, Tag.ReferencedSOPSequence);
    String sopClass = reference.getString(Tag.ReferencedSOPClassUID, "");
    String instance = reference.getString(Tag.ReferencedSOPInstanceUID, "");
    if (sopClass.isEmpty() || instance.isEmpty()) {
      return Optional.empty();
    }
    int frame = reference.getInt(Tag.ReferencedFrameNumber, 0);
    return Optional.of(
        new ObjectCitation(
            sopClass,
            instance,
            frame < 1 ? OptionalInt.empty() : OptionalInt.of(frame),
            Optional.ofNullable(
                first(reference, Tag.ReferencedSOPSequence)
                    .getString(Tag.ReferencedSOPInstanceUID))));
  }

  private DicomException refused(String key, Object... values) {
    Object[] blanks = new Object[values.length + 1];
    blanks[0] = file;
    System.arraycopy(values, 0, blanks, 1, values.length);
    return new DicomException(DicomMessages.text(key, blanks));
  }

  /**
   * A short string. Most of the strings of a report are a few printable ASCII characters, which
   * mean themselves in every character set of DICOM (all but the backslash, which separates
   * values); for all others the toolkit looks through the sequences around an item for the
   * character set.
   */
  private static String string(Attributes item, int tag) {
    VR.Holder vr = new VR.Holder();
    if (item.getValue(tag, vr) instanceof byte[] bytes && SHORT_STRINGS.contains(vr.vr)) {
      int length = bytes.length;
      while (length > 0 && bytes[length - 1] == ' ') {
        length--;
      }
      boolean plain = length > 0 && bytes[0] != ' ';
      for (int i = 0; i < length && plain; i++) {
        plain = bytes[i] >= ' ' && bytes[i] < '~' && bytes[i] != '\\';
      }
      if (plain) {
        return new String(bytes, 0, length, StandardCharsets.US_ASCII);
      }
    }
    return item.getString(tag, "");
  }

  private static Attributes first(Attributes dataset, int sequenceTag) {
    Attributes item = dataset.getNestedDataset(sequenceTag);
    return item == null ? new Attributes(0) : item;
  }
}
