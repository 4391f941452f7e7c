package org.cervimark.terminology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

final class UnitTest {

  @Test
  void roundsToTheDecimalsOfTheUnit() {
    assertEquals("12.3", Unit.DEGREE.format(12.345));
    assertEquals("0.35", Unit.RATIO.format(0.345));
    assertEquals("-12.4", Unit.MILLIMETRE.format(-12.35));
  }

  @Test
  void neverShowsANegativeZero() {
    assertEquals("0.0", Unit.DEGREE.format(-0.0));
    assertEquals("0.0", Unit.DEGREE.format(-0.04));
    assertEquals(0, Double.compare(0.0, Unit.DEGREE.displayed(-0.04)));
  }

  @Test
  void writesTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals("1234.5", Unit.PIXEL.format(1234.5));
      Locale.setDefault(Locale.GERMANY);
      assertEquals("1234.5", Unit.PIXEL.format(1234.5));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void writesLargeAndSmallNumbersWithoutExponent() {
    assertEquals("123456789.0", Unit.PIXEL.format(123456789));
    assertEquals("0.0", Unit.PIXEL.format(1e-9));
  }
}
