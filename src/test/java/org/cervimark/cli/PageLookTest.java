package org.cervimark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;

/** A page that nobody would send is seen as such. */
class PageLookTest {

  @Test
  void wordsOverEachOtherBeyondTheMarginAndLonelyHeadingsAreSeen() throws IOException {
    assertEquals(
        List.of("page 1: b stands beyond the margin", "page 1: e stands beyond the margin"),
        flaws(new Line("be", 20, 700, 9), new Line("inside", 60, 700, 9)));
    assertEquals(
        List.of("page 1: H stands over I"),
        flaws(new Line("I", 62, 700, 9), new Line("H", 60, 696, 9)));
    assertEquals(
        List.of("page 1: H stands alone"),
        flaws(new Line("H", 60, 120, 10), new Line("Footer", 60, 50, 7)));
    assertEquals(
        List.of(),
        flaws(
            new Line("H", 60, 700, 10),
            new Line("text", 60, 680, 9),
            new Line("Footer", 60, 50, 7)));
  }

  private record Line(String text, float x, float y, float letters) {}

  private static List<String> flaws(Line... lines) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        for (Line line : lines) {
          content.beginText();
          content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), line.letters());
          content.newLineAtOffset(line.x(), line.y());
          content.showText(line.text());
          content.endText();
        }
      }
      return PageLook.flaws(document);
    }
  }
}
