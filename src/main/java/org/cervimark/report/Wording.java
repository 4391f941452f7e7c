package org.cervimark.report;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of one package in one language: {@code Messages.properties} in English and {@code
 * Messages_ko.properties} in Korean, beside the classes of the package. The language of the system
 * never decides; whoever asks for English gets English on a Korean computer too.
 */
public final class Wording {

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");

  private final ResourceBundle bundle;
  private final Locale locale;

  private Wording(ResourceBundle bundle, Locale locale) {
    this.bundle = bundle;
    this.locale = locale;
  }

  /**
   * The texts of a package.
   *
   * @param owner a class of the package
   * @param locale Korean, or any other for English
   */
  public static Wording of(Class<?> owner, Locale locale) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            owner.getPackageName() + ".Messages",
            locale,
            owner.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return new Wording(bundle, locale);
  }

  /** The language asked for. */
  public Locale locale() {
    return locale;
  }

  /**
   * A text with values put in the places {@code {0}}, {@code {1}} and so on.
   *
   * @throws java.util.MissingResourceException if there is no such text
   */
  public String get(String key, String... values) {
    String text = bundle.getString(key);
    if (values.length == 0) {
      return text;
    }
    return PLACE
        .matcher(text)
        .replaceAll(place -> Matcher.quoteReplacement(values[Integer.parseInt(place.group(1))]));
  }
}
