package org.cervimark.report.pdf;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.cervimark.report.NoteSection;
import org.cervimark.report.Wording;

/**
 * The column beside a picture: the facts of the image, what must be known beforehand, and of values
 * too many to be seen at once the main ones.
 */
final class BesidePicture {

  private static final double LABEL = 7;
  private static final double BODY = 8.5;
  private static final double BELOW_LABEL = 9.5;
  private static final double BELOW_FACT = 5;
  private static final double ABOVE_PREFACE = 4;
  private static final double ABOVE_VALUES = 8;
  private static final double HEADING = 9;

  private final PageFlow flow;
  private final Wording words;
  private final NoteSection section;
  private final List<String> main;

  /**
   * A column.
   *
   * @param main the numbers of the main values; none where all are few enough
   */
  BesidePicture(PageFlow flow, Wording words, NoteSection section, List<String> main) {
    this.flow = flow;
    this.words = words;
    this.section = section;
    this.main = List.copyOf(main);
  }

  /** How high it is. */
  double height(double width) {
    double height = 0;
    for (List<String> fact : section.facts().rows()) {
      height += BELOW_LABEL + flow.height(fact.get(1), width, BODY) + BELOW_FACT;
    }
    height += section.preface().map(p -> ABOVE_PREFACE + flow.height(p, width, BODY)).orElse(0.0);
    return main.isEmpty()
        ? height
        : height
            + ABOVE_VALUES
            + PageFlow.headingHeight(HEADING)
            + new ValueList(flow, 0, width).height(section.values().rows(), main);
  }

  /**
   * Draws it.
   *
   * @param colours of all values, as in the picture
   */
  void draw(double x, double width, List<Color> colours) throws IOException {
    for (List<String> fact : section.facts().rows()) {
      flow.canvas().text(fact.get(0), x, flow.y() + LABEL, LABEL, false, PageFlow.QUIET);
      flow.skip(BELOW_LABEL);
      flow.paragraph(fact.get(1), x, width, BODY, PageFlow.INK);
      flow.skip(BELOW_FACT);
    }
    if (section.preface().isPresent()) {
      flow.skip(ABOVE_PREFACE);
      flow.paragraph(section.preface().get(), x, width, BODY, PageFlow.INK);
    }
    if (!main.isEmpty()) {
      flow.skip(ABOVE_VALUES);
      flow.heading(words.get("pdf.main"), x, HEADING);
      new ValueList(flow, x, width).draw(section.values().rows(), colours, main);
    }
  }
}
