package org.cervimark.imagej;

import java.util.List;
import java.util.function.Supplier;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPopupMenu;
import javax.swing.JSeparator;

/** A button along the top that opens a menu; the menu is made anew each time, as things stand. */
@SuppressWarnings("serial")
final class ToolMenu extends FlatButton {

  /**
   * One line of a menu.
   *
   * @param id the name of its component
   * @param name as shown to people
   * @param keyText the key that does the same, possibly empty
   * @param help what it does, in a sentence
   * @param enabled whether it can be done now
   * @param selected whether it is on; lines that cannot be on are never selected
   * @param action what it does
   */
  record Entry(
      String id,
      String name,
      String keyText,
      String help,
      boolean enabled,
      boolean selected,
      Runnable action) {}

  ToolMenu(String name, Supplier<List<List<Entry>>> groups) {
    super(name, "▾");
    addActionListener(e -> menu(groups.get()).show(this, 0, getHeight()));
  }

  private static JPopupMenu menu(List<List<Entry>> groups) {
    JPopupMenu menu = new JPopupMenu();
    // The canvas beside it is a heavyweight component, which would cover a lightweight menu.
    menu.setLightWeightPopupEnabled(false);
    menu.setBackground(Look.PAPER);
    menu.setBorder(BorderFactory.createLineBorder(Look.FAINT));
    for (List<Entry> group : groups) {
      if (menu.getComponentCount() > 0 && !group.isEmpty()) {
        menu.add(rule());
      }
      group.forEach(entry -> menu.add(new MenuLine(entry)));
    }
    return menu;
  }

  private static JComponent rule() {
    JSeparator rule = new JPopupMenu.Separator();
    rule.setForeground(Look.RULE);
    rule.setBackground(Look.PAPER);
    rule.setOpaque(true);
    return rule;
  }
}
