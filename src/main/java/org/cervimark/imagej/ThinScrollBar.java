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
    JScrollBar across = pane.getHorizontalScrollBar();
    across.setUI(new ThinScrollBar());
    across.setPreferredSize(new Dimension(10, Look.scaled(9)));
    across.setFocusable(false);
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
    int side = scrollbar.getOrientation() == JScrollBar.VERTICAL ? 2 : 0;
    int end = 2 - side;
    g.fillRoundRect(
        area.x + side, area.y + end, area.width - 2 * side, area.height - 2 * end, 5, 5);
    g.dispose();
  }

  private static JButton nothing() {
    JButton button = new JButton();
    button.setPreferredSize(new Dimension(0, 0));
    button.setFocusable(false);
    return button;
  }
}
