package org.cervimark.anatomy;

import java.util.regex.Pattern;

/**
 * The stable name of a landmark, for example {@code c2-inferior-endplate-anterior}.
 *
 * @param value lower-case letters, digits and hyphens, beginning with a letter
 */
public record LandmarkId(String value) implements Comparable<LandmarkId> {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /** Refuses names of another form. */
  public LandmarkId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a landmark id: \"" + value + "\"");
    }
  }

  /** Whether a text has the form of a landmark id. */
  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public int compareTo(LandmarkId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
