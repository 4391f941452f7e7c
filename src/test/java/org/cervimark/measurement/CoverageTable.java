package org.cervimark.measurement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Counts which property tests each measurement has passed, and prints a table of measurement, case
 * file, source of truth and count, which is also written to {@code target/measurement-coverage.md}.
 */
final class CoverageTable implements TestWatcher, AfterAllCallback {

  private static final Path FILE = Path.of("target", "measurement-coverage.md");

  private final Map<String, Integer> passed = new TreeMap<>();
  private final Map<String, Integer> failed = new TreeMap<>();

  @Override
  public void testSuccessful(ExtensionContext context) {
    passed.merge(measurement(context), 1, Integer::sum);
  }

  @Override
  public void testFailed(ExtensionContext context, Throwable cause) {
    failed.merge(measurement(context), 1, Integer::sum);
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("| measurement | case file | source of truth | property tests passed |");
    lines.add("|---|---|---|---|");
    for (Measurement measurement : Catalogue.builtIn().measurements()) {
      CaseFile file = CaseFile.of(measurement.id());
      int good = passed.getOrDefault(measurement.id(), 0);
      int all = good + failed.getOrDefault(measurement.id(), 0);
      lines.add(
          "| "
              + String.join(
                  " | ",
                  measurement.id(),
                  file.path().getFileName().toString(),
                  "by hand: " + file.truth(),
                  good + " of " + all)
              + " |");
    }
    Files.createDirectories(FILE.getParent());
    Files.write(FILE, lines);
    System.out.println(String.join("\n", lines));
  }

  /** The argument of a parameterized test, which stands behind its number. */
  private static String measurement(ExtensionContext context) {
    return context.getDisplayName().replaceFirst("^\\[\\d+] ", "");
  }
}
