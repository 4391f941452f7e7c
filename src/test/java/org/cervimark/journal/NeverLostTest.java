package org.cervimark.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills programs in which films are read and saved, again and again at random moments, and compares
 * what is found afterwards with what they had said before they died. {@code -Dcervimark.kills=1000}
 * kills more sessions, {@code -Dcervimark.windows=1} each in a program of its own.
 */
class NeverLostTest {

  private static final int KILLS = Integer.getInteger("cervimark.kills", 300);

  /** One more than can run, because each now and then waits for the disk. */
  private static final int AT_ONCE = Runtime.getRuntime().availableProcessors() + 1;

  @TempDir private Path folder;

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void noKillLosesALandmarkOrLeavesATornFile(TestReporter reporter) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    KillSeries.Count total = new KillSeries.Count();
    try {
      KilledProgram program = KillSeries.rehearse(folder.resolve("rehearsal"));
      List<Future<KillSeries.Count>> runs = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        int kills = KILLS / AT_ONCE + (i < KILLS % AT_ONCE ? 1 : 0);
        // All keep their journal in one folder, as the programs of one user do.
        KillSeries series =
            new KillSeries(
                folder.resolve("reader" + i), folder.resolve("journal"), program, 1966L * (i + 1));
        runs.add(threads.submit((Callable<KillSeries.Count>) () -> series.run(kills)));
      }
      for (Future<KillSeries.Count> run : runs) {
        total.add(run.get());
      }
    } finally {
      threads.shutdownNow();
    }
    reporter.publishEntry("never lost", total.toString());
    assertEquals(KILLS, total.sessions);
    assertEquals(List.of(), total.faults);
    // The test is worth what it hits.
    assertTrue(total.withMarksOnlyInJournal >= KILLS / 4, total.toString());
    assertTrue(total.saves >= KILLS / 4, total.toString());
  }
}
