package org.cervimark.imagej;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.LayoutManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import org.cervimark.report.Wording;

/** The buttons along the top, each with the key that does the same. */
@SuppressWarnings("serial")
final class ToolStrip extends JPanel {

  /** The menu of everything that has no button of its own, or no room for it. */
  private static final String MORE = "menu.more";

  /** What goes into that menu where there is no room, in this order. */
  private static final List<String> SPARED =
      List.of(
          "browse",
          "compare",
          "zoomTarget",
          "back",
          "snap",
          "repeat",
          "menu.history",
          "redo",
          "estimated",
          "menu.draw",
          "menu.settings",
          "landmark",
          "menu.view",
          "notVisible");

  /** What stands along the top: a command by its id, or the menu of this name. */
  private static final List<String> PLACES =
      List.of(
          "open",
          "browse",
          "landmark",
          "menu.window",
          "menu.view",
          "zoomTarget",
          "undo",
          "redo",
          "notVisible",
          "estimated",
          "snap",
          "back",
          "menu.draw",
          "repeat",
          "save",
          "menu.history",
          "note",
          "compare",
          "help",
          "menu.settings",
          MORE);

  /** The commands of each menu, in groups. */
  private static final Map<String, List<List<String>>> MENUS =
      Map.of(
          "menu.window",
          List.of(
              List.of("window", "windowPart", "windowReset"),
              List.of("invert", "lighter", "darker", "enhance")),
          "menu.history",
          List.of(
              List.of("history"),
              List.of("remarks"),
              List.of("sign", "merge"),
              List.of("keepNote")),
          MORE,
          List.of(List.of("uncertain", "adopt"), List.of("previousImage", "nextImage")),
          "menu.settings",
          List.of(List.of("korean", "english"), List.of("dark"), List.of("keyObjects")),
          "menu.draw",
          List.of(
              List.of("angle", "cobb", "distance", "text"),
              List.of("calibrate", "removeCalibration")),
          "menu.view",
          List.of(
              List.of("whole", "oneToOne", "trueSize", "loupe", "cover", "panel"),
              List.of("mirror", "turnRight", "turnLeft", "asStored"),
              List.of("previousFrame", "nextFrame", "playFrames"),
              List.of("stack", "sagittal", "coronal")));

  private final Map<ViewerCommand, FlatButton> buttons = new LinkedHashMap<>();
  private final Map<String, FlatButton> places = new HashMap<>();
  private final Map<String, ToolMenu> menus = new LinkedHashMap<>();
  private final transient ViewerCommands commands;
  private final transient ViewerModel model;
  private final transient ToolState tool;
  private final transient Wording wording;

  ToolStrip(ViewerCommands commands, ViewerModel model, ToolState tool, Wording wording) {
    super(null);
    this.model = model;
    this.tool = tool;
    this.commands = commands;
    this.wording = wording;
    setLayout(new OneRow());
    setBackground(Look.PAPER);
    setBorder(BorderFactory.createMatteBorder(0, 0, 1, 0, Look.RULE));
    for (String id : PLACES) {
      if (MENUS.containsKey(id)) {
        ToolMenu menu = new ToolMenu(wording.get(id), () -> entries(id));
        menu.setName(id);
        menu.setToolTipText(wording.get(id + ".help"));
        menus.put(id, menu);
        places.put(id, menu);
        add(menu);
        continue;
      }
      ViewerCommand command = commands.get(id);
      FlatButton button = new FlatButton(command.name(wording), command.keyText());
      button.setName(id);
      button.setToolTipText(command.helpWithKey(wording));
      button.addActionListener(e -> command.action().run());
      buttons.put(command, button);
      places.put(id, button);
      add(button);
    }
    update();
  }

  /** The lines of a menu as things stand, in groups. */
  private List<List<ToolMenu.Entry>> entries(String menu) {
    List<List<ToolMenu.Entry>> groups = new ArrayList<>();
    if (menu.equals(MORE)) {
      for (String id : PLACES) {
        if (!place(id).isVisible()) {
          groups.addAll(
              menus.containsKey(id)
                  ? entries(id)
                  : List.of(List.of(commands.get(id).entry(wording))));
        }
      }
    }
    for (List<String> ids : MENUS.getOrDefault(menu, List.of())) {
      groups.add(ids.stream().map(id -> commands.get(id).entry(wording)).toList());
    }
    if (menu.equals("menu.window")) {
      groups.add(commands.presets(wording));
    }
    return groups;
  }

  private FlatButton place(String id) {
    return Objects.requireNonNull(places.get(id), id);
  }

  /** Shows what can be done now. */
  void update() {
    menus.forEach(
        (id, menu) ->
            menu.setPrimary(
                (id.equals("menu.window") && model.job() == PointerJob.WINDOW)
                    || (id.equals("menu.draw") && model.job().draws().isPresent())));
    buttons.forEach(
        (command, button) -> {
          button.setEnabled(command.enabled().getAsBoolean());
          switch (command.id()) {
            case "landmark" -> button.setPrimary(tool.isActive());
            case "save" -> button.setPrimary(model.session().isModified());
            default -> button.setPrimary(command.selected().getAsBoolean());
          }
        });
  }

  /**
   * Everything in one row. Where there is little room the names stand without their keys, and then
   * what is wanted least goes into the last menu.
   */
  private final class OneRow implements LayoutManager {

    @Override
    public void layoutContainer(Container strip) {
      buttons.values().forEach(b -> b.setKeyShown(true));
      Set<String> spared = new HashSet<>();
      if (width(spared) > getWidth()) {
        buttons.values().forEach(b -> b.setKeyShown(false));
      }
      for (String id : SPARED) {
        if (width(spared) > getWidth()) {
          spared.add(id);
        }
      }
      int x = gap();
      for (String id : PLACES) {
        FlatButton button = place(id);
        Dimension size = button.getPreferredSize();
        boolean shown = !spared.contains(id);
        if (button.isVisible() != shown) {
          button.setVisible(shown);
        }
        if (shown) {
          button.setBounds(x, gap(), size.width, size.height);
          x += size.width + gap();
        }
      }
    }

    private int width(Set<String> spared) {
      return gap()
          + PLACES.stream()
              .filter(id -> !spared.contains(id))
              .mapToInt(id -> place(id).getPreferredSize().width + gap())
              .sum();
    }

    private static int gap() {
      return Look.scaled(5);
    }

    @Override
    public Dimension preferredLayoutSize(Container strip) {
      int height = place("open").getPreferredSize().height;
      return new Dimension(width(Set.of()), height + 2 * gap() + 1);
    }

    @Override
    public Dimension minimumLayoutSize(Container strip) {
      return new Dimension(0, preferredLayoutSize(strip).height);
    }

    @Override
    public void addLayoutComponent(String name, Component component) {}

    @Override
    public void removeLayoutComponent(Component component) {}
  }
}
