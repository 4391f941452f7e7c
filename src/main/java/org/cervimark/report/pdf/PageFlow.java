package org.cervimark.report.pdf;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.cervimark.report.PlainText;

/** Fills pages from top to bottom and begins new ones; each ends with the same footer. */
final class PageFlow {

  static final double MARGIN = 42;
  static final Color INK = new Color(0x1D2733);
  static final Color QUIET = new Color(0x5B6875);
  static final Color RULE = new Color(0xC9D1D9);
  static final Color ACCENT = new Color(0x1F5F8B);
  private static final double FOOTER = 40;
  private static final double SMALL = 7.5;
  private static final double LEADING = 1.4;

  private final PDDocument document;
  private final NoteFont font;
  private final PageSize size;
  private final List<Canvas> pages = new ArrayList<>();
  private final Map<BufferedImage, PDImageXObject> pictures = new HashMap<>();
  private double y;

  PageFlow(PDDocument document, NoteFont font, PageSize size) throws IOException {
    this.document = document;
    this.font = font;
    this.size = size;
    newPage();
  }

  Canvas canvas() {
    return pages.get(pages.size() - 1);
  }

  double left() {
    return MARGIN;
  }

  double right() {
    return size.box().getWidth() - MARGIN;
  }

  double width() {
    return right() - left();
  }

  double y() {
    return y;
  }

  void moveTo(double position) {
    y = position;
  }

  void skip(double points) {
    y += points;
  }

  /** How much of the page is left. */
  double room() {
    return size.box().getHeight() - MARGIN - FOOTER - y;
  }

  /** Begins a new page unless so much fits on this one. */
  void need(double points) throws IOException {
    if (room() < points) {
      newPage();
    }
  }

  void newPage() throws IOException {
    PDPage page = new PDPage(size.box());
    document.addPage(page);
    pages.add(new Canvas(document, page, font, pictures));
    y = MARGIN;
  }

  /** A heading from a left edge. */
  void heading(String text, double x, double letters) {
    canvas().text(text, x, y + letters, letters, true, ACCENT);
    y += headingHeight(letters);
  }

  static double headingHeight(double letters) {
    return letters + 6;
  }

  /** How high a {@link #paragraph} is. */
  double height(String text, double paragraphWidth, double letters) {
    return wrapped(text, paragraphWidth, letters).size() * letters * LEADING;
  }

  /** A text in lines, from a left edge; a page that is full is followed by another. */
  void paragraph(String text, double x, double paragraphWidth, double letters, Color colour)
      throws IOException {
    for (String line : wrapped(text, paragraphWidth, letters)) {
      double leading = letters * LEADING;
      need(leading);
      canvas().text(line, x, y + letters, letters, false, colour);
      y += leading;
    }
  }

  /** A text cut into lines; a word that is too long is cut, too. */
  List<String> wrapped(String text, double lineWidth, double letters) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : PlainText.harmless(text).strip().split("\\s+", -1)) {
      String rest = word;
      String joined = line.length() == 0 ? rest : line + " " + rest;
      if (canvas().width(joined, letters, false) <= lineWidth) {
        line.setLength(0);
        line.append(joined);
        continue;
      }
      if (line.length() > 0) {
        lines.add(line.toString());
        line.setLength(0);
      }
      while (canvas().width(rest, letters, false) > lineWidth && rest.length() > 1) {
        int fits = 1;
        while (fits < rest.length()
            && canvas().width(rest.substring(0, fits + 1), letters, false) <= lineWidth) {
          fits++;
        }
        fits = Character.isHighSurrogate(rest.charAt(fits - 1)) ? Math.max(2, fits - 1) : fits;
        lines.add(rest.substring(0, Math.min(fits, rest.length())));
        rest = rest.substring(Math.min(fits, rest.length()));
      }
      line.append(rest);
    }
    lines.add(line.toString());
    return lines;
  }

  /**
   * Ends all pages with a footer and the number of the page.
   *
   * @param footer lines of small print
   * @param numbers text of a page number with the places of page and pages
   */
  void finish(List<String> footer, PageNumber numbers) throws IOException {
    double bottom = size.box().getHeight() - MARGIN;
    for (int i = 0; i < pages.size(); i++) {
      Canvas page = pages.get(i);
      page.rule(left(), bottom - 22, right(), bottom - 22, 0.5, RULE);
      double line = bottom - 12;
      for (String text : footer) {
        page.text(text, left(), line, SMALL, false, QUIET);
        line += SMALL * 1.35;
      }
      page.textRight(numbers.text(i + 1, pages.size()), right(), bottom - 12, SMALL, false, QUIET);
      page.close();
    }
  }

  /** How the number of a page is written. */
  @FunctionalInterface
  interface PageNumber {
    String text(int page, int pages);
  }
}
