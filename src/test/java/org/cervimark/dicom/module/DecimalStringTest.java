package org.cervimark.dicom.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalStringTest {

  @Test
  void shortDecimalsStayWhatTheyWere() {
    assertEquals("0.12", DecimalString.of(0.12));
    assertEquals("25", DecimalString.of(25.0));
    assertEquals("800", DecimalString.of(800));
    assertEquals("-3.5", DecimalString.of(-3.5));
    assertEquals("0", DecimalString.of(-0.0));
    assertEquals("24.9938199157837", DecimalString.of(24.993819915783703));
  }

  @Test
  void everyDoubleFitsSixteenCharacters() {
    Random lot = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      double value = Double.longBitsToDouble(lot.nextLong());
      if (Double.isFinite(value)) {
        String text = DecimalString.of(value);

        assertTrue(text.matches("[+-]?[0-9.]+(E[+-]?[0-9]+)?") && text.length() <= 16, text);
        assertEquals(value, Double.parseDouble(text), Math.abs(value) * 1e-7, text);
      }
    }
  }
}
