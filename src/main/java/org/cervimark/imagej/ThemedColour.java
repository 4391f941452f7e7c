package org.cervimark.imagej;

import java.awt.Color;
import javax.swing.UIManager;

/**
 * A colour that is another one in the dark theme. Asked for its value each time something is
 * painted, so that a change of the theme needs no more than painting anew. Which theme is in force
 * is kept where Swing keeps its own look.
 */
@SuppressWarnings("serial")
final class ThemedColour extends Color {

  private static final String KEY = "CerviMark.dark";

  private final int dark;

  /** Two colours, 0xRRGGBB each. */
  ThemedColour(int light, int dark) {
    super(light);
    this.dark = 0xFF000000 | dark;
  }

  /** Whether the dark theme is in force. */
  static boolean isDark() {
    return UIManager.getBoolean(KEY);
  }

  /** Chooses the theme for all windows. */
  static void setDark(boolean dark) {
    UIManager.put(KEY, dark);
  }

  @Override
  public int getRGB() {
    return isDark() ? dark : super.getRGB();
  }
}
