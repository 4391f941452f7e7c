package org.cervimark.imagej;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.JButton;

/** A button that looks the same everywhere: its name, and the key that does the same, muted. */
@SuppressWarnings("serial")
class FlatButton extends JButton {

  private static final int GAP = 6;
  private static final int SIDE = 8;

  private final String keyText;
  private boolean primary;
  private boolean keyShown = true;

  FlatButton(String name, String keyText) {
    super(name);
    this.keyText = keyText;
    setFont(Look.font(12));
    setContentAreaFilled(false);
    setBorderPainted(false);
    setFocusPainted(false);
    setFocusable(false);
    setRolloverEnabled(true);
    setOpaque(false);
  }

  /** Fills the button with the accent colour: the answer that is proposed, the tool in use. */
  final void setPrimary(boolean primary) {
    this.primary = primary;
    repaint();
  }

  /** Whether it is filled with the accent colour. */
  final boolean isPrimary() {
    return primary;
  }

  /** Shows the key beside the name, or leaves it to the tooltip where there is little room. */
  final void setKeyShown(boolean keyShown) {
    this.keyShown = keyShown;
  }

  private boolean hasKey() {
    return keyShown && !keyText.isEmpty();
  }

  @Override
  public Dimension getPreferredSize() {
    FontMetrics metrics = getFontMetrics(getFont());
    FontMetrics small = getFontMetrics(Look.font(10));
    int key = !hasKey() ? 0 : Look.scaled(GAP) + small.stringWidth(keyText);
    return new Dimension(
        metrics.stringWidth(getText()) + key + Look.scaled(2 * SIDE),
        metrics.getHeight() + Look.scaled(12));
  }

  @Override
  public Dimension getMinimumSize() {
    return getPreferredSize();
  }

  @Override
  public Dimension getMaximumSize() {
    return getPreferredSize();
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Look.smooth(graphics);
    int width = getWidth() - 1;
    int height = getHeight() - 1;
    Color fill = primary ? Look.ACCENT : Look.PAPER;
    if (getModel().isPressed() || (getModel().isRollover() && !primary && isEnabled())) {
      fill = primary ? Look.ACCENT.darker() : Look.ACCENT_TINT;
    }
    g.setColor(fill);
    g.fillRoundRect(0, 0, width, height, 9, 9);
    g.setColor(primary ? Look.ACCENT : Look.FAINT);
    g.drawRoundRect(0, 0, width, height, 9, 9);
    if (isFocusOwner()) {
      g.setColor(primary ? Look.ON_ACCENT_MUTED : Look.ACCENT);
      g.drawRoundRect(2, 2, width - 4, height - 4, 6, 6);
    }
    g.setFont(getFont());
    FontMetrics metrics = g.getFontMetrics();
    int baseline = (getHeight() - metrics.getHeight()) / 2 + metrics.getAscent();
    int x = Look.scaled(SIDE);
    Color ink = primary ? Look.ON_ACCENT : Look.TEXT;
    g.setColor(isEnabled() ? ink : Look.DISABLED);
    g.drawString(getText(), x, baseline);
    if (hasKey()) {
      g.setFont(Look.font(10));
      Color muted = primary ? Look.ON_ACCENT_MUTED : Look.MUTED;
      g.setColor(isEnabled() ? muted : Look.DISABLED);
      g.drawString(keyText, x + metrics.stringWidth(getText()) + Look.scaled(GAP), baseline);
    }
    g.dispose();
  }
}
