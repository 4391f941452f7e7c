package org.cervimark.imagej;

import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.swing.KeyStroke;
import org.cervimark.report.Wording;

/**
 * One thing a reader can do in the viewer: its keys, when they count, and what it does. Name and
 * help are texts under its id.
 *
 * @param id the key of its texts
 * @param keys the keys that do it; the first one is shown
 * @param scope when the keys count
 * @param enabled whether it can be done now
 * @param selected whether it is on, for what can be on or off; else never
 * @param action what it does
 * @param hindrance why it cannot be done now, as the key of a sentence, where that can be said
 */
record ViewerCommand(
    String id,
    List<KeyStroke> keys,
    Scope scope,
    BooleanSupplier enabled,
    BooleanSupplier selected,
    Runnable action,
    Supplier<Optional<String>> hindrance) {

  /** When the keys of a command count. */
  enum Scope {
    /** In our window, whatever tool is in use. */
    WINDOW,
    /** While the landmark tool is in use; else they are ImageJ's. */
    LANDMARK_TOOL
  }

  /** Copies the list. */
  ViewerCommand {
    keys = List.copyOf(keys);
  }

  /** The name shown on the button. */
  String name(Wording wording) {
    return wording.get("command." + id);
  }

  /** What it does, in a sentence. */
  String help(Wording wording) {
    return wording.get("command." + id + ".help");
  }

  /** The same with the key. */
  String helpWithKey(Wording wording) {
    return String.join("  ", help(wording), keyText()).strip();
  }

  /** What it does, or why it cannot be done now. */
  String helpNow(Wording wording) {
    return hindrance.get().map(wording::get).orElseGet(() -> help(wording));
  }

  /** The same as a line of a menu, as things stand. */
  ToolMenu.Entry entry(Wording wording) {
    return new ToolMenu.Entry(
        id,
        name(wording),
        keyText(),
        helpNow(wording),
        enabled.getAsBoolean(),
        selected.getAsBoolean(),
        action);
  }

  /** The first key as shown to people, such as {@code Ctrl Z}; empty without one. */
  String keyText() {
    return keys.isEmpty() ? "" : keyText(keys.get(0));
  }

  /** Whether a key event is one of its keys. */
  boolean matches(KeyEvent e) {
    return keys.contains(KeyStroke.getKeyStrokeForEvent(e));
  }

  /** A key as shown to people. */
  static String keyText(KeyStroke key) {
    StringBuilder text = new StringBuilder();
    int modifiers = key.getModifiers();
    if ((modifiers & InputEvent.CTRL_DOWN_MASK) != 0) {
      text.append("Ctrl ");
    }
    if ((modifiers & InputEvent.META_DOWN_MASK) != 0) {
      text.append('⌘');
    }
    if ((modifiers & InputEvent.SHIFT_DOWN_MASK) != 0) {
      text.append('⇧');
    }
    return text.append(
            switch (key.getKeyCode()) {
              case KeyEvent.VK_BACK_SPACE -> "⌫";
              case KeyEvent.VK_OPEN_BRACKET -> "[";
              case KeyEvent.VK_CLOSE_BRACKET -> "]";
              case KeyEvent.VK_COMMA -> ",";
              case KeyEvent.VK_PERIOD -> ".";
              case KeyEvent.VK_ESCAPE -> "Esc";
              case KeyEvent.VK_PAGE_UP -> "PgUp";
              case KeyEvent.VK_PAGE_DOWN -> "PgDn";
              default -> KeyEvent.getKeyText(key.getKeyCode());
            })
        .toString();
  }
}
