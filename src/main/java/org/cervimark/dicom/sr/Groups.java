package org.cervimark.dicom.sr;

import java.util.Optional;
import org.cervimark.terminology.Code;
import org.cervimark.terminology.PrivateScheme;

/** What the measurement groups of landmarks and of values have in common (TID 1501, TID 1410). */
final class Groups {

  private Groups() {}

  /** The value of a coded child, if there is one. */
  static Optional<Code> coded(ContentItem item, Code name) {
    return item.children(ContentItem.Coded.class, name).findFirst().map(ContentItem.Coded::value);
  }

  /** The value of a text child, if there is one. */
  static Optional<String> text(ContentItem item, Code name) {
    return item.children(ContentItem.Text.class, name).findFirst().map(ContentItem.Text::value);
  }

  /** The value of a number child, if there is one. */
  static Optional<Double> number(ContentItem item, Code name) {
    return item.children(ContentItem.Numeric.class, name)
        .findFirst()
        .map(ContentItem.Numeric::value);
  }

  /** The finding, which is the key of a group of ours; empty for others. */
  static Optional<Code> finding(ContentItem group) {
    return coded(group, Concepts.FINDING)
        .filter(code -> code.scheme().equals(PrivateScheme.DESIGNATOR));
  }

  /** The tracking UID, if there is one. */
  static Optional<String> trackingUid(ContentItem group) {
    return text(group, Concepts.TRACKING_UID);
  }
}
