package org.cervimark.imagej;

import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.plaf.basic.BasicComboBoxUI;

/** A combo box drawn like the other controls of the viewer. */
final class FlatComboBox extends BasicComboBoxUI {

  @Override
  protected JButton createArrowButton() {
    return new Arrow();
  }

  @Override
  public void installUI(JComponent c) {
    super.installUI(c);
    listBox.setBackground(Look.PAPER);
    listBox.setForeground(Look.TEXT);
    listBox.setSelectionBackground(Look.ACCENT_TINT);
    listBox.setSelectionForeground(Look.TEXT);
  }

  @Override
  public void paintCurrentValue(Graphics g, Rectangle bounds, boolean hasFocus) {
    super.paintCurrentValue(g, bounds, false);
    if (hasFocus) {
      g.setColor(Look.ACCENT);
      g.drawRect(bounds.x, bounds.y, bounds.width - 1, bounds.height - 1);
    }
  }

  @Override
  public void paintCurrentValueBackground(Graphics g, Rectangle bounds, boolean hasFocus) {
    g.setColor(Look.PAPER);
    g.fillRect(bounds.x, bounds.y, bounds.width, bounds.height);
  }

  /** A plain arrow. */
  @SuppressWarnings("serial")
  private static final class Arrow extends JButton {

    Arrow() {
      setFocusable(false);
      setBorder(BorderFactory.createEmptyBorder());
      setContentAreaFilled(false);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
      Graphics2D g = Look.smooth(graphics);
      g.setColor(Look.PAPER);
      g.fillRect(0, 0, getWidth(), getHeight());
      double x = getWidth() / 2.0;
      double y = getHeight() / 2.0;
      Path2D arrow = new Path2D.Double();
      arrow.moveTo(x - 4.5, y - 2.5);
      arrow.lineTo(x, y + 2.5);
      arrow.lineTo(x + 4.5, y - 2.5);
      g.setColor(Look.MUTED);
      g.setStroke(Look.stroke(1.8));
      g.draw(arrow);
      g.dispose();
    }
  }
}
