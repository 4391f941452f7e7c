package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleStudyTest {

  private static final Path SAMPLE = Path.of("test-images", "hong");

  @TempDir private Path folder;

  @Test
  void theMainJobGivesTheValuesOfTheConstruction() throws Exception {
    Path study = SampleStudy.workingCopy(SAMPLE, folder.resolve("study"));
    String note = new SampleReading(study, Locale.ENGLISH).run();
    int compared = 0;
    for (String line :
        Files.readAllLines(SAMPLE.resolve("2026-01-14/lateral-neutral.values.csv"))) {
      String[] parts = line.split(",", -1);
      var measurement = Readings.CATALOGUE.measurement(parts[0]);
      if (measurement.isPresent()
          && Readings.QUICK.measurements().contains(parts[0])
          && parts[2].equals("deg")) {
        String shown =
            measurement.get().unit().orElseThrow().format(Double.parseDouble(parts[1])) + "°";
        String name = measurement.get().name(Locale.ENGLISH);
        assertTrue(
            note.lines()
                .anyMatch(
                    l ->
                        l.contains(name.substring(0, Math.min(10, name.length())))
                            && l.contains(shown)),
            name + " " + shown + " in\n" + note);
        compared++;
      }
    }
    assertTrue(compared >= 6, "angles compared: " + compared);
    assertTrue(note.contains("홍길동"), note);
  }

  @Test
  void theSampleImagesStayAsTheyAreAndTheCopyIsMadeAfresh() throws Exception {
    Map<Path, Long> before = sizes();
    Path study = SampleStudy.workingCopy(SAMPLE, folder.resolve("study"));
    new SampleReading(study, Locale.ENGLISH).run();
    assertEquals(before, sizes());
    SampleStudy.workingCopy(SAMPLE, study);
    try (var files = Files.walk(study)) {
      assertEquals(List.of(), files.filter(f -> f.toString().contains("CerviMark-")).toList());
    }
  }

  private static Map<Path, Long> sizes() throws IOException {
    Map<Path, Long> sizes = new TreeMap<>();
    try (var files = Files.walk(SAMPLE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sizes.put(file, Files.size(file));
      }
    }
    return sizes;
  }
}
