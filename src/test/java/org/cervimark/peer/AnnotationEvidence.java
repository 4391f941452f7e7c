package org.cervimark.peer;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs the tests of what annotations must go through, and prints what each of them counted: {@code
 * mvn -q test-compile exec:java@annotations}. Everything printed was counted in this run. More of
 * it with {@code -Dcervimark.roundtrips=5000 -Dcervimark.roundtrips.peers=50
 * -Dcervimark.kills=1000}.
 */
public final class AnnotationEvidence {

  /** A part of the table, and the tests that count for it. */
  private record Section(String title, List<String> tests) {}

  private static final List<Section> SECTIONS =
      List.of(
          new Section(
              "Round trips",
              List.of(
                  "org.cervimark.dicom.sr.LosslessTest", "org.cervimark.peer.RoundTripPeerTest")),
          new Section(
              "Kills",
              List.of(
                  "org.cervimark.journal.NeverLostTest",
                  "org.cervimark.journal.LivingProgramTest")),
          new Section("Files of others", List.of("org.cervimark.dicom.foreign.ForeignFilesTest")),
          new Section(
              "Validators, besides known false alarms",
              List.of(
                  "org.cervimark.peer.ReportPeerTest",
                  "org.cervimark.peer.RichReportPeerTest",
                  "org.cervimark.peer.PicturePeerTest",
                  "org.cervimark.peer.StudyPicturesPeerTest",
                  "org.cervimark.peer.KeyObjectPeerTest")),
          new Section(
              "De-identification", List.of("org.cervimark.dicom.deidentify.DeidentifierTest")));

  private AnnotationEvidence() {}

  /**
   * Prints the table.
   *
   * @throws IllegalStateException if a test failed
   */
  public static void main(String[] args) {
    int failed = 0;
    for (Section section : SECTIONS) {
      Table table = new Table();
      LauncherFactory.create()
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(section.tests().stream().map(name -> selectClass(name)).toList())
                  .build(),
              table);
      System.out.printf(
          Locale.ROOT,
          "%n%s (tests passed %d, failed %d, skipped %d)%n",
          section.title(),
          table.passed,
          table.failures.size(),
          table.skips.size());
      table.rows.forEach((what, counts) -> System.out.printf("  %-52s %s%n", what, counts));
      table.skips.forEach(skip -> System.out.println("  " + skip));
      table.failures.forEach(failure -> System.out.println("  FAILED " + failure));
      failed += table.failures.size();
    }
    if (failed > 0) {
      throw new IllegalStateException(failed + " tests failed");
    }
  }

  /** What the tests of one section said. */
  private static final class Table implements TestExecutionListener {
    private final Map<String, String> rows = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();
    private final List<String> skips = new ArrayList<>();
    private int passed;

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
      rows.putAll(entry.getKeyValuePairs());
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      String message = result.getThrowable().map(t -> String.valueOf(t.getMessage())).orElse("");
      switch (result.getStatus()) {
        case FAILED -> failures.add(test.getDisplayName() + ": " + message);
        case ABORTED -> skips.add(test.getDisplayName() + ": " + message);
        case SUCCESSFUL -> passed += test.isTest() ? 1 : 0;
      }
    }
  }
}
