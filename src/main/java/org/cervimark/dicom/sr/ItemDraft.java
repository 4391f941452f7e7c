package org.cervimark.dicom.sr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cervimark.dicom.DicomException;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PersonName;
import org.cervimark.terminology.Code;

/**
 * What was found of a content item, from which the item is made. What is no item of a kind or form
 * that we know becomes {@link ContentItem.Unused}.
 */
final class ItemDraft {

  private static final float[] NO_DATA = {};

  private final TreeLimits limits;

  Relationship relationship = Relationship.CONTAINS;
  Optional<Code> name = Optional.empty();
  String type = "";

  /** The value of a text, date, time, UID or name. */
  String text = "";

  Optional<String> template = Optional.empty();
  Optional<Code> code = Optional.empty();
  OptionalDouble number = OptionalDouble.empty();
  Optional<Code> unit = Optional.empty();
  Optional<ObjectCitation> citation = Optional.empty();
  float[] data = NO_DATA;
  String graphicType = "";
  Optional<String> fiducialUid = Optional.empty();
  List<ContentItem> children = List.of();

  ItemDraft(TreeLimits limits) {
    this.limits = limits;
  }

  /** The item. */
  ContentItem made() throws DicomException {
    return typed().orElseGet(() -> new ContentItem.Unused(relationship, name, type, children));
  }

  private Optional<ContentItem> typed() throws DicomException {
    if (type.equals("IMAGE")) {
      return citation.map(c -> new ContentItem.Image(relationship, name, c, children));
    }
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Code concept = name.get();
    return switch (type) {
      case "CONTAINER" ->
          Optional.of(new ContentItem.Container(relationship, concept, template, children));
      case "CODE" ->
          code.map(value -> new ContentItem.Coded(relationship, concept, value, children));
      case "TEXT" -> text(concept, ContentItem.Text.Type.TEXT);
      case "DATE" -> text(concept, ContentItem.Text.Type.DATE);
      case "TIME" -> text(concept, ContentItem.Text.Type.TIME);
      case "UIDREF" -> text(concept, ContentItem.Text.Type.UIDREF);
      case "DATETIME" -> text(concept, ContentItem.Text.Type.DATETIME);
      case "PNAME" ->
          text.isEmpty()
              ? Optional.empty()
              : Optional.of(new ContentItem.Person(relationship, concept, PersonName.parse(text)));
      case "NUM" -> numeric(concept);
      case "SCOORD" -> coordinates(concept);
      default -> Optional.empty();
    };
  }

  private Optional<ContentItem> text(Code concept, ContentItem.Text.Type kind)
      throws DicomException {
    return limits.text(text).isEmpty()
        ? Optional.empty()
        : Optional.of(new ContentItem.Text(relationship, concept, kind, text, children));
  }

  private Optional<ContentItem> numeric(Code concept) throws DicomException {
    if (number.isEmpty()) {
      return Optional.empty();
    }
    double value = limits.number(number.getAsDouble());
    return unit.map(u -> new ContentItem.Numeric(relationship, concept, value, u, children));
  }

  private Optional<ContentItem> coordinates(Code concept) throws DicomException {
    Optional<ObjectCitation> image = source();
    if (data.length == 0 || data.length % 2 != 0 || image.isEmpty()) {
      return Optional.empty();
    }
    float[] finite = limits.coordinates(data);
    List<ImagePoint> points = new ArrayList<>(finite.length / 2);
    for (int i = 0; i < finite.length; i += 2) {
      points.add(new ImagePoint(finite[i], finite[i + 1]));
    }
    boolean point = graphicType.equals("POINT") && points.size() == 1;
    boolean polyline = graphicType.equals("POLYLINE") && points.size() > 1;
    if (!point && !polyline) {
      return Optional.empty();
    }
    return Optional.of(
        new ContentItem.Coordinates(
            relationship, concept, points, fiducialUid, image.get(), modifiers()));
  }

  private Optional<ObjectCitation> source() {
    for (ContentItem child : children) {
      if (child instanceof ContentItem.Image image) {
        return Optional.of(image.citation());
      }
    }
    return Optional.empty();
  }

  private List<ContentItem> modifiers() {
    return children.size() == 1 && children.get(0).relationship() == Relationship.SELECTED_FROM
        ? List.of()
        : children.stream()
            .filter(child -> child.relationship() != Relationship.SELECTED_FROM)
            .toList();
  }
}
