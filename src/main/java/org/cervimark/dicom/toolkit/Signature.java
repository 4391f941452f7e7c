package org.cervimark.dicom.toolkit;

import java.nio.charset.StandardCharsets;

/** How DICOM files begin. */
final class Signature {

  /** Bytes that must be looked at: preamble, prefix and the header of the first element. */
  static final int LENGTH = 144;

  private static final int PREFIX = 128;
  private static final byte[] DICM = "DICM".getBytes(StandardCharsets.US_ASCII);

  private Signature() {}

  /**
   * Whether these bytes start with a preamble and DICM, or, as files of old do, at once with an
   * element of group 0002 or 0008 whose value representation or length is credible.
   */
  static boolean matches(byte[] start) {
    return hasPrefix(start) || isFirstElement(start);
  }

  private static boolean hasPrefix(byte[] start) {
    if (start.length < PREFIX + DICM.length) {
      return false;
    }
    for (int i = 0; i < DICM.length; i++) {
      if (start[PREFIX + i] != DICM[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFirstElement(byte[] start) {
    if (start.length < 8) {
      return false;
    }
    boolean bigEndian = start[0] == 0;
    int group = number(start, 0, bigEndian);
    int element = number(start, 2, bigEndian);
    if ((group != 2 && group != 8) || element > 0x100) {
      return false;
    }
    if (isCapital(start[4]) && isCapital(start[5])) {
      return true;
    }
    // Implicit VR: a short, even length with a zero upper half.
    int length = number(start, 4, false);
    return !bigEndian && number(start, 6, false) == 0 && length % 2 == 0 && length <= 128;
  }

  private static int number(byte[] bytes, int at, boolean bigEndian) {
    int low = bytes[bigEndian ? at + 1 : at] & 0xFF;
    int high = bytes[bigEndian ? at : at + 1] & 0xFF;
    return high << 8 | low;
  }

  private static boolean isCapital(byte b) {
    return b >= 'A' && b <= 'Z';
  }
}
