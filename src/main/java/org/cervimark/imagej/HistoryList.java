package org.cervimark.imagej;

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
  private List<String> shown = List.of();

  HistoryList(ViewerModel model, Wording wording) {
    this.model = model;
    this.wording = wording;
    update();
  }

  /** Shows the revisions as they stand; none of their values while a reading must not see them. */
  void update() {
    List<String> lines = spoken();
    if (lines.equals(shown) && getComponentCount() > 0) {
      return;
    }
    shown = lines;
    removeAll();
    for (String line : lines.isEmpty() ? List.of(wording.get("history.none")) : lines) {
      WrappedText text = new WrappedText(Look.font(12), Look.TEXT, 2);
      text.setText(line);
      text.setBorder(BorderFactory.createEmptyBorder());
      add(javax.swing.Box.createVerticalStrut(Look.scaled(6)));
      add(text);
    }
    revalidate();
    repaint();
  }

  /** The revisions in words, newest first. */
  List<String> spoken() {
    return model.study().revisions(model.radiograph()).stream().map(this::line).toList();
  }

  private String line(StudyReport report) {
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
      return head + " – " + wording.get("history.other");
    }
    if (model.session().isBlinded()) {
      return head + " – " + wording.get("history.blinded");
    }
    String points =
        wording.get("history.landmarks", Integer.toString(reading.get().landmarks().all().size()));
    return head
        + " – "
        + points
        + reading.get().values().stream().findFirst().map(v -> " · " + value(v)).orElse("");
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
