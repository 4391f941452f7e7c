package org.cervimark.dicom.module;

import java.math.BigDecimal;
import java.math.MathContext;

/** The decimal form of a number that fits a Decimal String (PS3.5 section 6.2): 16 characters. */
public final class DecimalString {

  private static final int MOST = 16;

  private DecimalString() {}

  /**
   * The shortest decimal that reads back as the same double if that fits, or else the number
   * rounded to as many digits as fit.
   *
   * @param value finite
   */
  public static String of(double value) {
    if (value == 0) {
      return "0";
    }
    BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    if (fits(shortest.toPlainString())) {
      return shortest.toPlainString();
    }
    for (int digits = 15; digits > 1; digits--) {
      BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
      String text = rounded.stripTrailingZeros().toString();
      if (fits(text)) {
        return text;
      }
    }
    return new BigDecimal(value).round(new MathContext(1)).toString();
  }

  private static boolean fits(String text) {
    return text.length() <= MOST;
  }
}
