package org.cervimark.terminology;

import java.util.Objects;

/**
 * A coded concept: what a DICOM code sequence item carries (PS3.3 section 8).
 *
 * @param value the Code Value (0008,0100), 1 to 16 characters
 * @param scheme the Coding Scheme Designator (0008,0102), for example {@code DCM} or {@code SCT}
 * @param meaning the Code Meaning (0008,0104), 1 to 64 characters of text for people
 */
public record Code(String value, String scheme, String meaning) {

  /** Checks the lengths that the value representations SH and LO allow. */
  public Code {
    requireLength("Code Value", value, 16);
    requireLength("Coding Scheme Designator", scheme, 16);
    requireLength("Code Meaning", meaning, 64);
  }

  /**
   * Whether both name the same concept. The meaning is for people and does not count (PS3.3 section
   * 8.3).
   */
  public boolean sameConceptAs(Code other) {
    return value.equals(other.value) && scheme.equals(other.scheme);
  }

  private static void requireLength(String what, String text, int most) {
    Objects.requireNonNull(text, what);
    if (text.isEmpty() || text.length() > most) {
      throw new IllegalArgumentException(
          what + " must have 1 to " + most + " characters: \"" + text + "\"");
    }
  }
}
