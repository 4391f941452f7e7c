package org.cervimark.imagej;

import java.awt.Color;
import java.awt.Font;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.BorderFactory;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Outcome;
import org.cervimark.reading.MeasuredValue;
import org.cervimark.reading.Reading;
import org.cervimark.reading.StudyReport;
import org.cervimark.report.PlainText;
import org.cervimark.report.Wording;

/**
 * The saved revisions of the study, newest first: when, who, on how many landmarks of the image
 * shown, and its first value then.
 */
@SuppressWarnings("serial")
final class HistoryList extends ListPanel {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final transient ViewerModel model;
  private final transient Wording wording;
  private transient List<Line> shown = List.of();

  /** A revision: who saved it when, and what it says. */
  private record Line(String head, String what) {}

  HistoryList(ViewerModel model, Wording wording) {
    this.model = model;
    this.wording = wording;
    update();
  }

  /** Shows the revisions as they stand; none of their values while a reading must not see them. */
  void update() {
    List<Line> lines = lines();
    if (lines.equals(shown) && getComponentCount() > 0) {
      return;
    }
    shown = lines;
    removeAll();
    if (lines.isEmpty()) {
      add(text(Look.font(12), Look.MUTED, wording.get("history.none"), 6));
    }
    for (Line line : lines) {
      add(text(Look.bold(12), Look.TEXT, line.head(), 6));
      add(text(Look.font(12), Look.MUTED, line.what(), 0));
    }
    revalidate();
    repaint();
  }

  private static WrappedText text(Font font, Color colour, String text, int above) {
    WrappedText shown = new WrappedText(font, colour, 1);
    int pad = Look.scaled(8);
    shown.setBorder(BorderFactory.createEmptyBorder(Look.scaled(above), pad, 0, pad));
    shown.setText(text);
    return shown;
  }

  /** The revisions in words, newest first. */
  List<String> spoken() {
    return lines().stream().map(l -> l.head() + " – " + l.what()).toList();
  }

  private List<Line> lines() {
    return model.study().revisions(model.radiograph()).stream().map(this::line).toList();
  }

  private Line line(StudyReport report) {
    String head =
        wording.get(
            "history.revision",
            Integer.toString(report.revision()),
            MOMENT.format(report.savedAt()),
            PlainText.harmless(report.reader().display()));
    if (report.isVerified()) {
      head += " – " + wording.get("saved.signed");
    }
    Optional<Reading> reading = report.reading(model.radiograph().reference());
    if (reading.isEmpty()) {
      return new Line(head, wording.get("history.other"));
    }
    if (model.session().isBlinded()) {
      return new Line(head, wording.get("history.blinded"));
    }
    String points =
        wording.get("history.landmarks", Integer.toString(reading.get().landmarks().all().size()));
    return new Line(
        head,
        points + reading.get().values().stream().findFirst().map(v -> " · " + value(v)).orElse(""));
  }

  private String value(MeasuredValue value) {
    Optional<Measurement> measurement = model.study().catalogue().measurement(value.measurement());
    String name = measurement.map(m -> m.name(wording.locale())).orElse(value.measurement());
    if (value.outcome() instanceof Outcome.Measured measured) {
      return name
          + " "
          + measured.unit().format(measured.value()).replace('-', '−')
          + measured.unit().suffix();
    }
    return name + " " + ((Outcome.Classified) value.outcome()).category().name(wording.locale());
  }
}
