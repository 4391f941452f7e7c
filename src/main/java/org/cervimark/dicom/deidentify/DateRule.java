package org.cervimark.dicom.deidentify;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What becomes of dates and times.
 *
 * @param kind whether they are removed, kept, or shifted
 * @param days by how many days they are shifted, the same for all objects of a patient
 */
public record DateRule(Kind kind, int days) {

  /** What can become of them. */
  public enum Kind {
    /** Removed, or replaced where the object must have one. */
    REMOVE,
    /** Kept: the option Retain Longitudinal Temporal Information with Full Dates. */
    KEEP,
    /** Shifted, times of day kept: the same option with Modified Dates. */
    SHIFT,
    /** The same by a number of days that is drawn for each patient and told to nobody. */
    SHIFT_EACH
  }

  private static final int LEAST_DAYS = 365;
  private static final int MOST_DAYS = 3650;

  private static final int DATE_DIGITS = 8;

  /** Removes them. */
  public static DateRule remove() {
    return new DateRule(Kind.REMOVE, 0);
  }

  /** Keeps them. */
  public static DateRule keep() {
    return new DateRule(Kind.KEEP, 0);
  }

  /** Shifts them by a number of days. */
  public static DateRule shift(int days) {
    return new DateRule(Kind.SHIFT, days);
  }

  /** Shifts those of each patient back by one to ten years, by lot. */
  public static DateRule shiftEach() {
    return new DateRule(Kind.SHIFT_EACH, 0);
  }

  /** The rule for one patient. */
  DateRule forPatient(RandomGenerator lot) {
    return kind == Kind.SHIFT_EACH ? shift(-lot.nextInt(LEAST_DAYS, MOST_DAYS + 1)) : this;
  }

  /** A date, or a date with a time behind it, shifted; empty if it is none. */
  Optional<String> shifted(String value) {
    String text = value.strip();
    if (text.length() < DATE_DIGITS) {
      return Optional.empty();
    }
    try {
      LocalDate date =
          LocalDate.parse(text.substring(0, DATE_DIGITS), DateTimeFormatter.BASIC_ISO_DATE);
      return Optional.of(
          date.plusDays(days).format(DateTimeFormatter.BASIC_ISO_DATE)
              + text.substring(DATE_DIGITS));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
