package org.cervimark.imagej;

import java.awt.Cursor;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.SwingUtilities;
import org.cervimark.measurement.Outcome;
import org.cervimark.reading.ReadingSession.Result;
import org.cervimark.report.Deviation;
import org.cervimark.report.Wording;

/**
 * The results of the protocol; a click shows the lines of one on the image, and below it what it
 * rests on.
 */
@SuppressWarnings("serial")
final class ResultsPanel extends ListPanel {

  private final ViewerModel model;
  private final ResultText text;
  private final Wording wording;
  private final List<ResultRow> rows = new ArrayList<>();
  private Optional<ResultDetails> details = Optional.empty();
  private Optional<DeviationPanel> plot = Optional.empty();
  private Optional<String> opened = Optional.empty();

  ResultsPanel(ViewerModel model, ResultText text, Wording wording) {
    this.model = model;
    this.text = text;
    this.wording = wording;
    update();
  }

  /** Shows the results as they stand. */
  void update() {
    List<Result> results = model.results();
    List<String> shown = rows.stream().map(r -> r.result().measurement().id()).toList();
    if (!shown.equals(results.stream().map(r -> r.measurement().id()).toList())) {
      rebuild(results);
    }
    showDetails(results);
    Optional<String> drawn = model.drawn().map(r -> r.measurement().id());
    for (int i = 0; i < results.size(); i++) {
      Optional<String> id = Optional.of(results.get(i).measurement().id());
      rows.get(i)
          .show(
              results.get(i),
              drawn.equals(id),
              model.highlighted().equals(id),
              isBeyondLimit(results.get(i)),
              deviations(results.get(i)).stream().findFirst());
      if (opened.equals(id)) {
        Result result = results.get(i);
        List<Deviation> changed = deviations(result);
        plot.ifPresent(p -> p.show(changed));
        details.ifPresent(d -> d.say(result, !changed.isEmpty(), model.session().scale()));
      }
    }
  }

  /** All results in words, one line each. */
  List<String> spoken() {
    return rows.stream().map(ResultRow::spoken).toList();
  }

  private List<Deviation> deviations(Result result) {
    return Deviation.of(result.measurement(), result.outcome(), model.session().protocol().view());
  }

  private boolean isBeyondLimit(Result result) {
    return result.outcome() instanceof Outcome.Value value
        && !result.measurement().exceeded(value, model.session().scale()).isEmpty();
  }

  /** Opens what the highlighted result rests on, and closes that of another one. */
  private void showDetails(List<Result> results) {
    if (opened.equals(model.highlighted())) {
      return;
    }
    details.ifPresent(this::remove);
    plot.ifPresent(this::remove);
    details = Optional.empty();
    plot = Optional.empty();
    opened = model.highlighted();
    for (int i = 0; i < results.size(); i++) {
      if (opened.equals(Optional.of(results.get(i).measurement().id()))) {
        List<Deviation> deviations = deviations(results.get(i));
        ResultDetails area =
            new ResultDetails(
                results.get(i),
                !deviations.isEmpty(),
                model.study().catalogue(),
                model.session().scale(),
                wording);
        // Wrapped text knows its height only once it knows its width.
        area.setSize(getWidth() > 0 ? getWidth() : Look.scaled(380), Short.MAX_VALUE);
        add(area, i + 1);
        details = Optional.of(area);
        plot = Optional.of(new DeviationPanel(results.get(i).measurement().id(), deviations));
        add(plot.get(), i + 1);
        ResultRow row = rows.get(i);
        SwingUtilities.invokeLater(
            () -> scrollRectToVisible(row.getBounds().union(area.getBounds())));
      }
    }
    revalidate();
    repaint();
  }

  private void rebuild(List<Result> results) {
    removeAll();
    details = Optional.empty();
    plot = Optional.empty();
    opened = Optional.empty();
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
}
