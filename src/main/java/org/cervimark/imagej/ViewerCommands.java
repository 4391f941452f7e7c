package org.cervimark.imagej;

import ij.IJ;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.swing.KeyStroke;
import org.cervimark.anatomy.Projection;
import org.cervimark.image.ImagePoint;
import org.cervimark.landmark.Visibility;
import org.cervimark.report.Wording;

/** All commands of a viewer, in the order of its buttons. */
final class ViewerCommands {

  /** So many of the windows offered by name have a digit as their key. */
  private static final int PRESETS = 5;

  private final List<ViewerCommand> all = new ArrayList<>();
  private final ViewerActions actions;
  private final ToolState tool;
  private final CanvasView canvas;

  /**
   * The commands of a viewer.
   *
   * @param canvas zooms, where a command needs it
   */
  ViewerCommands(ViewerActions actions, ToolState tool, CanvasView canvas) {
    this.actions = actions;
    this.tool = tool;
    this.canvas = canvas;
    ViewerModel model = actions.model();
    window("open", ctrl(KeyEvent.VK_O), ViewerCommands::always, canvas::open);
    window("landmark", key(KeyEvent.VK_F2), ViewerCommands::always, this::toggleTool);
    greys(model, canvas);
    laying(canvas);
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
        "snap",
        () -> model.marking().selected().isPresent(),
        () -> actions.snap(canvas.snapRadius()),
        key(KeyEvent.VK_S));
    landmark(
        "adopt",
        () ->
            model.session().target().isPresent()
                && !model.study().foreign(model.radiograph()).isEmpty(),
        () -> actions.adopt(canvas.pointedAt()),
        key(KeyEvent.VK_A));
    landmark(
        "back",
        () -> !model.session().landmarks().isEmpty() || model.drawing().selected().isPresent(),
        actions::back,
        key(KeyEvent.VK_BACK_SPACE),
        key(KeyEvent.VK_DELETE));
    landmark("next", ViewerCommands::always, () -> model.marking().step(1), key(KeyEvent.VK_TAB));
    landmark(
        "previous",
        ViewerCommands::always,
        () -> model.marking().step(-1),
        KeyStroke.getKeyStroke(KeyEvent.VK_TAB, InputEvent.SHIFT_DOWN_MASK));
    toggle(
        "repeat",
        () -> model.session().isBlinded(),
        () -> model.session().isBlinded() || model.session().done() > 0,
        actions::repeat,
        key(KeyEvent.VK_R));
    draw(model, "angle", PointerJob.ANGLE, KeyEvent.VK_A);
    draw(model, "cobb", PointerJob.COBB, KeyEvent.VK_B);
    draw(model, "distance", PointerJob.DISTANCE, KeyEvent.VK_D);
    draw(model, "text", PointerJob.NOTE, KeyEvent.VK_T);
    draw(model, "calibrate", PointerJob.CALIBRATE, KeyEvent.VK_K);
    landmark(
        "removeCalibration",
        () -> model.session().calibrationObject().isPresent(),
        () -> model.session().removeCalibration(),
        shift(KeyEvent.VK_K));
    landmark(
        "giveUp",
        () -> model.job() != PointerJob.LANDMARKS,
        () -> model.toggle(model.job()),
        key(KeyEvent.VK_ESCAPE));
    window(
        "save",
        ctrl(KeyEvent.VK_S),
        () -> model.session().isModified() && !model.isSaving(),
        actions::save);
    revisions(model, actions.revisions());
    window("note", ctrl(KeyEvent.VK_P), ViewerCommands::always, actions::note);
    window("browse", ctrl(KeyEvent.VK_B), ViewerCommands::always, canvas::browse);
    landmark("compare", canvas::canCompare, canvas::compare, key(KeyEvent.VK_C));
    window(
        "previousImage", key(KeyEvent.VK_PAGE_UP), ViewerCommands::always, () -> actions.step(-1));
    window("nextImage", key(KeyEvent.VK_PAGE_DOWN), ViewerCommands::always, () -> actions.step(1));
    frames(canvas.frames());
    cover(model);
    slices(canvas);
    settings(canvas.settings());
    window("help", key(KeyEvent.VK_F1), ViewerCommands::always, actions::help);
  }

  private void cover(ViewerModel model) {
    toggle(
        "cover",
        () -> model.isCoverOn() && CoverPainter.covers(model.image()),
        () -> CoverPainter.covers(model.image()),
        model::toggleCover,
        key(KeyEvent.VK_V));
  }

  private void slices(CanvasView canvas) {
    SeriesActions series = canvas.series();
    all.add(
        new ViewerCommand(
            "stack",
            List.of(),
            ViewerCommand.Scope.WINDOW,
            series::hasSlices,
            ViewerCommands::never,
            series::openStack));
    landmark(
        "sagittal",
        series::canCut,
        () -> series.cut(Projection.LATERAL, canvas.pointedAt()),
        key(KeyEvent.VK_G));
    landmark(
        "coronal",
        series::canCut,
        () -> series.cut(Projection.FRONTAL, canvas.pointedAt()),
        shift(KeyEvent.VK_G));
  }

  private void frames(FramePlayer frames) {
    window("previousFrame", key(KeyEvent.VK_COMMA), frames::hasFrames, () -> frames.step(-1));
    window("nextFrame", key(KeyEvent.VK_PERIOD), frames::hasFrames, () -> frames.step(1));
    all.add(
        new ViewerCommand(
            "playFrames",
            List.of(key(KeyEvent.VK_P)),
            ViewerCommand.Scope.WINDOW,
            frames::hasFrames,
            frames::isPlaying,
            frames::toggle));
  }

  private void revisions(ViewerModel model, RevisionActions revisions) {
    window("history", key(KeyEvent.VK_F3), revisions::isOpen, revisions::history);
    window("sign", key(KeyEvent.VK_F4), revisions::isOpen, revisions::sign);
    window(
        "merge",
        shift(KeyEvent.VK_F3),
        () -> revisions.isOpen() && model.study().isContested(model.radiograph()),
        revisions::merge);
  }

  private void greys(ViewerModel model, CanvasView canvas) {
    toggle(
        "window",
        () -> model.job() == PointerJob.WINDOW,
        () -> model.toggle(PointerJob.WINDOW),
        key(KeyEvent.VK_W));
    landmark("windowPart", ViewerCommands::always, canvas::windowPart, shift(KeyEvent.VK_W));
    landmark(
        "windowReset", ViewerCommands::always, () -> canvas.grey().reset(), key(KeyEvent.VK_0));
    toggle(
        "invert",
        () -> canvas.grey().isExchanged(),
        () -> canvas.grey().invert(),
        key(KeyEvent.VK_I));
    toggle(
        "enhance",
        () -> canvas.grey().isEnhanced(),
        () -> canvas.grey().canEnhance(),
        () -> canvas.grey().toggleEnhanced(),
        shift(KeyEvent.VK_I));
    landmark(
        "lighter",
        ViewerCommands::always,
        () -> canvas.grey().lighten(1),
        key(KeyEvent.VK_CLOSE_BRACKET));
    landmark(
        "darker",
        ViewerCommands::always,
        () -> canvas.grey().lighten(-1),
        key(KeyEvent.VK_OPEN_BRACKET));
    for (int i = 0; i < PRESETS; i++) {
      int index = i;
      landmark(
          "preset" + (i + 1),
          () -> index < canvas.presets().size(),
          () -> canvas.showPreset(index),
          key(KeyEvent.VK_1 + i));
    }
  }

  private void settings(Settings settings) {
    language(settings, "korean", Locale.KOREAN);
    language(settings, "english", Locale.ENGLISH);
    all.add(
        new ViewerCommand(
            "dark",
            List.of(),
            ViewerCommand.Scope.WINDOW,
            ViewerCommands::always,
            ThemedColour::isDark,
            () -> settings.setDark(!ThemedColour.isDark())));
  }

  private void language(Settings settings, String id, Locale locale) {
    all.add(
        new ViewerCommand(
            id,
            List.of(),
            ViewerCommand.Scope.WINDOW,
            ViewerCommands::always,
            () -> settings.locale().getLanguage().equals("ko") == locale.getLanguage().equals("ko"),
            () -> settings.speak(locale)));
  }

  private void laying(CanvasView canvas) {
    landmark("whole", ViewerCommands::always, canvas::showWhole, key(KeyEvent.VK_F));
    landmark("oneToOne", ViewerCommands::always, canvas::oneToOne, shift(KeyEvent.VK_F));
    landmark("trueSize", canvas::hasTrueSize, canvas::trueSize, shift(KeyEvent.VK_T));
    toggle(
        "mirror",
        () -> canvas.turn().mirrored(),
        () -> canvas.lay(canvas.turn().mirror()),
        key(KeyEvent.VK_H));
    landmark(
        "turnRight",
        ViewerCommands::always,
        () -> canvas.lay(canvas.turn().turn(1)),
        key(KeyEvent.VK_O));
    landmark(
        "turnLeft",
        ViewerCommands::always,
        () -> canvas.lay(canvas.turn().turn(-1)),
        shift(KeyEvent.VK_O));
    landmark(
        "asStored",
        () -> !canvas.turn().equals(Turn.AS_STORED),
        () -> canvas.lay(Turn.AS_STORED),
        shift(KeyEvent.VK_H));
  }

  /** What commands need of the window. */
  interface CanvasView {
    /** Opens another file or folder. */
    void open();

    /** Shows patients, studies and images of what was opened. */
    void browse();

    /** Whether there is an image to compare with. */
    boolean canCompare();

    /** Shows the image beside another one. */
    void compare();

    /** Language and theme. */
    Settings settings();

    /** How the grey values of the image in front are shown. */
    GreyView grey();

    /** Chooses the window by the selection, else by the part of the image that is seen. */
    void windowPart();

    /** The windows offered by name. */
    List<GreyPresets.Preset> presets();

    /** Shows one of the windows offered, counted from 0; does nothing if there are fewer. */
    default void showPreset(int index) {
      List<GreyPresets.Preset> presets = presets();
      if (index < presets.size()) {
        grey().show(presets.get(index).voi());
      }
    }

    /** Steps through the frames of the image in front and plays them. */
    FramePlayer frames();

    /** What can be done with the series of the image in front. */
    SeriesActions series();

    /** Shows the whole image. */
    void showWhole();

    /** Shows one screen pixel for each image pixel. */
    void oneToOne();

    /** Whether lengths on the image are known, so that they can be shown as they are. */
    boolean hasTrueSize();

    /** Shows a millimetre of the image as a millimetre on the screen. */
    void trueSize();

    /** How far from a landmark an edge may lie to be taken for its own, in image pixels. */
    double snapRadius();

    /** The place on the image under the pointer, if it is over the image. */
    Optional<ImagePoint> pointedAt();

    /** How the image lies. */
    Turn turn();

    /** Lays the image in another way. */
    void lay(Turn turn);

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

  /** The windows offered by name, as lines of a menu. */
  List<ToolMenu.Entry> presets(Wording wording) {
    List<ToolMenu.Entry> entries = new ArrayList<>();
    List<GreyPresets.Preset> presets = canvas.presets();
    for (int i = 0; i < presets.size(); i++) {
      GreyPresets.Preset preset = presets.get(i);
      entries.add(
          new ToolMenu.Entry(
              "preset" + (i + 1),
              preset.name(),
              i < PRESETS ? Integer.toString(i + 1) : "",
              wording.get("preset.help"),
              true,
              false,
              () -> canvas.grey().show(preset.voi())));
    }
    return entries;
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
    all.add(
        new ViewerCommand(
            id, List.of(key), ViewerCommand.Scope.WINDOW, enabled, ViewerCommands::never, action));
  }

  private void draw(ViewerModel model, String id, PointerJob job, int key) {
    toggle(id, () -> model.job() == job, () -> model.toggle(job), key(key));
  }

  private void toggle(String id, BooleanSupplier selected, Runnable action, KeyStroke key) {
    toggle(id, selected, ViewerCommands::always, action, key);
  }

  private void toggle(
      String id,
      BooleanSupplier selected,
      BooleanSupplier enabled,
      Runnable action,
      KeyStroke key) {
    all.add(
        new ViewerCommand(
            id, List.of(key), ViewerCommand.Scope.LANDMARK_TOOL, enabled, selected, action));
  }

  private void landmark(String id, BooleanSupplier enabled, Runnable action, KeyStroke... keys) {
    all.add(
        new ViewerCommand(
            id,
            List.of(keys),
            ViewerCommand.Scope.LANDMARK_TOOL,
            enabled,
            ViewerCommands::never,
            action));
  }

  private static boolean always() {
    return true;
  }

  private static boolean never() {
    return false;
  }

  private static KeyStroke key(int code) {
    return KeyStroke.getKeyStroke(code, 0);
  }

  private static KeyStroke shift(int code) {
    return KeyStroke.getKeyStroke(code, InputEvent.SHIFT_DOWN_MASK);
  }

  private static KeyStroke ctrl(int code) {
    return KeyStroke.getKeyStroke(code, menuMask());
  }

  private static int menuMask() {
    return IJ.isMacintosh() ? InputEvent.META_DOWN_MASK : InputEvent.CTRL_DOWN_MASK;
  }
}
