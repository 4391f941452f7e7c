package org.cervimark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Widths by Unicode Standard Annex 11: Hangul and Han are wide, combining marks have none. */
final class PlainTextTest {

  @Test
  void hangulAndHanTakeTwoCells() {
    assertEquals(6, PlainText.cells("홍길동"));
    assertEquals(6, PlainText.cells("洪吉洞"));
    assertEquals(5, PlainText.cells("C2–C7"));
    assertEquals(4, PlainText.cells("18.0"));
    assertEquals(10, PlainText.cells("C2–C7 전만"));
  }

  @Test
  void decomposedTextIsAsWideAsComposedText() {
    for (String text : List.of("홍길동", "é", "각도")) {
      assertEquals(
          PlainText.cells(text),
          PlainText.cells(Normalizer.normalize(text, Normalizer.Form.NFD)),
          text);
    }
  }

  @Test
  void columnsStandBelowEachOtherInBothScripts() {
    List<String> lines =
        new TextTable(TextTable.Align.LEFT, TextTable.Align.RIGHT, TextTable.Align.LEFT)
            .row("C2–C7 전만각", "18.0°", "전만")
            .row("Tz", "-3.25 mm", "head back")
            .row("경사각", "7.0°", "x")
            .lines();
    assertEquals("C2–C7 전만각     18.0°  전만", lines.get(0));
    assertEquals("Tz            -3.25 mm  head back", lines.get(1));
    assertEquals("경사각            7.0°  x", lines.get(2));
    assertEquals(
        PlainText.cells(lines.get(0).substring(0, lines.get(0).indexOf("전만", 8))),
        PlainText.cells(lines.get(1).substring(0, lines.get(1).indexOf("head"))));
  }

  @Test
  void columnsThatAreEmptyThroughoutTakeNoRoom() {
    assertEquals(
        List.of("a  b"),
        new TextTable(TextTable.Align.LEFT, TextTable.Align.LEFT, TextTable.Align.LEFT)
            .row("a", "", "b")
            .lines());
  }

  @Test
  void aRowNeedsACellForEachColumn() {
    TextTable table = new TextTable(TextTable.Align.LEFT);
    assertThrows(IllegalArgumentException.class, () -> table.row("a", "b"));
  }

  @Test
  void wrapsAtSpacesByCellsNotCharacters() {
    assertEquals(List.of("가나 다라", "마바"), PlainText.wrap("가나 다라 마바", 10));
    assertEquals(List.of("ab cd ef", "gh"), PlainText.wrap("ab cd ef gh", 10));
    assertEquals(List.of("a", "verylongword", "b"), PlainText.wrap("a verylongword b", 5));
    assertEquals(List.of(""), PlainText.wrap("", 10));
  }

  @Test
  void nothingFromAFileCanMoveTheCursorOrReorderText() {
    String hostile = "a\u001b[2Jb\r\nc\u202ed\u2066e\u0007f\u2028g";
    String harmless = PlainText.harmless(hostile);
    assertEquals("a [2Jb  c d e f g", harmless);
    assertTrue(harmless.codePoints().noneMatch(Character::isISOControl));
    assertEquals("홍길동 洪吉洞 é", PlainText.harmless("홍길동 洪吉洞 é"));
  }

  @Test
  void numbersHaveNoMoreDigitsThanTheyNeed() {
    assertEquals("1.2012", PlainText.number(1.201199999999, 6));
    assertEquals("0.143", PlainText.number(0.143, 6));
    assertEquals("1", PlainText.number(1, 6));
    assertEquals("100", PlainText.number(100, 6));
  }
}
