package org.cervimark.reading;

import java.util.Optional;

/**
 * At which moment of the treatment the study was made, as the reader states it; the dates order the
 * visits without it.
 *
 * @param label in words, such as {@code Week 6}; not empty
 * @param type one of the moments that the standard names, if it is one
 */
public record TimePoint(String label, Optional<Type> type) {

  /** Moments of CID 6146. */
  public enum Type {
    /** Before any treatment, for later comparison. */
    BASELINE,
    /** Before an operation. */
    PREOPERATIVE,
    /** After an operation. */
    POSTOPERATIVE,
    /** After treatment. */
    POSTTREATMENT,
    /** A later visit. */
    FOLLOW_UP
  }

  /** Refuses an empty label. */
  public TimePoint {
    label = label.strip();
    if (label.isEmpty()) {
      throw new IllegalArgumentException("a time point has a label");
    }
  }
}
