package org.cervimark.dicom.sr;

import static org.cervimark.dicom.sr.Relationship.INFERRED_FROM;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.cervimark.image.Scale;
import org.cervimark.terminology.Code;
import org.cervimark.terminology.PrivateScheme;
import org.cervimark.terminology.Unit;

/** What the measurement groups of landmarks and of values have in common (TID 1501, TID 1410). */
final class Groups {

  private static final Pattern PASS = Pattern.compile("[1-9][0-9]?");
  private static final Pattern POSITION = Pattern.compile("[1-9][0-9]{0,4}");

  private Groups() {}

  /** The value of a coded child, if there is one. */
  static Optional<Code> coded(ContentItem item, Code name) {
    return item.child(ContentItem.Coded.class, name).map(ContentItem.Coded::value);
  }

  /** The value of a text child, if there is one. */
  static Optional<String> text(ContentItem item, Code name) {
    return item.child(ContentItem.Text.class, name).map(ContentItem.Text::value);
  }

  /** The value of a number child, if there is one. */
  static Optional<Double> number(ContentItem item, Code name) {
    return item.child(ContentItem.Numeric.class, name).map(ContentItem.Numeric::value);
  }

  /** The spacings that a length rests on. */
  static List<ContentItem> spacings(Scale scale) {
    Code millimetre = Unit.MILLIMETRE.code();
    return List.of(
        new ContentItem.Numeric(
            INFERRED_FROM, Concepts.HORIZONTAL_SPACING, scale.columnSpacing(), millimetre),
        new ContentItem.Numeric(
            INFERRED_FROM, Concepts.VERTICAL_SPACING, scale.rowSpacing(), millimetre));
  }

  /** The finding, which is the key of a group of ours; empty for others. */
  static Optional<Code> finding(ContentItem group) {
    return coded(group, Concepts.FINDING)
        .filter(code -> code.scheme().equals(PrivateScheme.DESIGNATOR));
  }

  /** The blinded pass to which an item belongs, from 1; empty if it belongs to none. */
  static OptionalInt pass(ContentItem item) {
    return text(item, ReadingCodes.PASS)
        .filter(number -> PASS.matcher(number).matches())
        .map(number -> OptionalInt.of(Integer.parseInt(number)))
        .orElse(OptionalInt.empty());
  }

  /** The item that states the position of another in its list, counted from 1. */
  static ContentItem position(Relationship relationship, int position) {
    return new ContentItem.Text(relationship, ReadingCodes.POSITION, Integer.toString(position));
  }

  /** The stated position in its list; items without one come last. */
  static int position(ContentItem item) {
    return text(item, ReadingCodes.POSITION)
        .filter(number -> POSITION.matcher(number).matches())
        .map(Integer::valueOf)
        .orElse(Integer.MAX_VALUE);
  }

  /** The tracking UID, if there is one. */
  static Optional<String> trackingUid(ContentItem group) {
    return text(group, Concepts.TRACKING_UID);
  }
}
