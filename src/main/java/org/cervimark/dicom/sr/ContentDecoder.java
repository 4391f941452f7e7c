package org.cervimark.dicom.sr;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.cervimark.dicom.DicomException;
import org.cervimark.terminology.Code;

/**
 * Reads a content tree from a data set that anybody may have written; trees too deep or too large,
 * and coordinates or numbers that are not finite, are refused.
 */
final class ContentDecoder {

  private static final Attributes NONE = new Attributes(0);
  private static final float[] NO_DATA = {};

  private final TreeLimits limits;
  private final DocumentWords words = new DocumentWords();

  private ContentDecoder(Path file) {
    this.limits = new TreeLimits(file);
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

  /** What a document says of the root of its tree, whose children are not read. */
  static ItemDraft root(Attributes document, TreeLimits limits) {
    ItemDraft draft = new ItemDraft(limits);
    fill(draft, document, new DocumentWords());
    return draft;
  }

  /** The code in an item of a code sequence; empty if it has no value or scheme that fits. */
  static Optional<Code> code(Attributes dataset, int sequenceTag) {
    return new DocumentWords().code(dataset, sequenceTag);
  }

  private ContentItem decode(Attributes item, int depth) throws DicomException {
    limits.enter(depth);
    ItemDraft draft = new ItemDraft(limits);
    fill(draft, item, words);
    draft.children = children(item, depth);
    return draft.made();
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

  private static void fill(ItemDraft draft, Attributes item, DocumentWords words) {
    draft.relationship =
        Relationship.of(words.string(item, Tag.RelationshipType)).orElse(Relationship.CONTAINS);
    draft.name = words.code(item, Tag.ConceptNameCodeSequence);
    draft.type = words.string(item, Tag.ValueType);
    switch (draft.type) {
      case "IMAGE" -> draft.citation = citation(item, words);
      case "CONTAINER" ->
          draft.template =
              Optional.ofNullable(
                  first(item, Tag.ContentTemplateSequence).getString(Tag.TemplateIdentifier));
      case "CODE" -> draft.code = words.code(item, Tag.ConceptCodeSequence);
      case "TEXT" -> draft.text = item.getString(Tag.TextValue, "");
      case "DATE" -> draft.text = item.getString(Tag.Date, "");
      case "TIME" -> draft.text = item.getString(Tag.Time, "");
      case "UIDREF" -> draft.text = words.string(item, Tag.UID);
      case "DATETIME" -> draft.text = item.getString(Tag.DateTime, "");
      case "PNAME" -> draft.text = item.getString(Tag.PersonName, "");
      case "NUM" -> {
        Attributes measured = first(item, Tag.MeasuredValueSequence);
        draft.unit = words.code(measured, Tag.MeasurementUnitsCodeSequence);
        draft.number = number(measured);
      }
      case "SCOORD" -> {
        float[] data = item.getFloats(Tag.GraphicData);
        draft.data = data == null ? NO_DATA : data;
        draft.graphicType = words.string(item, Tag.GraphicType);
        draft.fiducialUid = Optional.ofNullable(item.getString(Tag.FiducialUID));
      }
      default -> {
        // An item of a kind that we do not use has no value for us.
      }
    }
  }

  private static OptionalDouble number(Attributes measured) {
    if (measured.containsValue(Tag.FloatingPointValue)) {
      return OptionalDouble.of(measured.getDouble(Tag.FloatingPointValue, Double.NaN));
    }
    return measured.containsValue(Tag.NumericValue)
        ? OptionalDouble.of(measured.getDouble(Tag.NumericValue, Double.NaN))
        : OptionalDouble.empty();
  }

  private static Optional<ObjectCitation> citation(Attributes item, DocumentWords words) {
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

  private static Attributes first(Attributes dataset, int sequenceTag) {
    Attributes item = dataset.getNestedDataset(sequenceTag);
    return item == null ? NONE : item;
  }
}
