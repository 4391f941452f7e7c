package org.cervimark.report.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 4180, and what the OWASP page on CSV injection asks for. */
final class CsvRowsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "  =1",
        "\n@x",
        "\u0000=HYPERLINK(\"http://x\")",
        "\uFF1D1"
      })
  void textsNeverStartAFormula(String text) {
    String field = new CsvRows().text(text).end().toString();
    assertTrue(field.replaceFirst("^\"", "").startsWith("'"), field);
  }

  @Test
  void negativeNumbersStayNumbers() {
    assertEquals(
        "-5.25,0,1.0E-7,100\r\n",
        new CsvRows().number(-5.25).number(-0.0).number(1.0E-7).number(100).end().toString());
  }

  /** All digits that a double needs, and no more. */
  @Test
  void numbersComeBackBitForBit() {
    for (double d : new double[] {0.1, 1 / 3.0, 17.981234567890123, -1e-300, 9007199254740992.0}) {
      assertEquals(d, Double.parseDouble(new CsvRows().number(d).end().toString().strip()));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "plain|plain",
        "a,b|\"a,b\"",
        "say \"it\"|\"say \"\"it\"\"\"",
        "a;b|\"a;b\"",
        "이^영희|이^영희",
        "~ x~|\" x\""
      })
  void quotesWhatNeedsIt(String text, String field) {
    assertEquals(field + "\r\n", new CsvRows().text(text).end().toString());
  }

  @Test
  void lineEndsNulAndReorderingMarksBecomeSpaces() {
    assertEquals(
        "a b c d e,f\r\n",
        new CsvRows().text("a\nb\u0000c\u202Ed\u2066e").text("f").end().toString());
    assertEquals("\" \"\r\n", new CsvRows().text("\r").end().toString());
  }

  @Test
  void textsLongerThanACellAreCut() {
    String field = new CsvRows().text("x".repeat(100_000)).end().toString().strip();
    assertEquals(32_003, field.length());
    assertTrue(field.endsWith("..."));
  }
}
