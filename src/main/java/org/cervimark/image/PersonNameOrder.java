package org.cervimark.image;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Orders names as a list of patients does. For Korean readers the Hangul spelling counts, wherever
 * it stands: in the phonetic group, or in the ideographic one, where many systems put it; a name
 * without Hangul follows by its alphabetic group. For all others the alphabetic group counts first.
 */
public final class PersonNameOrder implements Comparator<PersonName> {

  private final Collator collator;
  private final boolean korean;

  /**
   * The order of a language.
   *
   * @param locale whose alphabet counts
   */
  public PersonNameOrder(Locale locale) {
    collator = Collator.getInstance(locale);
    collator.setStrength(Collator.SECONDARY);
    korean = locale.getLanguage().equals("ko");
  }

  @Override
  public int compare(PersonName one, PersonName other) {
    String first = key(one);
    String second = key(other);
    if (korean && hangul(first).isEmpty() != hangul(second).isEmpty()) {
      return hangul(first).isEmpty() ? 1 : -1;
    }
    int order = collator.compare(first, second);
    return order != 0 ? order : one.toDicom().compareTo(other.toDicom());
  }

  private String key(PersonName name) {
    Stream<String> groups =
        korean
            ? Stream.of(
                hangul(name.phonetic()),
                hangul(name.ideographic()),
                hangul(name.alphabetic()),
                name.alphabetic(),
                name.phonetic(),
                name.ideographic())
            : Stream.of(name.alphabetic(), name.phonetic(), name.ideographic());
    return groups
        .map(g -> g.replace('^', ' ').strip())
        .filter(g -> !g.isEmpty())
        .findFirst()
        .map(g -> korean && !hangul(g).isEmpty() ? g.replace(" ", "") : g)
        .orElse("");
  }

  private static String hangul(String group) {
    return group
            .codePoints()
            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL)
        ? group
        : "";
  }
}
