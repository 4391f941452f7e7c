package org.cervimark.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Text for fixed-pitch fonts and terminals, where Hangul and Han characters take two cells and
 * combining marks none (Unicode Standard Annex 11).
 */
public final class PlainText {

  private PlainText() {}

  /** How many cells a text takes. */
  public static int cells(String text) {
    return text.codePoints().map(PlainText::cells).sum();
  }

  /** A text filled up with spaces on its right side; longer ones are returned as they are. */
  public static String padRight(String text, int cells) {
    return text + " ".repeat(Math.max(0, cells - cells(text)));
  }

  /** A text filled up with spaces on its left side; longer ones are returned as they are. */
  public static String padLeft(String text, int cells) {
    return " ".repeat(Math.max(0, cells - cells(text))) + text;
  }

  /**
   * A text cut at its spaces into lines of at most so many cells; words that are longer than a line
   * stand alone on theirs.
   */
  public static List<String> wrap(String text, int cells) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      if (line.length() > 0 && cells(line.toString()) + 1 + cells(word) > cells) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** A number with at most so many decimals, with a dot, ASCII digits and no trailing zeros. */
  public static String number(double value, int mostDecimals) {
    return new BigDecimal(value)
        .setScale(mostDecimals, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  /**
   * A text from a file made harmless for a terminal: control characters, line ends and characters
   * that reorder text become spaces.
   */
  public static String harmless(String text) {
    if (isPrintableAscii(text)) {
      return text;
    }
    StringBuilder result = new StringBuilder(text.length());
    text.codePoints().forEach(c -> result.appendCodePoint(isHarmless(c) ? c : ' '));
    return result.toString();
  }

  private static boolean isPrintableAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }

  private static boolean isHarmless(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> !(c >= 0x202A && c <= 0x202E) && !(c >= 0x2066 && c <= 0x2069);
    };
  }

  private static int cells(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT
        || (c >= 0x1160 && c <= 0x11FF)) {
      return 0;
    }
    boolean wide =
        (c >= 0x1100 && c <= 0x115F)
            || (c >= 0x2E80 && c <= 0xA4CF && c != 0x303F)
            || (c >= 0xA960 && c <= 0xA97C)
            || (c >= 0xAC00 && c <= 0xD7A3)
            || (c >= 0xF900 && c <= 0xFAFF)
            || (c >= 0xFE30 && c <= 0xFE6F)
            || (c >= 0xFF00 && c <= 0xFF60)
            || (c >= 0xFFE0 && c <= 0xFFE6)
            || (c >= 0x1F300 && c <= 0x1FAFF)
            || (c >= 0x20000 && c <= 0x3FFFD);
    return wide ? 2 : 1;
  }

  /** The text with a large first letter. */
  static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
