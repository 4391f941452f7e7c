package org.cervimark.imagej;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.AbstractButton;
import javax.swing.Icon;

/** The mark of a choice in the theme: round among several, with a corner where it stands alone. */
record ChoiceIcon(boolean round) implements Icon {

  private static final int SIZE = 14;

  /** Gives a button this mark. */
  static void dress(AbstractButton button, boolean round) {
    button.setIcon(new ChoiceIcon(round));
    button.setFocusPainted(false);
    button.setOpaque(false);
  }

  @Override
  public void paintIcon(Component c, Graphics graphics, int x, int y) {
    Graphics2D g = Look.smooth(graphics);
    AbstractButton button = (AbstractButton) c;
    boolean chosen = button.isSelected();
    int size = getIconWidth() - 2;
    int arc = round ? size : Look.scaled(5);
    g.setColor(chosen ? Look.ACCENT : Look.PAPER);
    g.fillRoundRect(x + 1, y + 1, size, size, arc, arc);
    g.setColor(chosen || button.isFocusOwner() ? Look.ACCENT : Look.MUTED);
    g.setStroke(Look.stroke(button.isFocusOwner() ? 2 : 1.2));
    g.drawRoundRect(x + 1, y + 1, size, size, arc, arc);
    if (chosen) {
      g.setColor(Look.ON_ACCENT);
      int dot = size * 2 / 5;
      int edge = (getIconWidth() - dot) / 2;
      g.fillRoundRect(x + edge, y + edge, dot, dot, round ? dot : 2, round ? dot : 2);
    }
    g.dispose();
  }

  @Override
  public int getIconWidth() {
    return Look.scaled(SIZE);
  }

  @Override
  public int getIconHeight() {
    return Look.scaled(SIZE);
  }
}
