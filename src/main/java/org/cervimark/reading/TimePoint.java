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

  /** Moments that have a code in the standard. */
  public enum Type {
    /** Before any treatment, for later comparison. */
    BASELINE,
    /** Before treatment. */
    PRETREATMENT,
    /** After treatment. */
    POSTTREATMENT,
    /** A visit that was not planned. */
    UNSCHEDULED,
    /** Before an operation. */
    PREOPERATIVE,
    /** After an operation. */
    POSTOPERATIVE
  }

  /** Refuses an empty label. */
  public TimePoint {
    label = label.strip();
    if (label.isEmpty()) {
      throw new IllegalArgumentException("a time point has a label");
    }
  }
}
