package org.cervimark.imagej;

import java.awt.Component;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.BoxLayout;
import javax.swing.JPanel;
import javax.swing.Scrollable;
import javax.swing.SwingConstants;
import org.cervimark.measurement.Measurement;
import org.cervimark.reading.ReadingSession.Result;
import org.cervimark.report.Wording;
import org.cervimark.terminology.BilingualText;

/** The results of the protocol; a click shows the lines of one on the image. */
@SuppressWarnings("serial")
final class ResultsPanel extends JPanel implements Scrollable {

  private final ViewerModel model;
  private final ResultText text;
  private final Wording wording;
  private final List<ResultRow> rows = new ArrayList<>();

  ResultsPanel(ViewerModel model, ResultText text, Wording wording) {
    this.model = model;
    this.text = text;
    this.wording = wording;
    setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
    setBackground(Look.PAPER);
    update();
  }

  /** Shows the results as they stand. */
  void update() {
    List<Result> results = model.results();
    List<String> shown = rows.stream().map(r -> r.result().measurement().id()).toList();
    if (!shown.equals(results.stream().map(r -> r.measurement().id()).toList())) {
      rebuild(results);
    }
    Optional<String> drawn = model.drawn().map(r -> r.measurement().id());
    for (int i = 0; i < results.size(); i++) {
      Optional<String> id = Optional.of(results.get(i).measurement().id());
      rows.get(i).show(results.get(i), drawn.equals(id), model.highlighted().equals(id));
      rows.get(i).setToolTipText(tip(results.get(i)));
    }
  }

  /** All results in words, one line each. */
  List<String> spoken() {
    return rows.stream().map(ResultRow::spoken).toList();
  }

  private void rebuild(List<Result> results) {
    removeAll();
    rows.clear();
    for (Result result : results) {
      ResultRow row = new ResultRow(result, text);
      row.setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
      row.addMouseListener(
          new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent e) {
              model.highlight(row.result().measurement().id());
            }
          });
      rows.add(row);
      add(row);
    }
    revalidate();
    repaint();
  }

  private String tip(Result result) {
    Measurement measurement = result.measurement();
    StringBuilder html = new StringBuilder("<html><div style='width:320px'>");
    html.append("<b>").append(escaped(measurement.name(text.locale()))).append("</b><br>");
    html.append(escaped(text.value(result)));
    if (!text.remark(result).isEmpty()) {
      html.append(" – ").append(escaped(text.remark(result)));
    }
    html.append("<br>").append(escaped(wording.get("tier." + measurement.tier().name())));
    for (Measurement.ReferenceValue reference : measurement.references()) {
      html.append("<br>• ")
          .append(escaped(reference.statement().in(text.locale())))
          .append(" [")
          .append(escaped(reference.source()))
          .append(']');
    }
    for (BilingualText warning : measurement.warnings()) {
      html.append("<br>⚠ ").append(escaped(warning.in(text.locale())));
    }
    return html.append("</div></html>").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return new Dimension(Look.scaled(360), Look.scaled(200));
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return rowHeight();
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return orientation == SwingConstants.VERTICAL ? visible.height - rowHeight() : visible.width;
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return true;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    Component parent = getParent();
    return parent != null && parent.getHeight() > getPreferredSize().height;
  }

  private int rowHeight() {
    return rows.isEmpty() ? 20 : rows.get(0).getPreferredSize().height;
  }
}
