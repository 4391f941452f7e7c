package org.cervimark.dicom;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of this package and those below it, in the language of the user. */
public final class DicomMessages {

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
            Locale.getDefault(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(texts);
  }
}
