package org.cervimark.imagej;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import org.cervimark.report.Wording;

/** The buttons along the top, each with the key that does the same. */
@SuppressWarnings("serial")
final class ToolStrip extends JPanel {

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
          "menu.settings");

  /** The commands of each menu, in groups. */
  private static final Map<String, List<List<String>>> MENUS =
      Map.of(
          "menu.window",
          List.of(
              List.of("window", "windowPart", "windowReset"),
              List.of("invert", "lighter", "darker", "enhance")),
          "menu.history",
          List.of(List.of("history"), List.of("sign", "merge")),
          "menu.settings",
          List.of(List.of("korean", "english"), List.of("dark")),
          "menu.draw",
          List.of(
              List.of("angle", "cobb", "distance", "text"),
              List.of("calibrate", "removeCalibration")),
          "menu.view",
          List.of(
              List.of("whole", "oneToOne", "trueSize", "loupe", "cover"),
              List.of("mirror", "turnRight", "turnLeft", "asStored"),
              List.of("previousFrame", "nextFrame", "playFrames"),
              List.of("stack", "sagittal", "coronal")));

  private final Map<ViewerCommand, FlatButton> buttons = new LinkedHashMap<>();
  private final Map<String, ToolMenu> menus = new LinkedHashMap<>();
  private final ViewerModel model;
  private final ToolState tool;

  ToolStrip(ViewerCommands commands, ViewerModel model, ToolState tool, Wording wording) {
    super(new WrapLayout(Look.scaled(6), Look.scaled(6)));
    this.model = model;
    this.tool = tool;
    setBackground(Look.PAPER);
    setBorder(BorderFactory.createMatteBorder(0, 0, 1, 0, Look.RULE));
    for (String id : PLACES) {
      if (MENUS.containsKey(id)) {
        ToolMenu menu = new ToolMenu(wording.get(id), () -> entries(id, commands, wording));
        menu.setName(id);
        menu.setToolTipText(wording.get(id + ".help"));
        menus.put(id, menu);
        add(menu);
        continue;
      }
      ViewerCommand command = commands.get(id);
      FlatButton button = new FlatButton(command.name(wording), command.keyText());
      button.setName(id);
      button.setToolTipText(command.help(wording));
      button.addActionListener(e -> command.action().run());
      buttons.put(command, button);
      add(button);
    }
    addComponentListener(
        new ComponentAdapter() {
          @Override
          public void componentResized(ComponentEvent e) {
            // Another width may need another number of rows.
            if (getPreferredSize().height != getHeight()) {
              revalidate();
            }
          }
        });
    update();
  }

  private static List<List<ToolMenu.Entry>> entries(
      String menu, ViewerCommands commands, Wording wording) {
    List<List<ToolMenu.Entry>> groups = new ArrayList<>();
    for (List<String> ids : MENUS.getOrDefault(menu, List.of())) {
      groups.add(ids.stream().map(id -> commands.get(id).entry(wording)).toList());
    }
    if (menu.equals("menu.window")) {
      groups.add(commands.presets(wording));
    }
    return groups;
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

  /** A flow layout whose preferred height allows for several rows in a narrow window. */
  private static final class WrapLayout extends FlowLayout {

    WrapLayout(int horizontal, int vertical) {
      super(LEFT, horizontal, vertical);
    }

    @Override
    public Dimension preferredLayoutSize(Container target) {
      int available = target.getWidth() > 0 ? target.getWidth() : Integer.MAX_VALUE;
      int x = getHgap();
      int rowHeight = 0;
      int height = getVgap();
      for (Component child : target.getComponents()) {
        Dimension size = child.getPreferredSize();
        if (x > getHgap() && x + size.width + getHgap() > available) {
          height += rowHeight + getVgap();
          x = getHgap();
          rowHeight = 0;
        }
        x += size.width + getHgap();
        rowHeight = Math.max(rowHeight, size.height);
      }
      return new Dimension(Math.min(x, available), height + rowHeight + getVgap() + 1);
    }
  }
}
