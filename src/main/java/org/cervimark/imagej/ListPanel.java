package org.cervimark.imagej;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Rectangle;
import javax.swing.BoxLayout;
import javax.swing.JPanel;
import javax.swing.Scrollable;

/** Rows below one another, as wide as the place that there is. */
@SuppressWarnings("serial")
class ListPanel extends JPanel implements Scrollable {

  private static final int STEP = 24;

  private final Dimension wanted;

  /** Rows that want to be seen in a place of a size that does not depend on them. */
  ListPanel() {
    this(new Dimension(Look.scaled(360), Look.scaled(200)));
  }

  /**
   * Rows below one another.
   *
   * @param wanted the size of the place in which they want to be seen
   */
  ListPanel(Dimension wanted) {
    this.wanted = new Dimension(wanted);
    setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
    setBackground(Look.PAPER);
  }

  @Override
  public final Dimension getPreferredScrollableViewportSize() {
    return new Dimension(wanted);
  }

  @Override
  public final int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return Look.scaled(STEP);
  }

  @Override
  public final int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return Math.max(1, visible.height - Look.scaled(STEP));
  }

  @Override
  public final boolean getScrollableTracksViewportWidth() {
    return true;
  }

  @Override
  public final boolean getScrollableTracksViewportHeight() {
    Component parent = getParent();
    return parent != null && parent.getHeight() > getPreferredSize().height;
  }
}
