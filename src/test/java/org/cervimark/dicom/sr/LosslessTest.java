package org.cervimark.dicom.sr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.cervimark.measurement.Catalogue;
import org.cervimark.measurement.Measurement;
import org.cervimark.reading.MeasuredValue;
import org.cervimark.reading.Reading;
import org.cervimark.reading.StudyReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever a study says comes back from the bytes of its report bit for bit. More studies with
 * {@code -Dcervimark.roundtrips=5000}.
 */
class LosslessTest {

  private static final int STUDIES = Integer.getInteger("cervimark.roundtrips", 150);

  @TempDir private Path folder;

  @Test
  void everyStudyComesBackFromItsBytes(TestReporter reporter) throws Exception {
    Catalogue catalogue = Catalogue.builtIn();
    Random lot = new Random(20260115);
    Set<String> seen = new TreeSet<>();
    int marks = 0;
    int passes = 0;
    int equal = 0;
    for (int run = 0; run < STUDIES; run++) {
      RandomStudy study = new RandomStudy(lot, catalogue);
      Path file = study.write(folder.resolve("report.dcm"));

      StudyReport back = RandomStudy.read(file, catalogue);

      equal += study.saysTheSameAs(back) ? 1 : 0;
      Files.delete(file);
      for (Reading reading : back.readings()) {
        reading.values().stream().map(MeasuredValue::measurement).forEach(seen::add);
        marks += reading.marks().size();
        passes += reading.replicates().size();
      }
      back.filmValues().stream().map(MeasuredValue::measurement).forEach(seen::add);
    }
    reporter.publishEntry("bytes", "tried " + STUDIES + ", equal " + equal);
    assertEquals(STUDIES, equal);
    long known = catalogue.measurements().stream().map(Measurement::id).count();
    assertTrue(
        seen.size() >= known * 8 / 10, "only " + seen.size() + " of " + known + " measurements");
    assertTrue(marks > 20 && passes > 10, marks + " marks, " + passes + " passes");
  }
}
