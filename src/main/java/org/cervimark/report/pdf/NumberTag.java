package org.cervimark.report.pdf;

import java.awt.Color;

/** The number of a value on a dark ground, in the colour that it has in the picture. */
final class NumberTag {

  private static final Color GROUND = new Color(0x1B2430);
  private static final double LEAST_WIDTH = 14;

  private NumberTag() {}

  /**
   * Draws a number.
   *
   * @param letters the height of the text beside it, on whose baseline it stands
   */
  static void draw(
      Canvas canvas, String number, double x, double baseline, double letters, Color colour) {
    double size = letters - 1;
    double text = canvas.width(number, size, true);
    double width = Math.max(LEAST_WIDTH, text + 5);
    canvas.box(x, baseline - letters, width, letters + 2.5, GROUND);
    canvas.text(number, x + (width - text) / 2, baseline - 0.8, size, true, colour);
  }
}
