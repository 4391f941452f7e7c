package org.cervimark.imagej;

import java.util.ArrayList;
import java.util.List;

/**
 * The settings that macros can change, as they are at one moment.
 *
 * @param language {@code en} or {@code ko}
 * @param dark whether the theme is the dark one
 * @param keyObjects whether each save also writes a Key Object
 * @param identify which identifying fields stand in notes
 * @param paper the paper of notes as PDF
 */
record MacroSettings(
    String language, boolean dark, boolean keyObjects, String identify, String paper) {

  /** The settings in force. */
  static MacroSettings of(Settings settings) {
    String language = settings.locale().getLanguage().equals("ko") ? "ko" : "en";
    NoteChoice note = settings.note();
    return new MacroSettings(
        language,
        ThemedColour.isDark(),
        settings.keyObjects(),
        note.shown().list(),
        note.paper().id());
  }

  /** The commands that lead here from earlier settings. */
  List<MacroStep> since(MacroSettings before) {
    List<String> options = new ArrayList<>();
    if (!language.equals(before.language)) {
      options.add("language=" + language);
    }
    if (dark != before.dark) {
      options.add("theme=" + (dark ? "dark" : "light"));
    }
    if (keyObjects != before.keyObjects) {
      options.add("keyobject=" + MacroLook.onOff(keyObjects));
    }
    if (!identify.equals(before.identify)) {
      options.add("identify=" + identify);
    }
    if (!paper.equals(before.paper)) {
      options.add("paper=" + paper);
    }
    return options.isEmpty()
        ? List.of()
        : List.of(new MacroStep("CerviMark Settings", String.join(" ", options)));
  }
}
