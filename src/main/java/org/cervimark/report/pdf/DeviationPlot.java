package org.cervimark.report.pdf;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import org.cervimark.report.Deviation;
import org.cervimark.report.DeviationBar;
import org.cervimark.report.ValueSection;
import org.cervimark.report.Wording;

/**
 * How far values lie from published means, in standard deviations of the population that each
 * source describes. A band is no limit of what is normal; the colours say nothing of good or bad.
 */
final class DeviationPlot {

  private static final double LETTERS = 8;
  private static final double ROW = 17;
  private static final double PLOT_FROM = 0.35;
  private static final double PLOT_TO = 0.72;
  private static final DeviationBar BAR =
      new DeviationBar(
          new Color(0xE6ECF2), new Color(0xCBD8E4), PageFlow.QUIET, PageFlow.ACCENT, Color.WHITE);

  private final PageFlow flow;
  private final Wording wording;

  DeviationPlot(PageFlow flow, Wording wording) {
    this.flow = flow;
    this.wording = wording;
  }

  /** Draws values beside the populations that there are for them; maybe none. */
  void draw(List<ValueSection.Beside> values) throws IOException {
    if (values.isEmpty()) {
      return;
    }
    flow.need(4 * ROW + 30);
    flow.skip(14);
    flow.canvas()
        .text(wording.get("pdf.deviation"), flow.left(), flow.y() + 10, 10, true, PageFlow.ACCENT);
    flow.skip(15);
    flow.paragraph(
        wording.get("pdf.deviation.explained"), flow.left(), flow.width(), 7.5, PageFlow.QUIET);
    axis();
    for (ValueSection.Beside value : values) {
      if (flow.room() < ROW) {
        flow.newPage();
        axis();
      }
      row(value.row(), value.deviation());
    }
  }

  private void axis() {
    flow.skip(4);
    for (int sd = -(int) Deviation.REACH + 1; sd < Deviation.REACH; sd++) {
      String label = sd == 0 ? wording.get("pdf.deviation.mean") : (sd > 0 ? "+" : "") + sd + " SD";
      double width = flow.canvas().width(label, 7, false);
      double x = DeviationBar.x(area(), sd) - width / 2;
      flow.canvas().text(label, x, flow.y() + 8, 7, false, PageFlow.QUIET);
    }
    flow.skip(11);
  }

  private void row(ValueSection.Row row, Deviation deviation) {
    Canvas canvas = flow.canvas();
    double baseline = flow.y() + ROW / 2 + LETTERS * 0.35;
    String name = row.number() + "  " + row.name();
    List<String> lines = flow.wrapped(name, (PLOT_FROM - 0.01) * flow.width(), LETTERS);
    canvas.text(
        lines.size() > 1 ? lines.get(0) + " …" : lines.get(0),
        flow.left(),
        baseline,
        LETTERS,
        false,
        PageFlow.INK);
    BAR.draw(canvas, deviation, area());
    canvas.text(
        row.value() + "   (" + deviation.label() + ")",
        flow.left() + (PLOT_TO + 0.015) * flow.width(),
        baseline,
        7,
        false,
        PageFlow.INK);
    flow.skip(ROW);
  }

  /** Where the bar of the row is drawn that begins here. */
  private Rectangle2D area() {
    double from = flow.left() + PLOT_FROM * flow.width();
    double to = flow.left() + PLOT_TO * flow.width();
    return new Rectangle2D.Double(from, flow.y() + 1.5, to - from, ROW - 3);
  }
}
