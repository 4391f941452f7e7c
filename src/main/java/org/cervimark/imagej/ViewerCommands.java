package org.cervimark.imagej;

import static org.cervimark.imagej.CommandList.ctrl;
import static org.cervimark.imagej.CommandList.ctrlShift;
import static org.cervimark.imagej.CommandList.key;
import static org.cervimark.imagej.CommandList.shift;

import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cervimark.report.Wording;

/**
 * All commands of a viewer, in the order of their keys' importance: what is seen, what is marked,
 * what is saved.
 */
final class ViewerCommands {

  private final List<ViewerCommand> all;
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
    CommandList list = new CommandList();
    list.window("open", CommandList::always, canvas::open, ctrl(KeyEvent.VK_O));
    list.window("landmark", CommandList::always, this::toggleTool, key(KeyEvent.VK_F2));
    SeeingCommands.addTo(list, model, canvas);
    MarkingCommands.addTo(list, actions, canvas);
    results(list);
    images(list);
    settings(list, canvas.settings());
    list.window("help", CommandList::always, actions::help, key(KeyEvent.VK_F1));
    all = list.all();
  }

  private void results(CommandList list) {
    ViewerModel model = actions.model();
    RevisionActions revisions = actions.revisions();
    list.window(
        "save",
        () -> model.session().isModified() && !model.isSaving(),
        actions::save,
        ctrl(KeyEvent.VK_S));
    list.window("history", revisions::isOpen, revisions::history, key(KeyEvent.VK_F3));
    list.window("remarks", revisions::isOpen, revisions::remark, key(KeyEvent.VK_F6));
    list.window("sign", revisions::isOpen, revisions::sign, key(KeyEvent.VK_F4));
    list.window(
        "merge",
        () -> revisions.isOpen() && model.study().isContested(model.radiograph()),
        revisions::merge,
        shift(KeyEvent.VK_F3));
    list.window("note", CommandList::always, actions::note, ctrl(KeyEvent.VK_P));
    list.window(
        "keepNote", revisions::keepingHindrance, revisions::keepNote, ctrlShift(KeyEvent.VK_P));
  }

  private void images(CommandList list) {
    list.window("browse", CommandList::always, canvas::browse, ctrl(KeyEvent.VK_B));
    list.landmark("compare", canvas::canCompare, canvas::compare, key(KeyEvent.VK_C));
    list.window(
        "previousImage", CommandList::always, () -> actions.step(-1), key(KeyEvent.VK_PAGE_UP));
    list.window(
        "nextImage", CommandList::always, () -> actions.step(1), key(KeyEvent.VK_PAGE_DOWN));
  }

  private static void settings(CommandList list, Settings settings) {
    language(list, settings, "korean", Locale.KOREAN);
    language(list, settings, "english", Locale.ENGLISH);
    list.windowToggle(
        "dark",
        ThemedColour::isDark,
        CommandList::always,
        () -> settings.setDark(!ThemedColour.isDark()));
    list.windowToggle(
        "keyObjects",
        settings::keyObjects,
        CommandList::always,
        () -> settings.setKeyObjects(!settings.keyObjects()));
  }

  private static void language(CommandList list, Settings settings, String id, Locale locale) {
    String language = locale.getLanguage();
    list.windowToggle(
        id,
        () -> settings.locale().getLanguage().equals("ko") == language.equals("ko"),
        CommandList::always,
        () -> settings.speak(locale));
  }

  /** All commands. */
  List<ViewerCommand> all() {
    return all;
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
              i < GreyPresets.WITH_KEYS ? Integer.toString(i + 1) : "",
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
}
