package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.measure.ResultsTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.image.PatientOrientation;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Outcome;
import org.cervimark.reading.MeasuredValue;
import org.cervimark.reading.Reading;
import org.cervimark.reading.ReadingSession;
import org.cervimark.report.Phantoms;
import org.cervimark.report.SavedPhantom;
import org.cervimark.testdata.ForkedJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves the program by way of ImageJ. */
class ExportCommandTest {

  /** A macro in a virtual machine without a display, in the words that the recorder writes. */
  static final class Macro {

    private Macro() {}

    public static void main(String[] args) {
      Thread.currentThread().setName("Run$_macro");
      ij.Macro.setOptions(
          "path=[" + args[0] + "] out=[" + args[1] + "] format=csv,roi identify=none");
      new ExportCommand().run("");
    }
  }

  @Test
  void aMacroExportsWithoutADisplay(@TempDir Path study, @TempDir Path out) throws Exception {
    SavedPhantom.in(study, Phantoms.OPEN_MOUTH, Optional.of(PatientOrientation.frontal(false)));
    ForkedJvm.run(Macro.class, study.toString(), out.resolve("results").toString());
    List<String> values = Files.readAllLines(out.resolve("results/values.csv"));
    assertTrue(values.size() > 8, values.toString());
    assertTrue(!values.get(0).contains("reader"), values.get(0));
  }

  @Test
  void theResultsTableHoldsEveryValueUnroundedAndEveryReason() throws Exception {
    ReadingSession session = Phantoms.session(Phantoms.LATERAL, Optional.empty());
    session.remove(new LandmarkId("hard-palate-posterior"));
    Reading reading = session.toReading();
    ResultsTable table = ResultsTableCommand.table(reading, Catalogue.builtIn());
    Map<String, Integer> rows = new HashMap<>();
    int values = 0;
    for (int row = 0; row < table.size(); row++) {
      rows.put(table.getStringValue("Measurement", row), row);
      values += table.getStringValue("Status", row).equals("measured") ? 1 : 0;
    }
    for (MeasuredValue value : reading.values()) {
      int row = rows.get(value.measurement());
      if (value.outcome() instanceof Outcome.Classified classified) {
        assertEquals(classified.category().id(), table.getStringValue("Value", row));
        continue;
      }
      Outcome.Measured measured = value.number().orElseThrow();
      assertEquals(measured.value(), table.getValue("Value", row), value.measurement());
      assertEquals(
          measured.interval().orElseThrow().halfWidth(), table.getValue("HalfWidth95", row));
      assertEquals(measured.unit().code().value(), table.getStringValue("Unit", row));
    }
    assertEquals(18, table.getValue("Value", rows.get("c2-c7-cobb")), 0.01);
    assertEquals(
        "not placed: Hard palate, posterior end",
        table.getStringValue("Status", rows.get("redlund-johnell")));
    assertEquals(reading.values().size(), values);
  }
}
