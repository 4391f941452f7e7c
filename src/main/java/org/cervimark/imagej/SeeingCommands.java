package org.cervimark.imagej;

import static org.cervimark.imagej.CommandList.key;
import static org.cervimark.imagej.CommandList.shift;

import java.awt.event.KeyEvent;
import org.cervimark.anatomy.Projection;

/** The commands that change how an image is seen, never what is marked on it. */
final class SeeingCommands {

  private final CommandList list;
  private final ViewerModel model;
  private final CanvasView canvas;

  private SeeingCommands(CommandList list, ViewerModel model, CanvasView canvas) {
    this.list = list;
    this.model = model;
    this.canvas = canvas;
  }

  /** Adds them to a list. */
  static void addTo(CommandList list, ViewerModel model, CanvasView canvas) {
    SeeingCommands commands = new SeeingCommands(list, model, canvas);
    commands.greys();
    commands.laying();
    commands.close();
    commands.frames();
    commands.slices();
  }

  private void greys() {
    list.toggle(
        "window",
        () -> model.job() == PointerJob.WINDOW,
        CommandList::always,
        () -> model.toggle(PointerJob.WINDOW),
        key(KeyEvent.VK_W));
    list.landmark("windowPart", CommandList::always, canvas::windowPart, shift(KeyEvent.VK_W));
    list.landmark(
        "windowReset", CommandList::always, () -> canvas.grey().reset(), key(KeyEvent.VK_0));
    list.toggle(
        "invert",
        () -> canvas.grey().isExchanged(),
        CommandList::always,
        () -> canvas.grey().invert(),
        key(KeyEvent.VK_I));
    list.toggle(
        "enhance",
        () -> canvas.grey().isEnhanced(),
        () -> canvas.grey().canEnhance(),
        () -> canvas.grey().toggleEnhanced(),
        shift(KeyEvent.VK_I));
    list.landmark(
        "lighter",
        CommandList::always,
        () -> canvas.grey().lighten(1),
        key(KeyEvent.VK_CLOSE_BRACKET));
    list.landmark(
        "darker",
        CommandList::always,
        () -> canvas.grey().lighten(-1),
        key(KeyEvent.VK_OPEN_BRACKET));
    for (int i = 0; i < GreyPresets.WITH_KEYS; i++) {
      int index = i;
      list.landmark(
          "preset" + (i + 1),
          () -> index < canvas.presets().size(),
          () -> canvas.showPreset(index),
          key(KeyEvent.VK_1 + i));
    }
  }

  private void laying() {
    list.landmark("whole", CommandList::always, canvas::showWhole, key(KeyEvent.VK_F));
    list.landmark("oneToOne", CommandList::always, canvas::oneToOne, shift(KeyEvent.VK_F));
    list.landmark("trueSize", canvas::hasTrueSize, canvas::trueSize, shift(KeyEvent.VK_T));
    list.toggle(
        "mirror",
        () -> canvas.turn().mirrored(),
        CommandList::always,
        () -> canvas.lay(canvas.turn().mirror()),
        key(KeyEvent.VK_H));
    list.landmark(
        "turnRight",
        CommandList::always,
        () -> canvas.lay(canvas.turn().turn(1)),
        key(KeyEvent.VK_O));
    list.landmark(
        "turnLeft",
        CommandList::always,
        () -> canvas.lay(canvas.turn().turn(-1)),
        shift(KeyEvent.VK_O));
    list.landmark(
        "asStored",
        () -> !canvas.turn().equals(Turn.AS_STORED),
        () -> canvas.lay(Turn.AS_STORED),
        shift(KeyEvent.VK_H));
  }

  private void close() {
    list.landmark(
        "zoomTarget",
        () -> model.expectedTarget().isPresent(),
        canvas::zoomToTarget,
        key(KeyEvent.VK_Z));
    list.landmark("loupe", CommandList::always, model::toggleLoupe, key(KeyEvent.VK_L));
    list.windowToggle(
        "panel", model::isPanelShown, CommandList::always, model::togglePanel, key(KeyEvent.VK_F9));
    list.toggle(
        "cover",
        () -> model.isCoverOn() && CoverPainter.covers(model.image()),
        () -> CoverPainter.covers(model.image()),
        model::toggleCover,
        key(KeyEvent.VK_V));
  }

  private void frames() {
    FramePlayer frames = canvas.frames();
    list.window("previousFrame", frames::hasFrames, () -> frames.step(-1), key(KeyEvent.VK_COMMA));
    list.window("nextFrame", frames::hasFrames, () -> frames.step(1), key(KeyEvent.VK_PERIOD));
    list.windowToggle(
        "playFrames", frames::isPlaying, frames::hasFrames, frames::toggle, key(KeyEvent.VK_P));
  }

  private void slices() {
    SeriesActions series = canvas.series();
    list.window("stack", series::hasSlices, series::openStack);
    list.landmark(
        "sagittal",
        series::canCut,
        () -> series.cut(Projection.LATERAL, canvas.pointedAt()),
        key(KeyEvent.VK_G));
    list.landmark(
        "coronal",
        series::canCut,
        () -> series.cut(Projection.FRONTAL, canvas.pointedAt()),
        shift(KeyEvent.VK_G));
  }
}
