package org.cervimark.dicom;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The sentences of this package and those below it, in the language that the user has chosen for
 * this program, else in that of the system.
 */
public final class DicomMessages {

  /** The system property that names the chosen language, as a BCP 47 tag; absent without one. */
  public static final String LANGUAGE = "cervimark.language";

  private static final String BUNDLE = "org.cervimark.dicom.Messages";

  private DicomMessages() {}

  /**
   * A sentence with its blanks filled in.
   *
   * @param key which sentence
   * @param values what fills the blanks; taken as text, so that no number is grouped or localised
   */
  public static String text(String key, Object... values) {
    Object[] texts = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      texts[i] = String.valueOf(values[i]);
    }
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            language(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(texts);
  }

  private static Locale language() {
    String chosen = System.getProperty(LANGUAGE, "");
    return chosen.isBlank() ? Locale.getDefault() : Locale.forLanguageTag(chosen);
  }
}
