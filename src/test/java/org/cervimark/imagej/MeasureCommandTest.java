package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.Macro;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the recorder keeps of a measurement that was asked for in the dialog. */
class MeasureCommandTest {

  @Test
  void pathsAreRecordedWithoutLoss() {
    String path = "/필름/out=[1] landmarks=x";
    String options = new MeasureCommand.Order(path, "/표지점.csv", "", false, List.of()).options();
    assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(options), options);
    assertEquals(path, MacroText.plain(Macro.getValue(options, "path", "")));
    assertEquals("/표지점.csv", MacroText.plain(Macro.getValue(options, "landmarks", "")));
    assertEquals("", Macro.getValue(options, "out", ""));
    assertEquals("text", Macro.getValue(options, "format", ""));
  }
}
