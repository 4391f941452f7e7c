package org.cervimark.dicom.sr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.cervimark.dicom.DicomException;
import org.cervimark.image.ImagePoint;
import org.cervimark.image.PersonName;
import org.cervimark.terminology.Unit;
import org.junit.jupiter.api.Test;

class ContentTreeTest {

  private static final Path FILE = Path.of("report.dcm");
  private static final ObjectCitation IMAGE =
      new ObjectCitation("1.2.3", "4.5.6", OptionalInt.of(7), Optional.empty());

  @Test
  void everyKindOfItemComesBackAsItWas() throws Exception {
    ContentItem.Container root =
        container(
            List.of(
                new ContentItem.Coded(
                    Relationship.HAS_CONCEPT_MOD,
                    Concepts.FINDING_SITE,
                    Concepts.CERVICAL_SPINE,
                    List.of(
                        new ContentItem.Coded(
                            Relationship.HAS_CONCEPT_MOD, Concepts.LATERALITY, Concepts.LEFT))),
                text(ContentItem.Text.Type.TEXT, "free"),
                text(ContentItem.Text.Type.DATE, "20260114"),
                text(ContentItem.Text.Type.TIME, "101500.25"),
                text(ContentItem.Text.Type.UIDREF, "1.2.3.4"),
                new ContentItem.Person(
                    Relationship.HAS_OBS_CONTEXT,
                    Concepts.PERSON_NAME,
                    PersonName.parse("Lee^Younghee=李^英姬=이^영희")),
                new ContentItem.Numeric(
                    Relationship.CONTAINS,
                    Concepts.COBB_ANGLE,
                    Math.nextUp(1.0 / 3),
                    Unit.DEGREE.code()),
                new ContentItem.Image(
                    Relationship.CONTAINS,
                    Optional.of(Concepts.SOURCE_OF_MEASUREMENT),
                    IMAGE.shownBy("8.9"),
                    List.of()),
                new ContentItem.Coordinates(
                    Relationship.INFERRED_FROM,
                    Concepts.IMAGE_REGION,
                    List.of(new ImagePoint(262143 - 1 / 64.0, 1 / 64.0)),
                    Optional.of("1.2.9"),
                    IMAGE),
                new ContentItem.Coordinates(
                    Relationship.INFERRED_FROM,
                    Concepts.ARM_OF_ANGLE,
                    List.of(new ImagePoint(1, 2), new ImagePoint(3, 4)),
                    Optional.empty(),
                    IMAGE)));

    assertEquals(root, decoded(encoded(root)));
  }

  @Test
  void aValueThatAFloatCannotHoldIsNotWritten() {
    ContentItem.Container root =
        container(
            List.of(
                new ContentItem.Coordinates(
                    Relationship.CONTAINS,
                    Concepts.IMAGE_REGION,
                    List.of(new ImagePoint(0.1, 1)),
                    Optional.empty(),
                    IMAGE)));

    assertThrows(IllegalArgumentException.class, () -> encoded(root));
  }

  @Test
  void kindsThatWeDoNotUseAreKeptApart() throws Exception {
    Attributes document = encoded(container(List.of()));
    Attributes item = new Attributes();
    item.setString(Tag.RelationshipType, VR.CS, "CONTAINS");
    item.setString(Tag.ValueType, VR.CS, "WAVEFORM");
    document.newSequence(Tag.ContentSequence, 1).add(item);

    ContentItem read = decoded(document).children().get(0);

    assertEquals("WAVEFORM", assertInstanceOf(ContentItem.Unused.class, read).valueType());
  }

  @Test
  void numberWithoutValueIsNoNumber() throws Exception {
    Attributes document = numeric(1);
    child(document).newSequence(Tag.MeasuredValueSequence, 0);

    assertInstanceOf(ContentItem.Unused.class, decoded(document).children().get(0));
  }

  @Test
  void decimalStringCountsWhereThereIsNoDouble() throws Exception {
    Attributes document = numeric(1.0 / 3);
    child(document).getNestedDataset(Tag.MeasuredValueSequence).remove(Tag.FloatingPointValue);

    assertEquals(
        0.33333333333333,
        assertInstanceOf(ContentItem.Numeric.class, decoded(document).children().get(0)).value());
  }

  @Test
  void numbersThatAreNoneAreRefused() {
    Attributes number = numeric(1);
    child(number)
        .getNestedDataset(Tag.MeasuredValueSequence)
        .setDouble(Tag.FloatingPointValue, VR.FD, Double.NaN);
    Attributes coordinate = point();
    child(coordinate).setFloat(Tag.GraphicData, VR.FL, 1, Float.POSITIVE_INFINITY);

    assertThrows(DicomException.class, () -> decoded(number));
    assertThrows(DicomException.class, () -> decoded(coordinate));
  }

  @Test
  void oddNumberOfCoordinatesIsNoPoint() throws Exception {
    Attributes document = point();
    child(document).setFloat(Tag.GraphicData, VR.FL, 1, 2, 3);

    assertInstanceOf(ContentItem.Unused.class, decoded(document).children().get(0));
  }

  @Test
  void treesBeyondTheLimitsAreRefused() throws Exception {
    assertEquals(TreeLimits.MAX_DEPTH - 1, depth(decoded(nested(TreeLimits.MAX_DEPTH - 1))));
    assertThrows(DicomException.class, () -> decoded(nested(TreeLimits.MAX_DEPTH)));
    assertThrows(
        DicomException.class,
        () ->
            decoded(
                encoded(
                    container(
                        List.of(
                            text(
                                ContentItem.Text.Type.TEXT,
                                "x".repeat(TreeLimits.MAX_TEXT + 1)))))));
    List<ContentItem> many = new ArrayList<>();
    for (int i = 0; i < TreeLimits.MAX_ITEMS; i++) {
      many.add(text(ContentItem.Text.Type.TEXT, "x"));
    }
    assertThrows(DicomException.class, () -> decoded(encoded(container(many))));
    assertEquals(
        TreeLimits.MAX_ITEMS - 1,
        decoded(encoded(container(many.subList(1, many.size())))).children().size());
  }

  private static Attributes nested(int levels) {
    ContentItem.Container inner = container(List.of());
    for (int i = 0; i < levels; i++) {
      inner = container(List.of(inner));
    }
    return encoded(inner);
  }

  private static int depth(ContentItem item) {
    return item.children().isEmpty() ? 0 : 1 + depth(item.children().get(0));
  }

  private static Attributes numeric(double value) {
    return encoded(
        container(
            List.of(
                new ContentItem.Numeric(
                    Relationship.CONTAINS, Concepts.COBB_ANGLE, value, Unit.DEGREE.code()))));
  }

  private static Attributes point() {
    return encoded(
        container(
            List.of(
                new ContentItem.Coordinates(
                    Relationship.CONTAINS,
                    Concepts.IMAGE_REGION,
                    List.of(new ImagePoint(1, 2)),
                    Optional.empty(),
                    IMAGE))));
  }

  private static Attributes child(Attributes document) {
    return document.getNestedDataset(Tag.ContentSequence);
  }

  private static ContentItem text(ContentItem.Text.Type type, String value) {
    return new ContentItem.Text(Relationship.HAS_OBS_CONTEXT, Concepts.COMMENT, type, value);
  }

  private static ContentItem.Container container(List<ContentItem> children) {
    return new ContentItem.Container(
        Relationship.CONTAINS, Concepts.MEASUREMENT_GROUP, Optional.of("1501"), children);
  }

  private static Attributes encoded(ContentItem.Container root) {
    Attributes document = new Attributes();
    document.setSpecificCharacterSet("ISO_IR 192");
    ContentEncoder.encodeRoot(root, document);
    return document;
  }

  private static ContentItem decoded(Attributes document) throws DicomException {
    return ContentDecoder.decodeRoot(document, FILE);
  }
}
