package org.cervimark.dicom.sr;

import java.nio.file.Path;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.DicomMessages;

/** What a content tree that anybody may have written must not go beyond. Counts its items. */
final class TreeLimits {

  static final int MAX_DEPTH = 32;
  static final int MAX_ITEMS = 20_000;
  static final int MAX_TEXT = 16_384;
  static final int MAX_POINTS = 10_000;

  private final Path file;
  private int items;

  /**
   * For one tree.
   *
   * @param file where it was read from, for messages
   */
  TreeLimits(Path file) {
    this.file = file;
  }

  /** Counts an item that lies so deep, the root lying at 1. */
  void enter(int depth) throws DicomException {
    if (depth > MAX_DEPTH) {
      throw refused("report.depth", MAX_DEPTH);
    }
    if (++items > MAX_ITEMS) {
      throw refused("report.items", MAX_ITEMS);
    }
  }

  /** A text that is not too long. */
  String text(String value) throws DicomException {
    if (value.length() > MAX_TEXT) {
      throw refused("report.text", MAX_TEXT);
    }
    return value;
  }

  /** A number that is finite. */
  double number(double value) throws DicomException {
    if (!Double.isFinite(value)) {
      throw refused("report.number");
    }
    return value;
  }

  /** Coordinates, of which there are not too many. */
  float[] coordinates(float[] data) throws DicomException {
    if (data.length > 2 * MAX_POINTS) {
      throw refused("report.points", MAX_POINTS);
    }
    for (float value : data) {
      number(value);
    }
    return data;
  }

  private DicomException refused(String key, Object... values) {
    Object[] blanks = new Object[values.length + 1];
    blanks[0] = file;
    System.arraycopy(values, 0, blanks, 1, values.length);
    return new DicomException(DicomMessages.text(key, blanks));
  }
}
