package org.cervimark.cli;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * Where letters stand on the pages of a PDF, and what somebody who looks at them would object to.
 */
final class PageLook extends PDFTextStripper {

  private static final double MARGIN = 42;
  private static final double FOOTER = 24;
  private static final double TOLERANCE = 1;

  /** How high capital letters are, as a share of their size. */
  private static final double ASCENT = 0.72;

  /** Headings have larger letters than text. */
  private static final double HEADING = 9.9;

  /** How far below a heading there are letters at the latest: those below a picture. */
  private static final double BELOW = 260;

  /** A letter with its box on its page, from the upper left corner. */
  private record Letter(String text, Rectangle2D box, double size) {}

  private final List<List<Letter>> pages = new ArrayList<>();

  private PageLook() {}

  /**
   * What is wrong with the pages: letters over each other or beyond the margin, lonely headings.
   */
  static List<String> flaws(PDDocument document) throws IOException {
    PageLook look = new PageLook();
    look.writeText(document, new StringWriter());
    List<String> flaws = new ArrayList<>();
    for (int i = 0; i < look.pages.size(); i++) {
      double width = document.getPage(i).getMediaBox().getWidth();
      double height = document.getPage(i).getMediaBox().getHeight();
      for (String flaw : flaws(look.pages.get(i), width, height)) {
        flaws.add("page " + (i + 1) + ": " + flaw);
      }
    }
    return flaws;
  }

  private static List<String> flaws(List<Letter> page, double width, double height) {
    List<Letter> letters = new ArrayList<>(page);
    letters.sort(Comparator.comparingDouble(l -> l.box().getMinY()));
    List<String> flaws = new ArrayList<>();
    double bottom = height - MARGIN - FOOTER;
    for (int i = 0; i < letters.size(); i++) {
      Letter letter = letters.get(i);
      Rectangle2D box = letter.box();
      if (box.getMinX() < MARGIN - TOLERANCE
          || box.getMaxX() > width - MARGIN + TOLERANCE
          || box.getMinY() < MARGIN - TOLERANCE
          || box.getMaxY() > height - MARGIN + TOLERANCE) {
        flaws.add(letter.text() + " stands beyond the margin");
      }
      for (int next = i + 1;
          next < letters.size() && letters.get(next).box().getMinY() < box.getMaxY();
          next++) {
        Letter other = letters.get(next);
        Rectangle2D both = box.createIntersection(other.box());
        if (both.getWidth() > TOLERANCE && both.getHeight() > TOLERANCE) {
          flaws.add(other.text() + " stands over " + letter.text());
        }
      }
      if (letter.size() > HEADING && isLonely(box, letters, bottom)) {
        flaws.add(letter.text() + " stands alone");
      }
    }
    return flaws;
  }

  private static boolean isLonely(Rectangle2D heading, List<Letter> letters, double bottom) {
    return letters.stream()
        .map(Letter::box)
        .noneMatch(
            box ->
                box.getMinY() > heading.getMaxY()
                    && box.getMinY() < heading.getMaxY() + BELOW
                    && box.getMaxY() < bottom);
  }

  @Override
  protected void startPage(PDPage page) {
    pages.add(new ArrayList<>());
  }

  /** Takes each letter as it is drawn, before lines are made of them. */
  @Override
  protected void processTextPosition(TextPosition letter) {
    double size = letter.getFontSizeInPt();
    if (!letter.getUnicode().isBlank()) {
      pages
          .get(pages.size() - 1)
          .add(
              new Letter(
                  letter.getUnicode(),
                  new Rectangle2D.Double(
                      letter.getXDirAdj(),
                      letter.getYDirAdj() - ASCENT * size,
                      letter.getWidthDirAdj(),
                      ASCENT * size),
                  size));
    }
  }
}
