package org.cervimark.imagej;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JScrollBar;
import javax.swing.JScrollPane;
import javax.swing.plaf.basic.BasicScrollBarUI;

/** A narrow scroll bar without arrows. */
final class ThinScrollBar extends BasicScrollBarUI {

  /** A scroll pane without border that scrolls vertically with a thin bar. */
  static JScrollPane pane(Component content) {
    JScrollPane pane =
        new JScrollPane(
            content,
            JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED,
            JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    pane.setBorder(BorderFactory.createEmptyBorder());
    pane.getViewport().setBackground(Look.PAPER);
    pane.setBackground(Look.PAPER);
    pane.setAlignmentX(Component.LEFT_ALIGNMENT);
    JScrollBar bar = pane.getVerticalScrollBar();
    bar.setUI(new ThinScrollBar());
    bar.setPreferredSize(new Dimension(Look.scaled(9), 10));
    bar.setUnitIncrement(Look.scaled(24));
    bar.setFocusable(false);
    return pane;
  }

  @Override
  protected JButton createDecreaseButton(int orientation) {
    return nothing();
  }

  @Override
  protected JButton createIncreaseButton(int orientation) {
    return nothing();
  }

  @Override
  protected void paintTrack(Graphics g, JComponent c, Rectangle area) {
    g.setColor(Look.PAPER);
    g.fillRect(area.x, area.y, area.width, area.height);
  }

  @Override
  protected void paintThumb(Graphics graphics, JComponent c, Rectangle area) {
    Graphics2D g = Look.smooth(graphics);
    g.setColor(Look.FAINT);
    g.fillRoundRect(area.x + 2, area.y, area.width - 4, area.height, 5, 5);
    g.dispose();
  }

  private static JButton nothing() {
    JButton button = new JButton();
    button.setPreferredSize(new Dimension(0, 0));
    button.setFocusable(false);
    return button;
  }
}
