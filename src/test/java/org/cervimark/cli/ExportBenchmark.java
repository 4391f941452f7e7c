package org.cervimark.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.cervimark.dicom.toolkit.BenchmarkReports;
import org.cervimark.image.PatientOrientation;
import org.cervimark.report.Phantoms;
import org.cervimark.report.SavedPhantom;

/**
 * Times the export of many reports beside merely opening and reading them, in the same run and with
 * as many threads, and looks at what the heap holds: {@code mvn -q test-compile exec:java@export}.
 */
public final class ExportBenchmark {

  private ExportBenchmark() {}

  /**
   * Runs it.
   *
   * @param args how many reports, 10000 if not given
   */
  public static void main(String[] args) throws Exception {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    Path folder = Files.createTempDirectory("cervimark-export");
    try {
      Path study = Files.createDirectories(folder.resolve("study"));
      SavedPhantom saved =
          SavedPhantom.in(
              study, Phantoms.OPEN_MOUTH, Optional.of(PatientOrientation.frontal(false)));
      Path reports = Files.createDirectories(folder.resolve("reports"));
      BenchmarkReports.write(saved.sr(), reports, count);
      Path few = Files.createDirectories(folder.resolve("few"));
      BenchmarkReports.write(saved.sr(), few, Math.max(1, count / 10));
      System.out.printf(
          Locale.ROOT,
          "%,d reports of %,d bytes, %d threads%n",
          count,
          Files.size(saved.sr()),
          Runtime.getRuntime().availableProcessors());
      export(few, folder.resolve("warm-up"));
      read(few);
      for (int round = 1; round <= 3; round++) {
        double reading = read(reports);
        double exporting = export(reports, folder.resolve("out" + round));
        System.out.printf(
            Locale.ROOT,
            "round %d: opening and reading %.1f s, exporting CSV and JSON %.1f s, ratio %.2f%n",
            round,
            reading,
            exporting,
            exporting / reading);
      }
      export(few, folder.resolve("few-out"));
      long fewHeap = live();
      export(reports, folder.resolve("many-out"));
      long manyHeap = live();
      System.out.printf(
          Locale.ROOT,
          "live heap after the last collection: %.1f MB with %,d reports, %.1f MB with %,d%n",
          fewHeap / 1e6,
          Math.max(1, count / 10),
          manyHeap / 1e6,
          count);
    } finally {
      delete(folder);
    }
  }

  private static double read(Path folder) throws Exception {
    long start = System.nanoTime();
    ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    List<Future<Integer>> waiting = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        waiting.add(workers.submit(() -> BenchmarkReports.read(file)));
      }
    }
    long elements = 0;
    for (Future<Integer> each : waiting) {
      elements += each.get();
    }
    workers.shutdown();
    if (elements == 0) {
      throw new IllegalStateException("nothing was read");
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static double export(Path reports, Path out) {
    long start = System.nanoTime();
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    int code =
        Main.run(
            new String[] {
              "export", reports.toString(), "--out", out.toString(), "--format", "csv,json"
            },
            nowhere,
            nowhere);
    if (code != ExitCode.DONE) {
      throw new IllegalStateException("exit code " + code);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  /** What was alive when the collector last looked. */
  private static long live() {
    System.gc();
    long used = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null) {
        used += pool.getCollectionUsage().getUsed();
      }
    }
    return used;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
