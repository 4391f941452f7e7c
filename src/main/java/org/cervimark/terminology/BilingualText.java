package org.cervimark.terminology;

import java.util.Locale;

/**
 * A text for people in the two languages of this program.
 *
 * @param english in English
 * @param korean in Korean
 */
public record BilingualText(String english, String korean) {

  /** The text in Korean for a Korean locale, else in English. */
  public String in(Locale locale) {
    return locale.getLanguage().equals("ko") ? korean : english;
  }

  /** Whether there is nothing to read. */
  public boolean isEmpty() {
    return english.isEmpty() && korean.isEmpty();
  }
}
