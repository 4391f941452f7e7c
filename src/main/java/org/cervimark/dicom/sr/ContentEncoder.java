package org.cervimark.dicom.sr;

import java.util.List;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.dicom.module.DecimalString;
import org.cervimark.image.ImagePoint;
import org.cervimark.terminology.Code;

/** Writes content items into a data set (PS3.3 C.17.3, C.18). */
final class ContentEncoder {

  private static final String CONTENT_MAPPING_RESOURCE_UID = "1.2.840.10008.8.1.1";

  private ContentEncoder() {}

  /** Writes the root of a document and everything below it into the document's data set. */
  static void encodeRoot(ContentItem.Container root, Attributes document) {
    encodeContainer(root, document);
    encodeChildren(root, document);
  }

  /** A code sequence item (PS3.3 section 8). */
  static Attributes encode(Code code) {
    Attributes item = new Attributes(3);
    item.setString(Tag.CodeValue, VR.SH, code.value());
    item.setString(Tag.CodingSchemeDesignator, VR.SH, code.scheme());
    item.setString(Tag.CodeMeaning, VR.LO, code.meaning());
    return item;
  }

  private static Attributes encode(ContentItem content) {
    if (content instanceof ContentItem.Kept kept) {
      return new Attributes(kept.source());
    }
    Attributes item = new Attributes();
    item.setString(Tag.RelationshipType, VR.CS, content.relationship().term());
    if (content instanceof ContentItem.Container container) {
      encodeContainer(container, item);
    } else {
      encodeName(content.name(), item);
      encodeValue(content, item);
    }
    encodeChildren(content, item);
    return item;
  }

  private static void encodeContainer(ContentItem.Container container, Attributes item) {
    item.setString(Tag.ValueType, VR.CS, "CONTAINER");
    encodeName(container.name(), item);
    item.setString(Tag.ContinuityOfContent, VR.CS, "SEPARATE");
    container
        .template()
        .ifPresent(
            identifier -> {
              Attributes template = new Attributes(3);
              template.setString(Tag.MappingResource, VR.CS, "DCMR");
              template.setString(Tag.MappingResourceUID, VR.UI, CONTENT_MAPPING_RESOURCE_UID);
              template.setString(Tag.TemplateIdentifier, VR.CS, identifier);
              item.newSequence(Tag.ContentTemplateSequence, 1).add(template);
            });
  }

  private static void encodeValue(ContentItem content, Attributes item) {
    if (content instanceof ContentItem.Coded coded) {
      item.setString(Tag.ValueType, VR.CS, "CODE");
      item.newSequence(Tag.ConceptCodeSequence, 1).add(encode(coded.value()));
    } else if (content instanceof ContentItem.Text text) {
      encodeText(text, item);
    } else if (content instanceof ContentItem.Person person) {
      item.setString(Tag.ValueType, VR.CS, "PNAME");
      item.setString(Tag.PersonName, VR.PN, person.value().toDicom());
    } else if (content instanceof ContentItem.Numeric numeric) {
      encodeNumber(numeric, item);
    } else if (content instanceof ContentItem.Image image) {
      item.setString(Tag.ValueType, VR.CS, "IMAGE");
      encodeCitation(image.citation(), item);
    } else if (content instanceof ContentItem.Composite composite) {
      item.setString(Tag.ValueType, VR.CS, "COMPOSITE");
      encodeCitation(composite.citation(), item);
    } else if (content instanceof ContentItem.Coordinates coordinates) {
      encodeCoordinates(coordinates, item);
    } else {
      throw new IllegalArgumentException("cannot be written: " + content.name());
    }
  }

  private static void encodeText(ContentItem.Text text, Attributes item) {
    item.setString(Tag.ValueType, VR.CS, text.type().name());
    switch (text.type()) {
      case TEXT -> item.setString(Tag.TextValue, VR.UT, text.value());
      case DATE -> item.setString(Tag.Date, VR.DA, text.value());
      case DATETIME -> item.setString(Tag.DateTime, VR.DT, text.value());
      case TIME -> item.setString(Tag.Time, VR.TM, text.value());
      case UIDREF -> item.setString(Tag.UID, VR.UI, text.value());
    }
  }

  private static void encodeNumber(ContentItem.Numeric numeric, Attributes item) {
    item.setString(Tag.ValueType, VR.CS, "NUM");
    Attributes measured = new Attributes(3);
    measured.newSequence(Tag.MeasurementUnitsCodeSequence, 1).add(encode(numeric.unit()));
    measured.setDouble(Tag.FloatingPointValue, VR.FD, numeric.value());
    measured.setString(Tag.NumericValue, VR.DS, DecimalString.of(numeric.value()));
    item.newSequence(Tag.MeasuredValueSequence, 1).add(measured);
  }

  private static void encodeCitation(ObjectCitation citation, Attributes item) {
    Attributes reference = new Attributes(4);
    reference.setString(Tag.ReferencedSOPClassUID, VR.UI, citation.sopClassUid());
    reference.setString(Tag.ReferencedSOPInstanceUID, VR.UI, citation.sopInstanceUid());
    citation.frame().ifPresent(frame -> reference.setInt(Tag.ReferencedFrameNumber, VR.IS, frame));
    citation
        .presentation()
        .ifPresent(
            uid -> {
              Attributes presentation = new Attributes(2);
              presentation.setString(
                  Tag.ReferencedSOPClassUID, VR.UI, UID.GrayscaleSoftcopyPresentationStateStorage);
              presentation.setString(Tag.ReferencedSOPInstanceUID, VR.UI, uid);
              reference.newSequence(Tag.ReferencedSOPSequence, 1).add(presentation);
            });
    item.newSequence(Tag.ReferencedSOPSequence, 1).add(reference);
  }

  private static void encodeCoordinates(ContentItem.Coordinates coordinates, Attributes item) {
    item.setString(Tag.ValueType, VR.CS, "SCOORD");
    List<ImagePoint> points = coordinates.points();
    float[] data = new float[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      data[2 * i] = exact(points.get(i).column());
      data[2 * i + 1] = exact(points.get(i).row());
    }
    item.setFloat(Tag.GraphicData, VR.FL, data);
    item.setString(Tag.GraphicType, VR.CS, coordinates.isPoint() ? "POINT" : "POLYLINE");
    coordinates.fiducialUid().ifPresent(uid -> item.setString(Tag.FiducialUID, VR.UI, uid));
  }

  private static float exact(double coordinate) {
    float single = (float) coordinate;
    if (single != coordinate) {
      throw new IllegalArgumentException("a 32-bit float cannot hold " + coordinate);
    }
    return single;
  }

  private static void encodeName(Optional<Code> name, Attributes item) {
    name.ifPresent(code -> item.newSequence(Tag.ConceptNameCodeSequence, 1).add(encode(code)));
  }

  private static void encodeChildren(ContentItem content, Attributes item) {
    if (!content.children().isEmpty()) {
      Sequence sequence = item.newSequence(Tag.ContentSequence, content.children().size());
      for (ContentItem child : content.children()) {
        sequence.add(encode(child));
      }
    }
  }
}
