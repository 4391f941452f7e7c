package org.cervimark.imagej;

import ij.Prefs;
import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.cervimark.dicom.DicomMessages;
import org.cervimark.report.Identification;
import org.cervimark.report.Wording;
import org.cervimark.report.pdf.PageSize;

/**
 * Language, theme, what is saved and what notes show, changed while windows are open. The theme is
 * the same for all windows; everything else is that of one. Lives on the event thread.
 */
final class Settings {

  private static final String LANGUAGE = DicomMessages.LANGUAGE;
  private static final String DARK = "cervimark.dark";
  private static final String KEY_OBJECTS = "cervimark.keyObjects";
  private static final String IDENTIFY = "cervimark.note.identify";
  private static final String PAPER = "cervimark.note.paper";

  private final boolean remembered;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private Wording wording;
  private boolean keyObjects;
  private Identification shown = Identification.FULL;
  private PageSize paper = PageSize.A4;

  private Settings(Locale locale, boolean remembered) {
    this.wording = Wording.of(Settings.class, locale);
    this.remembered = remembered;
  }

  /** Settings that nobody remembers. */
  static Settings of(Locale locale) {
    return new Settings(locale, false);
  }

  /**
   * As the reader left them, kept in ImageJ's preferences; else the language of the system. Without
   * a display nothing is remembered: what a macro changes there is not what a person wants.
   */
  static Settings inPreferences() {
    String language = Prefs.get(LANGUAGE, "");
    if (!language.isBlank()) {
      System.setProperty(LANGUAGE, language);
    }
    ThemedColour.setDark(Prefs.get(DARK, false));
    Settings settings =
        new Settings(
            language.isBlank() ? Locale.getDefault() : Locale.forLanguageTag(language),
            !GraphicsEnvironment.isHeadless());
    settings.keyObjects = Prefs.get(KEY_OBJECTS, false);
    settings.shown = Identification.parse(Prefs.get(IDENTIFY, "all")).orElse(Identification.FULL);
    settings.paper = NoteChoice.paper(Prefs.get(PAPER, "")).orElse(PageSize.A4);
    return settings;
  }

  /** The texts in the language in force. */
  Wording wording() {
    return wording;
  }

  /** The language in force. */
  Locale locale() {
    return wording.locale();
  }

  /** How notes are written. */
  NoteChoice note() {
    return new NoteChoice(locale(), shown, paper);
  }

  /** Chooses which identifying fields stand in notes. */
  void setShown(Identification fields) {
    shown = fields;
    remember(IDENTIFY, fields.list());
  }

  /** Chooses the paper of notes as PDF. */
  void setPaper(PageSize size) {
    paper = size;
    remember(PAPER, size.id());
  }

  /** Chooses the language. */
  void speak(Locale locale) {
    wording = Wording.of(Settings.class, locale);
    remember(LANGUAGE, locale.toLanguageTag());
    if (remembered) {
      System.setProperty(LANGUAGE, locale.toLanguageTag());
    }
    listeners.forEach(Runnable::run);
  }

  /** Chooses the theme. */
  void setDark(boolean dark) {
    ThemedColour.setDark(dark);
    remember(DARK, dark);
    listeners.forEach(Runnable::run);
  }

  /** Whether each save also writes a Key Object; not unless chosen. */
  boolean keyObjects() {
    return keyObjects;
  }

  /** Chooses whether each save also writes a Key Object. */
  void setKeyObjects(boolean wanted) {
    keyObjects = wanted;
    remember(KEY_OBJECTS, wanted);
    listeners.forEach(Runnable::run);
  }

  /** Runs something after each change. */
  void onChange(Runnable listener) {
    listeners.add(listener);
  }

  private void remember(String key, boolean value) {
    if (remembered) {
      Prefs.set(key, value);
      Prefs.savePreferences();
    }
  }

  private void remember(String key, String value) {
    if (remembered) {
      Prefs.set(key, value);
      Prefs.savePreferences();
    }
  }
}
