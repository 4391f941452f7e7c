package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ij.Macro;
import ij.macro.Interpreter;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts through ImageJ's options, its interpreter and the way it reads macro files. */
class MacroTextTest {

  private static final String[] PIECES = {
    "[",
    "]",
    "=",
    " ",
    "  ",
    "\"",
    "'",
    "\\",
    "\\u",
    "\\u005d",
    "u005d",
    "\n",
    "\r\n",
    "\t",
    "\0",
    "mark=3",
    "text=[x]",
    "row",
    "&",
    "%",
    "%5D",
    "//",
    "/*",
    "*/",
    ";",
    "+",
    "{",
    "}",
    "목이 아픔",
    "李",
    "é",
    "°",
    "\u2028",
    "\u0085",
    "\ud83d\ude00",
    "\ud800",
    "a",
    "Z",
    "0",
    "\\n",
    "\\\\"
  };

  /** Without a main window ImageJ's interpreter leaves ImageJ in batch mode. */
  @AfterEach
  void leaveBatchMode() {
    Interpreter.batchMode = false;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C5–C6 [anterior] osteophyte",
        "] first",
        "she said \"stop\" at 40°",
        "plan = wait\nand see",
        "목을 굽힐 때 통증 [왼쪽]",
        "C:\\users\\u1234\\film.dcm",
        " leading and trailing "
      })
  void aTextComesBackThroughAMacro(String text) {
    assertEquals(text, throughImageJ(text));
  }

  @Test
  void everyTextComesBackThroughAMacro() {
    Random random = new Random(20260114);
    for (int i = 0; i < 2000; i++) {
      StringBuilder text = new StringBuilder("x");
      for (int length = random.nextInt(9); length > 0; length--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      assertEquals(text.toString(), throughImageJ(text.toString()));
    }
  }

  @Test
  void everyCharacterComesBack() {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      String text = "a" + (char) c + "b";
      String options = "text=" + MacroText.quoted(text) + " mark=7";
      assertEquals(text, MacroText.plain(Macro.getValue(options, "text", "")));
      assertEquals("7", Macro.getValue(options, "mark", ""));
    }
  }

  @Test
  void whatIsWrittenByHandStaysAsItIs() {
    for (String value :
        new String[] {"/films/hong", "Lee^Younghee", "C:\\users\\kim", "50%", "한글", "\\u12"}) {
      assertEquals(value, MacroText.plain(value));
    }
  }

  /** The text after it was an option of a recorded macro that was saved, opened and run. */
  private static String throughImageJ(String text) {
    String options = "kind=note text=" + MacroText.quoted(text) + " mark=3";
    String macro = "return " + MacroText.literal(options) + ";";
    byte[] file = macro.getBytes(StandardCharsets.US_ASCII);
    assertEquals(macro, new String(file, StandardCharsets.ISO_8859_1), "every encoding holds it");
    Interpreter interpreter = new Interpreter();
    interpreter.setIgnoreErrors(true);
    String seen = interpreter.run(macro, "");
    assertFalse(interpreter.wasError(), macro);
    assertEquals("note", Macro.getValue(seen, "kind", ""));
    assertEquals("3", Macro.getValue(seen, "mark", ""), "no option begins inside of a text");
    return MacroText.plain(Macro.getValue(seen, "text", ""));
  }
}
