package org.cervimark.imagej;

import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import javax.swing.JMenuItem;

/** A line of a menu: a tick where it is on, its name, and the key that does the same at the end. */
@SuppressWarnings("serial")
final class MenuLine extends JMenuItem {

  private static final int TICK = 26;
  private static final int GAP = 28;
  private static final int PAD = 12;

  private final transient ToolMenu.Entry entry;

  MenuLine(ToolMenu.Entry entry) {
    super(entry.name());
    this.entry = entry;
    setName(entry.id());
    setFont(Look.font(12));
    setToolTipText(entry.help());
    setEnabled(entry.enabled());
    addActionListener(e -> entry.action().run());
  }

  @Override
  public Dimension getPreferredSize() {
    FontMetrics metrics = getFontMetrics(getFont());
    int key =
        entry.keyText().isEmpty() ? 0 : Look.scaled(GAP) + metrics.stringWidth(entry.keyText());
    return new Dimension(
        Look.scaled(TICK + PAD) + metrics.stringWidth(getText()) + key,
        metrics.getHeight() + Look.scaled(7));
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Look.smooth(graphics);
    g.setColor(getModel().isArmed() && isEnabled() ? Look.ACCENT_TINT : Look.PAPER);
    g.fillRect(0, 0, getWidth(), getHeight());
    g.setFont(getFont());
    FontMetrics metrics = g.getFontMetrics();
    int baseline = (getHeight() - metrics.getHeight()) / 2 + metrics.getAscent();
    if (entry.selected()) {
      paintTick(g, Look.scaled(TICK) / 2.0, getHeight() / 2.0);
    }
    g.setColor(isEnabled() ? Look.TEXT : Look.DISABLED);
    g.drawString(getText(), Look.scaled(TICK), baseline);
    g.setColor(isEnabled() ? Look.MUTED : Look.DISABLED);
    g.drawString(
        entry.keyText(),
        getWidth() - Look.scaled(PAD) - metrics.stringWidth(entry.keyText()),
        baseline);
    g.dispose();
  }

  private static void paintTick(Graphics2D g, double x, double y) {
    double size = Look.scaled(4);
    Path2D tick = new Path2D.Double();
    tick.moveTo(x - size, y);
    tick.lineTo(x - size / 4, y + size * 0.8);
    tick.lineTo(x + size, y - size * 0.8);
    g.setColor(Look.ACCENT);
    g.setStroke(Look.stroke(1.8));
    g.draw(tick);
  }
}
