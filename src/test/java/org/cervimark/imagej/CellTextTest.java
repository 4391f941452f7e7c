package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Dimension;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import javax.swing.text.BadLocationException;
import org.cervimark.report.PlainText;
import org.junit.jupiter.api.Test;

class CellTextTest {

  private static final List<String> NAMES =
      List.of("C2–C7 Cobb 각", "환추면 각", "C1 전궁 중심 ± 1.2°", "Atlas plane angle", "계측·비고 − ≥ …");

  private static CellText table() {
    StringBuilder text = new StringBuilder();
    for (String name : NAMES) {
      text.append(PlainText.padRight(name, 30)).append("|").append('\n');
    }
    CellText area = new CellText(text.toString());
    area.setSize(area.getPreferredSize());
    return area;
  }

  @Test
  void columnsStandStraightWhateverWidthsTheFontHas() throws BadLocationException {
    CellText area = table();
    String text = area.getText();
    double cell = area.getFontMetrics(area.getFont()).charWidth('0');
    int from = 0;
    for (String name : NAMES) {
      int bar = text.indexOf('|', from);
      assertEquals(30 * cell, area.modelToView2D(bar).getX(), 1e-9, name);
      from = bar + 1;
    }
  }

  @Test
  void thePositionUnderThePointerIsTheOneDrawnThere() throws BadLocationException {
    CellText area = table();
    for (int i = 0; i < area.getText().length(); i++) {
      Rectangle2D at = area.modelToView2D(i);
      assertEquals(
          i,
          area.viewToModel2D(new Point2D.Double(at.getX() + 0.5, at.getCenterY())),
          String.format(Locale.ROOT, "character %d of the text", i));
    }
  }

  @Test
  void everyLineIsSeenWhole() {
    CellText area = table();
    Dimension wide = area.getPreferredSize();
    area.setText(area.getText() + "각".repeat(100));
    int cell = area.getFontMetrics(area.getFont()).charWidth('0');
    assertEquals((200 - 31) * cell, area.getPreferredSize().width - wide.width);
  }
}
