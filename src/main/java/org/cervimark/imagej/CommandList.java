package org.cervimark.imagej;

import ij.IJ;
import java.awt.event.InputEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.swing.KeyStroke;

/** Commands as they are put together, in the order in which they are added. */
final class CommandList {

  private final List<ViewerCommand> all = new ArrayList<>();

  /** The commands added so far. */
  List<ViewerCommand> all() {
    return List.copyOf(all);
  }

  /** A command whose keys count in our window, whatever tool is in use. */
  void window(String id, BooleanSupplier enabled, Runnable action, KeyStroke... keys) {
    windowToggle(id, CommandList::never, enabled, action, keys);
  }

  /**
   * A command of our window that can be done unless something stands against it.
   *
   * @param hindrance what, as the key of a sentence; told to whoever tries
   */
  void window(String id, Supplier<Optional<String>> hindrance, Runnable action, KeyStroke... keys) {
    all.add(
        new ViewerCommand(
            id,
            List.of(keys),
            ViewerCommand.Scope.WINDOW,
            () -> hindrance.get().isEmpty(),
            CommandList::never,
            action,
            hindrance));
  }

  /** The same for what is on or off. */
  void windowToggle(
      String id,
      BooleanSupplier selected,
      BooleanSupplier enabled,
      Runnable action,
      KeyStroke... keys) {
    add(id, ViewerCommand.Scope.WINDOW, enabled, selected, action, keys);
  }

  /** A command whose keys count while the landmark tool is in use. */
  void landmark(String id, BooleanSupplier enabled, Runnable action, KeyStroke... keys) {
    toggle(id, CommandList::never, enabled, action, keys);
  }

  /** The same for what is on or off. */
  void toggle(
      String id,
      BooleanSupplier selected,
      BooleanSupplier enabled,
      Runnable action,
      KeyStroke... keys) {
    add(id, ViewerCommand.Scope.LANDMARK_TOOL, enabled, selected, action, keys);
  }

  private void add(
      String id,
      ViewerCommand.Scope scope,
      BooleanSupplier enabled,
      BooleanSupplier selected,
      Runnable action,
      KeyStroke... keys) {
    all.add(
        new ViewerCommand(id, List.of(keys), scope, enabled, selected, action, Optional::empty));
  }

  /** For what can always be done. */
  static boolean always() {
    return true;
  }

  private static boolean never() {
    return false;
  }

  /** A key alone. */
  static KeyStroke key(int code) {
    return KeyStroke.getKeyStroke(code, 0);
  }

  /** A key with Shift. */
  static KeyStroke shift(int code) {
    return KeyStroke.getKeyStroke(code, InputEvent.SHIFT_DOWN_MASK);
  }

  /** A key with the modifier of menus: Ctrl, on a Mac Command. */
  static KeyStroke ctrl(int code) {
    return KeyStroke.getKeyStroke(code, menuMask());
  }

  /** A key with the modifier of menus and Shift. */
  static KeyStroke ctrlShift(int code) {
    return KeyStroke.getKeyStroke(code, menuMask() | InputEvent.SHIFT_DOWN_MASK);
  }

  private static int menuMask() {
    return IJ.isMacintosh() ? InputEvent.META_DOWN_MASK : InputEvent.CTRL_DOWN_MASK;
  }
}
