package org.cervimark.imagej;

import ij.Prefs;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Stroke;

/**
 * Colours and fonts of the viewer. The colours on the image differ in lightness as well as in hue,
 * so that they stay apart for colour-blind readers.
 */
final class Look {

  static final Color BAR = new Color(0xE5E7EB);
  static final Color PAPER = Color.WHITE;
  static final Color RULE = new Color(0xE2E5EA);
  static final Color TEXT = new Color(0x111827);
  static final Color MUTED = new Color(0x5B6472);
  static final Color FAINT = new Color(0xD1D5DB);
  static final Color ACCENT = new Color(0x2563EB);
  static final Color ACCENT_TINT = new Color(0xE8EFFD);
  static final Color NEXT = new Color(0xC2410C);
  static final Color NEXT_TINT = new Color(0xFFF4E8);
  static final Color SAVED = new Color(0x15803D);
  static final Color UNSAVED = new Color(0xB45309);

  static final Color STAGE = new Color(0x0B0D10);
  static final Color LANDMARK = new Color(0x35D0F0);
  static final Color SELECTED = Color.WHITE;
  static final Color EXPECTED = new Color(0xFFA24C);
  static final Color LINE = new Color(0xFACC15);
  static final Color HALO = new Color(0, 0, 0, 150);
  static final Color LABEL = new Color(8, 12, 18, 120);
  static final Color CAPTION = new Color(0, 0, 0, 190);

  private static final String HANGUL = "한글";

  private Look() {}

  /** A length in user space that grows with ImageJ's own scale for its windows. */
  static int scaled(int length) {
    return (int) Math.round(length * Math.max(1, Prefs.getGuiScale()));
  }

  /** The plain font of a size, one that has Hangul. */
  static Font font(int size) {
    return font(Font.PLAIN, size);
  }

  /** The bold font of a size, one that has Hangul. */
  static Font bold(int size) {
    return font(Font.BOLD, size);
  }

  private static Font font(int style, int size) {
    for (String name : new String[] {Font.SANS_SERIF, "Noto Sans CJK KR", "Malgun Gothic"}) {
      Font font = new Font(name, style, scaled(size));
      if (font.canDisplayUpTo(HANGUL) < 0) {
        return font;
      }
    }
    return new Font(Font.DIALOG, style, scaled(size));
  }

  /** A copy of a graphics context that draws smooth lines and text. */
  static Graphics2D smooth(Graphics g) {
    Graphics2D copy = (Graphics2D) g.create();
    copy.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    copy.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    copy.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return copy;
  }

  /** An unbroken line. */
  static Stroke stroke(double width) {
    return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  /** A broken line. */
  static Stroke dashed(double width, double dash) {
    return new BasicStroke(
        (float) width,
        BasicStroke.CAP_BUTT,
        BasicStroke.JOIN_ROUND,
        10,
        new float[] {(float) dash, (float) dash},
        0);
  }
}
