package org.cervimark.imagej;

import ij.measure.ResultsTable;
import ij.plugin.PlugIn;
import java.util.Locale;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.Reading;
import org.cervimark.report.OutcomeText;
import org.cervimark.report.ReportedValue;
import org.cervimark.report.ValueFacts;

/**
 * Plugins &gt; CerviMark &gt; CerviMark Results Table: the values of the viewer in front in a table
 * of ImageJ's, unrounded, with the reason where there is no value.
 */
public final class ResultsTableCommand implements PlugIn {

  private static final String TITLE = "CerviMark Results";

  @Override
  public void run(String arg) {
    PluginCommand.inFront(
        actions -> {
          ViewerModel model = actions.model();
          table(model.session().toReading(), model.study().catalogue()).show(TITLE);
        });
  }

  /** The table of a reading. */
  static ResultsTable table(Reading reading, Catalogue catalogue) {
    ResultsTable table = new ResultsTable();
    table.setPrecision(9);
    table.showRowNumbers(true);
    for (ReportedValue value : ReportedValue.of(reading, catalogue)) {
      ValueFacts facts = ValueFacts.of(value);
      table.incrementCounter();
      table.addValue("Measurement", value.id());
      table.addValue(
          "Name", value.measurement().map(m -> m.name(Locale.ENGLISH)).orElse(value.id()));
      if (facts.number().isPresent()) {
        table.addValue("Value", facts.number().get());
      } else {
        table.addValue("Value", facts.categoryId().orElse(""));
      }
      table.addValue("Unit", facts.unit().map(u -> u.code().value()).orElse(""));
      if (facts.halfWidth().isPresent()) {
        table.addValue("HalfWidth95", facts.halfWidth().get());
      } else {
        table.addValue("HalfWidth95", "");
      }
      table.addValue("Flags", facts.flagList());
      table.addValue(
          "Status",
          facts.reason().isEmpty()
              ? "measured"
              : new OutcomeText(Locale.ENGLISH, catalogue.landmarks()).reason(value.outcome()));
    }
    return table;
  }
}
