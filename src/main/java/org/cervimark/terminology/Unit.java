package org.cervimark.terminology;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The units of the values we measure, with their UCUM codes (CID 7462 and CID 82 of PS3.16). */
public enum Unit {
  /** Degrees of plane angle. */
  DEGREE("deg", "degree", "°", 1),
  /** Millimetres, only where the scale of the image is known. */
  MILLIMETRE("mm", "mm", " mm", 1),
  /** Column spacings of an image whose scale is not known. */
  PIXEL("{pixels}", "pixels", " px", 1),
  /** A ratio of two lengths. */
  RATIO("{ratio}", "ratio", "", 2),
  /** A ratio in hundredths. */
  PERCENT("%", "percent", " %", 1);

  private final Code code;
  private final String suffix;
  private final int decimals;

  Unit(String ucum, String meaning, String suffix, int decimals) {
    this.code = new Code(ucum, "UCUM", meaning);
    this.suffix = suffix;
    this.decimals = decimals;
  }

  /** The UCUM code, as Measurement Units Code Sequence (0040,08EA) carries it. */
  public Code code() {
    return code;
  }

  /** What follows a number on screen and in the note, with its leading space where one belongs. */
  public String suffix() {
    return suffix;
  }

  /** Decimals shown to people; files keep the full double. */
  public int decimals() {
    return decimals;
  }

  /**
   * A value as shown to people, without the unit: rounded half away from zero to {@link #decimals},
   * with a dot, ASCII digits and never a negative zero.
   */
  public String format(double value) {
    return rounded(value).toPlainString();
  }

  /**
   * A value as it is displayed, so that words about its sign agree with the number beside them.
   *
   * @return zero for a value that is displayed as zero
   */
  public double displayed(double value) {
    return rounded(value).doubleValue();
  }

  private BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
  }
}
