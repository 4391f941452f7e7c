package org.cervimark.imagej;

import java.awt.Color;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.function.BooleanSupplier;
import javax.swing.JButton;

/** The edge between film and panel: a click puts the panel away, and brings it back. */
@SuppressWarnings("serial")
final class PanelHandle extends JButton {

  private static final int WIDTH = 13;

  private final transient BooleanSupplier shown;

  PanelHandle(ViewerCommand command, String help) {
    this.shown = command.selected();
    setName("panel-handle");
    setFocusable(false);
    setBorderPainted(false);
    setContentAreaFilled(false);
    setToolTipText(help);
    setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
    setPreferredSize(new Dimension(Look.scaled(WIDTH), 60));
    addActionListener(e -> command.action().run());
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Look.smooth(graphics);
    Color ground = getModel().isRollover() ? Look.ACCENT_TINT : Look.BAR;
    g.setColor(ground);
    g.fillRect(0, 0, getWidth(), getHeight());
    double x = getWidth() / 2.0;
    double y = getHeight() / 2.0;
    double out = shown.getAsBoolean() ? 2 : -2;
    Path2D arrow = new Path2D.Double();
    arrow.moveTo(x - out, y - 5);
    arrow.lineTo(x + out, y);
    arrow.lineTo(x - out, y + 5);
    g.setColor(Look.MUTED);
    g.setStroke(Look.stroke(1.8));
    g.draw(arrow);
    g.dispose();
  }
}
