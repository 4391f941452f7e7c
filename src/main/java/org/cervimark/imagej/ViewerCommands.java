package org.cervimark.imagej;

import ij.IJ;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.swing.KeyStroke;
import org.cervimark.landmark.Visibility;

/** All commands of a viewer, in the order of its buttons. */
final class ViewerCommands {

  private final List<ViewerCommand> all = new ArrayList<>();
  private final ViewerActions actions;
  private final ToolState tool;

  /**
   * The commands of a viewer.
   *
   * @param canvas zooms, where a command needs it
   */
  ViewerCommands(ViewerActions actions, ToolState tool, CanvasView canvas) {
    this.actions = actions;
    this.tool = tool;
    ViewerModel model = actions.model();
    window("open", ctrl(KeyEvent.VK_O), ViewerCommands::always, canvas::open);
    window("landmark", key(KeyEvent.VK_F2), ViewerCommands::always, this::toggleTool);
    landmark("whole", ViewerCommands::always, canvas::showWhole, key(KeyEvent.VK_F));
    landmark(
        "zoomTarget",
        () -> model.expectedTarget().isPresent(),
        canvas::zoomToTarget,
        key(KeyEvent.VK_Z));
    landmark("loupe", ViewerCommands::always, model::toggleLoupe, key(KeyEvent.VK_L));
    landmark("undo", () -> model.session().canUndo(), actions::undo, ctrl(KeyEvent.VK_Z));
    landmark(
        "redo",
        () -> model.session().canRedo(),
        actions::redo,
        ctrl(KeyEvent.VK_Y),
        KeyStroke.getKeyStroke(KeyEvent.VK_Z, menuMask() | InputEvent.SHIFT_DOWN_MASK));
    landmark(
        "notVisible",
        () -> model.session().target().isPresent(),
        actions::markNotVisible,
        key(KeyEvent.VK_N));
    landmark(
        "estimated",
        () -> model.marking().selected().isPresent(),
        () -> actions.toggle(Visibility.ESTIMATED),
        key(KeyEvent.VK_E));
    landmark(
        "uncertain",
        () -> model.marking().selected().isPresent(),
        () -> actions.toggle(Visibility.UNCERTAIN),
        key(KeyEvent.VK_U));
    landmark(
        "back",
        () -> !model.session().landmarks().isEmpty(),
        () -> model.marking().back(),
        key(KeyEvent.VK_BACK_SPACE),
        key(KeyEvent.VK_DELETE));
    landmark("next", ViewerCommands::always, () -> model.marking().step(1), key(KeyEvent.VK_TAB));
    landmark(
        "previous",
        ViewerCommands::always,
        () -> model.marking().step(-1),
        KeyStroke.getKeyStroke(KeyEvent.VK_TAB, InputEvent.SHIFT_DOWN_MASK));
    window("save", ctrl(KeyEvent.VK_S), () -> model.session().isModified(), actions::save);
    window("note", ctrl(KeyEvent.VK_P), ViewerCommands::always, actions::note);
    window(
        "previousImage", key(KeyEvent.VK_PAGE_UP), ViewerCommands::always, () -> actions.step(-1));
    window("nextImage", key(KeyEvent.VK_PAGE_DOWN), ViewerCommands::always, () -> actions.step(1));
    window("help", key(KeyEvent.VK_F1), ViewerCommands::always, actions::help);
  }

  /** What commands need of the window. */
  interface CanvasView {
    /** Opens another file or folder. */
    void open();

    /** Shows the whole image. */
    void showWhole();

    /** Enlarges the neighbourhood in which the next landmark is expected. */
    void zoomToTarget();
  }

  /** All commands. */
  List<ViewerCommand> all() {
    return List.copyOf(all);
  }

  /** The command with an id. */
  ViewerCommand get(String id) {
    return all.stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such command: " + id));
  }

  /** The command that a key event stands for now, given the tool in use. */
  Optional<ViewerCommand> forKey(KeyEvent e) {
    return all.stream()
        .filter(c -> c.matches(e))
        .filter(c -> c.scope() == ViewerCommand.Scope.WINDOW || tool.isActive())
        .findFirst();
  }

  private void toggleTool() {
    if (tool.isActive()) {
      actions.model().marking().cancel();
      tool.deactivate();
    } else {
      tool.activate();
    }
  }

  private void window(String id, KeyStroke key, BooleanSupplier enabled, Runnable action) {
    all.add(new ViewerCommand(id, List.of(key), ViewerCommand.Scope.WINDOW, enabled, action));
  }

  private void landmark(String id, BooleanSupplier enabled, Runnable action, KeyStroke... keys) {
    all.add(
        new ViewerCommand(id, List.of(keys), ViewerCommand.Scope.LANDMARK_TOOL, enabled, action));
  }

  private static boolean always() {
    return true;
  }

  private static KeyStroke key(int code) {
    return KeyStroke.getKeyStroke(code, 0);
  }

  private static KeyStroke ctrl(int code) {
    return KeyStroke.getKeyStroke(code, menuMask());
  }

  private static int menuMask() {
    return IJ.isMacintosh() ? InputEvent.META_DOWN_MASK : InputEvent.CTRL_DOWN_MASK;
  }
}
