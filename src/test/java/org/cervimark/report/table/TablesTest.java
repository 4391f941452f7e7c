package org.cervimark.report.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.landmark.LandmarkSet;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.Reading;
import org.cervimark.reading.ReadingSession;
import org.cervimark.report.Identification;
import org.cervimark.report.LandmarkTable;
import org.cervimark.report.Phantoms;
import org.cervimark.report.ReportedStudy;
import org.cervimark.report.SavedPhantom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The expected numbers are the film's construction, as its value file states them. */
final class TablesTest {

  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static SavedPhantom saved;

  @BeforeAll
  static void save(@TempDir Path folder) throws Exception {
    ReadingSession session = Phantoms.session(Phantoms.LATERAL, Optional.empty());
    session.remove(new LandmarkId("hard-palate-posterior"));
    saved = SavedPhantom.in(folder, Phantoms.LATERAL, session);
  }

  @Test
  void theTidyTableHasEachTrueValueWithItsUnit() throws Exception {
    Map<String, Map<String, String>> rows = new HashMap<>();
    tidy(Identification.READER_ONLY).forEach(row -> rows.put(row.get("measurement"), row));
    int checked = 0;
    for (String line :
        Files.readAllLines(Path.of("test-images/hong/2026-01-14/lateral-neutral.values.csv"))) {
      String[] truth = line.split(",", -1);
      if (rows.containsKey(truth[0]) && !rows.get(truth[0]).get("value").isEmpty()) {
        Map<String, String> row = rows.get(truth[0]);
        assertEquals(
            Double.parseDouble(truth[1]), Double.parseDouble(row.get("value")), 0.01, truth[0]);
        assertEquals(
            CATALOGUE.measurement(truth[0]).orElseThrow().unit().orElseThrow().code().value(),
            row.get("unit"));
        checked++;
      }
    }
    assertTrue(checked > 30, "only " + checked);
    Map<String, String> cobb = rows.get("c2-c7-cobb");
    assertEquals("lordosis", cobb.get("meaning"));
    assertEquals("placement-default", cobb.get("interval_basis"));
    assertEquals("detector", cobb.get("scale_source"));
    double half = Double.parseDouble(cobb.get("half_width_95"));
    assertEquals(18 - half, Double.parseDouble(cobb.get("low_95")), 0.01);
    assertEquals(18 + half, Double.parseDouble(cobb.get("high_95")), 0.01);
    Map<String, String> missing = rows.get("redlund-johnell");
    assertEquals("missing-landmarks", missing.get("status"));
    assertEquals("", missing.get("value"));
    assertEquals("hard-palate-posterior", missing.get("landmarks_concerned"));
  }

  @Test
  void theWideTableHasTheSameNumbersInOneRow() {
    WideTable table = new WideTable(CATALOGUE, Identification.READER_ONLY);
    List<Map<String, String>> rows =
        CsvText.parse(table.header() + table.rows(Path.of("a.dcm"), study()));
    assertEquals(1, rows.size());
    Map<String, String> wide = rows.get(0);
    int measured = 0;
    for (Map<String, String> row : tidy(Identification.READER_ONLY)) {
      String id = row.get("measurement");
      String unit =
          CATALOGUE
              .measurement(id)
              .orElseThrow()
              .unit()
              .map(u -> u.code().value())
              .orElse("category");
      String value = unit.equals("category") ? row.get("category") : row.get("value");
      assertEquals(value, wide.get(id + " [" + unit + "]"), id);
      assertEquals(row.get("half_width_95"), wide.get(id + " half width 95 % [" + unit + "]"), id);
      assertEquals(row.get("status"), wide.get(id + " status"), id);
      measured += row.get("value").isEmpty() ? 0 : 1;
    }
    assertTrue(measured > 30);
    assertEquals("", wide.get("others"));
    assertEquals("", wide.get("atlas-laterality status"), "not asked for by the protocol");
  }

  @Test
  void whoIsWhoStandsInTheTableOnlyIfChosen() {
    String without =
        new TidyTable(CATALOGUE, Identification.READER_ONLY).header()
            + new TidyTable(CATALOGUE, Identification.READER_ONLY).rows(Path.of("a"), study());
    for (String word : List.of("Hong", "PHANTOM-A", "19740301", "patient")) {
      assertFalse(without.contains(word), word);
    }
    Map<String, String> full = tidy(Identification.FULL).get(0);
    assertEquals("Hong^Gildong=洪^吉洞=홍^길동", full.get("patient_name"));
    assertEquals("PHANTOM-A", full.get("patient_id"));
    assertEquals("20260114", full.get("study_date"));
    assertFalse(tidy(Identification.parse("none").orElseThrow()).get(0).containsKey("reader"));
    assertEquals(Optional.empty(), Identification.parse("name,idd"));
  }

  /** What is exported can be measured again: same landmarks, bit for bit. */
  @Test
  void theLandmarkTableIsReadByMeasure(@TempDir Path folder) throws Exception {
    LandmarkRows table = new LandmarkRows(Identification.FULL);
    Path csv = folder.resolve("landmarks.csv");
    Files.writeString(csv, table.header() + table.rows(saved.sr(), saved.report()));
    LandmarkSet again =
        LandmarkTable.read(csv, CATALOGUE.landmarks(), Locale.ENGLISH)
            .landmarks(saved.film(), Phantoms.radiograph(Phantoms.LATERAL), true);
    Reading reading = saved.report().readings().get(0);
    assertEquals(reading.landmarks(), again);
  }

  private static ReportedStudy study() {
    return ReportedStudy.of(saved.report(), CATALOGUE);
  }

  private static List<Map<String, String>> tidy(Identification identification) {
    TidyTable table = new TidyTable(CATALOGUE, identification);
    return CsvText.parse(table.header() + table.rows(Path.of("a.dcm"), study()));
  }
}
