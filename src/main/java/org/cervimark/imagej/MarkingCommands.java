package org.cervimark.imagej;

import static org.cervimark.imagej.CommandList.ctrl;
import static org.cervimark.imagej.CommandList.ctrlShift;
import static org.cervimark.imagej.CommandList.key;
import static org.cervimark.imagej.CommandList.shift;

import java.awt.event.KeyEvent;
import java.util.function.BooleanSupplier;
import javax.swing.KeyStroke;
import org.cervimark.landmark.Visibility;

/** The commands that change what is marked on an image. */
final class MarkingCommands {

  private final CommandList list;
  private final ViewerActions actions;
  private final ViewerModel model;
  private final CanvasView canvas;

  private MarkingCommands(CommandList list, ViewerActions actions, CanvasView canvas) {
    this.list = list;
    this.actions = actions;
    this.model = actions.model();
    this.canvas = canvas;
  }

  /** Adds them to a list. */
  static void addTo(CommandList list, ViewerActions actions, CanvasView canvas) {
    MarkingCommands commands = new MarkingCommands(list, actions, canvas);
    commands.steps();
    commands.landmarks();
    commands.drawing();
  }

  private void steps() {
    list.landmark("undo", () -> model.session().canUndo(), actions::undo, ctrl(KeyEvent.VK_Z));
    list.landmark(
        "redo",
        () -> model.session().canRedo(),
        actions::redo,
        ctrl(KeyEvent.VK_Y),
        ctrlShift(KeyEvent.VK_Z));
  }

  private void landmarks() {
    list.landmark(
        "notVisible",
        () -> model.session().target().isPresent(),
        actions::markNotVisible,
        key(KeyEvent.VK_N));
    ofSelected("estimated", () -> actions.toggle(Visibility.ESTIMATED), key(KeyEvent.VK_E));
    ofSelected("uncertain", () -> actions.toggle(Visibility.UNCERTAIN), key(KeyEvent.VK_U));
    ofSelected("snap", () -> actions.snap(canvas.snapRadius()), key(KeyEvent.VK_S));
    list.landmark(
        "adopt",
        () ->
            model.session().target().isPresent()
                && !model.study().foreign(model.radiograph()).isEmpty(),
        () -> actions.adopt(canvas.pointedAt()),
        shift(KeyEvent.VK_A));
    list.landmark(
        "back",
        () -> !model.session().landmarks().isEmpty() || model.drawing().selected().isPresent(),
        actions::back,
        key(KeyEvent.VK_BACK_SPACE),
        key(KeyEvent.VK_DELETE));
    list.landmark("next", CommandList::always, () -> model.marking().step(1), key(KeyEvent.VK_TAB));
    list.landmark(
        "previous", CommandList::always, () -> model.marking().step(-1), shift(KeyEvent.VK_TAB));
    list.toggle(
        "repeat",
        () -> model.session().isBlinded(),
        () -> model.session().isBlinded() || model.session().done() > 0,
        actions::repeat,
        key(KeyEvent.VK_R));
  }

  private void ofSelected(String id, Runnable action, KeyStroke key) {
    list.landmark(id, () -> model.marking().selected().isPresent(), action, key);
  }

  private void drawing() {
    draw("angle", PointerJob.ANGLE, KeyEvent.VK_A);
    draw("cobb", PointerJob.COBB, KeyEvent.VK_B);
    draw("distance", PointerJob.DISTANCE, KeyEvent.VK_D);
    draw("text", PointerJob.NOTE, KeyEvent.VK_T);
    draw("calibrate", PointerJob.CALIBRATE, KeyEvent.VK_K);
    list.landmark(
        "removeCalibration",
        () -> model.session().calibrationObject().isPresent(),
        () -> model.session().removeCalibration(),
        shift(KeyEvent.VK_K));
    BooleanSupplier busy = () -> model.job() != PointerJob.LANDMARKS;
    list.landmark("giveUp", busy, () -> model.toggle(model.job()), key(KeyEvent.VK_ESCAPE));
  }

  private void draw(String id, PointerJob job, int key) {
    list.toggle(
        id, () -> model.job() == job, CommandList::always, () -> model.toggle(job), key(key));
  }
}
