package org.cervimark.report.pdf;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Outcome;
import org.cervimark.report.ValueSection;
import org.cervimark.report.Wording;
import org.cervimark.terminology.Unit;

/**
 * How far values lie from published means, in standard deviations of the population that each
 * source describes. A band is no limit of what is normal; the colours say nothing of good or bad.
 */
final class DeviationPlot {

  private static final double LETTERS = 8;
  private static final double ROW = 17;
  private static final double REACH = 4;
  private static final double PLOT_FROM = 0.36;
  private static final double PLOT_TO = 0.74;
  private static final Color WIDE = new Color(0xE6ECF2);
  private static final Color NARROW = new Color(0xCBD8E4);

  /** A value with a published mean in its unit. */
  private record Point(
      ValueSection.Row row,
      double value,
      double halfWidth,
      double mean,
      double sd,
      Unit unit,
      String source) {

    double deviation(double at) {
      return (at - mean) / sd;
    }
  }

  private final PageFlow flow;
  private final Wording wording;

  DeviationPlot(PageFlow flow, Wording wording) {
    this.flow = flow;
    this.wording = wording;
  }

  /** Draws those of the values that have a published mean and standard deviation; maybe none. */
  void draw(List<ValueSection.Row> rows) throws IOException {
    List<Point> points = new ArrayList<>();
    rows.forEach(row -> addPoints(points, row));
    if (points.isEmpty()) {
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
    for (Point point : points) {
      if (flow.room() < ROW) {
        flow.newPage();
        axis();
      }
      point(point);
    }
  }

  private static void addPoints(List<Point> points, ValueSection.Row row) {
    if (row.source().measurement().isEmpty()
        || !(row.source().outcome() instanceof Outcome.Measured measured)
        || !row.source().measurement().get().unit().equals(Optional.of(measured.unit()))) {
      return;
    }
    for (Measurement.ReferenceValue r : row.source().measurement().get().references()) {
      if (r.mean().isPresent() && r.standardDeviation().filter(sd -> sd > 0).isPresent()) {
        points.add(
            new Point(
                row,
                measured.value(),
                measured.interval().map(Outcome.Interval::halfWidth).orElse(0.0),
                r.mean().get(),
                r.standardDeviation().get(),
                measured.unit(),
                r.source()));
      }
    }
  }

  private void axis() {
    flow.skip(4);
    for (int sd = -(int) REACH + 1; sd < REACH; sd++) {
      String label = sd == 0 ? wording.get("pdf.deviation.mean") : (sd > 0 ? "+" : "") + sd + " SD";
      double width = flow.canvas().width(label, 7, false);
      flow.canvas().text(label, x(sd) - width / 2, flow.y() + 8, 7, false, PageFlow.QUIET);
    }
    flow.skip(11);
  }

  private void point(Point point) {
    Canvas canvas = flow.canvas();
    double top = flow.y();
    double middle = top + ROW / 2;
    canvas.box(x(-2), top + 1.5, x(2) - x(-2), ROW - 3, WIDE);
    canvas.box(x(-1), top + 1.5, x(1) - x(-1), ROW - 3, NARROW);
    canvas.rule(x(0), top + 1.5, x(0), top + ROW - 1.5, 0.7, PageFlow.QUIET);
    double baseline = middle + LETTERS * 0.35;
    String name = point.row().number() + "  " + point.row().name();
    List<String> lines = flow.wrapped(name, (PLOT_FROM - 0.01) * flow.width(), LETTERS);
    canvas.text(
        lines.size() > 1 ? lines.get(0) + " …" : lines.get(0),
        flow.left(),
        baseline,
        LETTERS,
        false,
        PageFlow.INK);
    String published =
        point.row().value()
            + "   ("
            + point.unit().format(point.mean())
            + " ± "
            + point.unit().format(point.sd())
            + ") ["
            + point.source()
            + "]";
    canvas.text(
        published,
        flow.left() + (PLOT_TO + 0.015) * flow.width(),
        baseline,
        7,
        false,
        PageFlow.INK);
    value(point, middle);
    flow.skip(ROW);
  }

  private void value(Point point, double middle) {
    Canvas canvas = flow.canvas();
    double at = point.deviation(point.value());
    double low = clamp(point.deviation(point.value() - point.halfWidth()));
    double high = clamp(point.deviation(point.value() + point.halfWidth()));
    canvas.rule(x(low), middle, x(high), middle, 1.2, PageFlow.ACCENT);
    canvas.rule(x(low), middle - 2.5, x(low), middle + 2.5, 1.2, PageFlow.ACCENT);
    canvas.rule(x(high), middle - 2.5, x(high), middle + 2.5, 1.2, PageFlow.ACCENT);
    if (Math.abs(at) <= REACH) {
      canvas.fill(new Ellipse2D.Double(x(at) - 3, middle - 3, 6, 6), PageFlow.ACCENT);
    } else {
      // Beyond the plot: an arrow at its edge.
      double edge = x(Math.copySign(REACH, at));
      double back = edge - Math.copySign(8, at);
      Path2D arrow = new Path2D.Double();
      arrow.moveTo(edge, middle);
      arrow.lineTo(back, middle - 4);
      arrow.lineTo(back, middle + 4);
      arrow.closePath();
      canvas.fill(arrow, PageFlow.ACCENT);
    }
  }

  private static double clamp(double sd) {
    return Math.max(-REACH, Math.min(REACH, sd));
  }

  private double x(double sd) {
    double from = flow.left() + PLOT_FROM * flow.width();
    double to = flow.left() + PLOT_TO * flow.width();
    return from + (sd + REACH) / (2 * REACH) * (to - from);
  }
}
