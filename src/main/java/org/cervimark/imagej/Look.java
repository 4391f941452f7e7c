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

  static final Color BAR = new ThemedColour(0xE5E7EB, 0x1B1F26);
  static final Color PAPER = new ThemedColour(0xFFFFFF, 0x12151A);
  static final Color RULE = new ThemedColour(0xE2E5EA, 0x2A303A);
  static final Color TEXT = new ThemedColour(0x111827, 0xE8EBF0);
  static final Color MUTED = new ThemedColour(0x5B6472, 0x9AA4B2);
  static final Color FAINT = new ThemedColour(0xD1D5DB, 0x3A424E);
  static final Color DISABLED = new ThemedColour(0xA7AEB8, 0x626D7C);
  static final Color ACCENT = new ThemedColour(0x2563EB, 0x3B7BF0);
  static final Color ACCENT_TINT = new ThemedColour(0xE8EFFD, 0x1B2A47);
  static final Color ON_ACCENT = Color.WHITE;
  static final Color ON_ACCENT_MUTED = new Color(0xDBE6FE);
  static final Color NEXT = new ThemedColour(0xC2410C, 0xFF9D5C);
  static final Color NEXT_TINT = new ThemedColour(0xFFF4E8, 0x2E2116);
  static final Color NEXT_EDGE = new ThemedColour(0xFDBA74, 0x7A4A1E);
  static final Color SAVED = new ThemedColour(0x15803D, 0x4ADE80);
  static final Color UNSAVED = new ThemedColour(0xB45309, 0xFBBF24);
  static final Color DRAWN = new ThemedColour(0xE0B100, 0xFACC15);
  static final Color ESTIMATED = new ThemedColour(0x8FB0F7, 0x6B8FD6);
  static final Color HIDDEN = new ThemedColour(0x6B7280, 0x6B7280);
  static final Color SKETCH = new ThemedColour(0xFAFBFC, 0x171B21);
  static final Color BONE = new ThemedColour(0xE7EAEE, 0x2B323C);
  static final Color BONE_EDGE = new ThemedColour(0x9AA3AF, 0x748091);
  static final Color TARGET = new ThemedColour(0xEA580C, 0xFF8A3D);
  static final Color BAR_ENDS = new ThemedColour(0xE5E9F0, 0x272E38);
  static final Color BAR_MIDDLE = new ThemedColour(0xC3CFE2, 0x45536B);

  static final Color STAGE = new Color(0x0B0D10);
  static final Color LANDMARK = new Color(0x35D0F0);
  static final Color SELECTED = Color.WHITE;
  static final Color EXPECTED = new Color(0xFFA24C);
  static final Color FREE = new Color(0x9966FF);
  static final Color LINE = new Color(0xFACC15);
  static final Color HALO = new Color(0, 0, 0, 150);
  static final Color LABEL = new Color(8, 12, 18, 120);
  static final Color CAPTION = new Color(0, 0, 0, 190);

  private static final String HANGUL = "한글";
  private static final String FAMILY = family();

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
    return new Font(FAMILY, style, scaled(size));
  }

  private static String family() {
    for (String name : new String[] {Font.SANS_SERIF, "Noto Sans CJK KR", "Malgun Gothic"}) {
      if (new Font(name, Font.PLAIN, 12).canDisplayUpTo(HANGUL) < 0) {
        return name;
      }
    }
    return Font.DIALOG;
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
