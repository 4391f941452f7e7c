package org.cervimark.imagej;

import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JTextArea;
import org.cervimark.image.Scale;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Measurement;
import org.cervimark.measurement.Outcome;
import org.cervimark.measurement.ScreeningLimit;
import org.cervimark.reading.ReadingSession.Result;
import org.cervimark.report.Wording;
import org.cervimark.terminology.BilingualText;

/**
 * What stands behind a result: evidence, published values with their publications, warnings and the
 * formula. Can be selected and copied. Below a {@link DeviationPanel} if the result is plotted.
 */
@SuppressWarnings("serial")
final class ResultDetails extends JTextArea {

  private final transient Catalogue catalogue;
  private final transient Wording wording;

  ResultDetails(Result result, boolean plotted, Catalogue catalogue, Scale scale, Wording wording) {
    this.catalogue = catalogue;
    this.wording = wording;
    say(result, plotted, scale);
    setName("details-" + result.measurement().id());
    setEditable(false);
    setLineWrap(true);
    setWrapStyleWord(true);
    setFont(Look.font(11));
    setForeground(Look.TEXT);
    setSelectionColor(Look.ACCENT);
    setBackground(Look.ACCENT_TINT);
    setAlignmentX(LEFT_ALIGNMENT);
    setBorder(
        BorderFactory.createCompoundBorder(
            BorderFactory.createMatteBorder(0, 3, 1, 0, Look.ACCENT),
            BorderFactory.createEmptyBorder(
                Look.scaled(2), Look.scaled(8), Look.scaled(8), Look.scaled(8))));
  }

  /**
   * Shows what stands behind another result of the same measurement.
   *
   * @param plotted whether it is plotted above
   */
  void say(Result result, boolean plotted, Scale scale) {
    String text = String.join("\n", lines(result, plotted, catalogue, scale, wording));
    if (!text.equals(getText())) {
      setText(text);
      setCaretPosition(0);
    }
  }

  /** As high as the text is at the width that there is. */
  @Override
  public Dimension getMaximumSize() {
    return new Dimension(Integer.MAX_VALUE, getPreferredSize().height);
  }

  /** Everything that is known of a measurement, a line each. */
  private static List<String> lines(
      Result result, boolean plotted, Catalogue catalogue, Scale scale, Wording wording) {
    Measurement measurement = result.measurement();
    List<String> lines = new ArrayList<>();
    lines.add(measurement.name(wording.locale()));
    lines.add(wording.get("tier." + measurement.tier().name()));
    if (result.outcome() instanceof Outcome.Value value) {
      for (ScreeningLimit limit : measurement.exceeded(value, scale)) {
        lines.add("! " + wording.get("details.limit"));
        lines.add(
            "   " + limit.statement().in(wording.locale()) + source(limit.source(), catalogue));
      }
    }
    if (plotted) {
      lines.add(wording.get("details.bar"));
    }
    for (Measurement.ReferenceValue reference : measurement.references()) {
      lines.add(
          "• "
              + reference.statement().in(wording.locale())
              + source(reference.source(), catalogue));
    }
    for (Measurement.SourcedStatement reliability : measurement.reliability()) {
      lines.add(
          "• "
              + reliability.statement().in(wording.locale())
              + source(reliability.source(), catalogue));
    }
    for (BilingualText warning : measurement.warnings()) {
      lines.add("⚠ " + warning.in(wording.locale()));
    }
    lines.add(
        wording.get(
            "details.formula",
            measurement.version(),
            measurement.formula().source().strip().replaceAll("\\s+", " ")));
    measurement.formula().definitions().forEach((name, text) -> lines.add(name + " = " + text));
    return lines;
  }

  private static String source(String key, Catalogue catalogue) {
    return " [" + key + catalogue.source(key).map(text -> ": " + text).orElse("") + "]";
  }
}
