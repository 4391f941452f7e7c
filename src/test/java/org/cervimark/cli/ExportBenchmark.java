package org.cervimark.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.cervimark.dicom.media.StudyFile;
import org.cervimark.dicom.toolkit.BenchmarkReports;
import org.cervimark.image.PatientOrientation;
import org.cervimark.measurement.Catalogue;
import org.cervimark.reading.StudyReport;
import org.cervimark.report.Identification;
import org.cervimark.report.Phantoms;
import org.cervimark.report.ReportedStudy;
import org.cervimark.report.SavedPhantom;
import org.cervimark.report.TemplateReader;
import org.cervimark.report.pdf.PageSize;

/**
 * Times the export of many reports beside merely opening and reading them, in the same run and with
 * as many threads, and looks at what the heap holds: {@code mvn -q test-compile exec:java@export}.
 */
public final class ExportBenchmark {

  private static final int FILES_PER_PROGRESS_LINE = 500;
  private static final int WARM_UPS = 6;

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
      say(
          "%,d reports of %,d bytes, %d threads",
          count, Files.size(saved.sr()), Runtime.getRuntime().availableProcessors());
      // The first thousands of either are also the compiler's, which is not what is compared.
      for (int pass = 1; pass <= WARM_UPS; pass++) {
        export(few, folder.resolve("warm-up" + pass), nowhere());
        read(few);
      }
      ratios(reports, folder);
      stages(few);
      memory(reports, folder.resolve("memory"));
      new MeasureBenchmark(Files.createDirectories(folder.resolve("measure")))
          .run(List.of(Math.max(1, count / 10), Math.max(1, 2 * count / 5), count));
    } finally {
      delete(folder);
    }
  }

  /** Three rounds of both, so that a machine that others use shows. */
  private static void ratios(Path reports, Path folder) throws Exception {
    for (int round = 1; round <= 3; round++) {
      Path out = folder.resolve("out" + round);
      Stopwatch before = Stopwatch.of(() -> read(reports));
      Stopwatch exporting = Stopwatch.of(() -> export(reports, out, nowhere()));
      Stopwatch after = Stopwatch.of(() -> read(reports));
      double reading = (before.seconds() + after.seconds()) / 2;
      double busy = (before.busy() + after.busy()) / 2;
      say(
          "round %d: opening and reading %.1f s (processors %.1f s), exporting CSV and JSON %.1f s"
              + " (%.1f s), ratio %.2f (%.2f)",
          round,
          reading,
          busy,
          exporting.seconds(),
          exporting.busy(),
          exporting.seconds() / reading,
          exporting.busy() / busy);
    }
  }

  /** What each step of the export takes, one thread alone. */
  private static void stages(Path folder) throws Exception {
    Catalogue catalogue = Catalogue.builtIn();
    ExportPiece.Maker maker = new ExportPiece.Maker(catalogue, orders(folder));
    List<Path> files = files(folder);
    List<StudyReport> reports = new ArrayList<>();
    List<ReportedStudy> studies = new ArrayList<>();
    Stopwatch reading =
        Stopwatch.of(
            () -> {
              for (Path file : files) {
                BenchmarkReports.read(file);
              }
            });
    Stopwatch decoding =
        Stopwatch.of(
            () -> {
              for (Path file : files) {
                reports.add(StudyFile.read(file, catalogue).report().orElseThrow());
              }
            });
    Stopwatch values =
        Stopwatch.of(() -> reports.forEach(r -> studies.add(ReportedStudy.of(r, catalogue))));
    long[] written = {0};
    Stopwatch writing =
        Stopwatch.of(
            () -> {
              for (int i = 0; i < files.size(); i++) {
                for (byte[] row : maker.rows(files.get(i), studies.get(i))) {
                  written[0] += row.length;
                }
              }
            });
    double each = 1e6 / files.size();
    say(
        "each report, one thread: reading %.0f us, decoding %.0f us, values %.0f us, rows %.0f us"
            + " (%.0f bytes)",
        reading.seconds() * each,
        (decoding.seconds() - reading.seconds()) * each,
        values.seconds() * each,
        writing.seconds() * each,
        written[0] / (double) files.size());
  }

  /** What is alive when so many files have been dealt with. */
  private static void memory(Path reports, Path out) {
    LiveHeap heap = new LiveHeap(1);
    export(reports, out, heap.stream());
    StringBuilder line = new StringBuilder("live heap while exporting:");
    for (LiveHeap.Sample sample : heap.samples()) {
      long files = sample.line() * FILES_PER_PROGRESS_LINE;
      if (files % 1000 == 0) {
        line.append(String.format(Locale.ROOT, " %,d: %.1f MB;", files, sample.bytes() / 1e6));
      }
    }
    say("%s", line);
  }

  private static void read(Path folder) throws Exception {
    ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    List<Future<Integer>> waiting = new ArrayList<>();
    for (Path file : files(folder)) {
      waiting.add(workers.submit(() -> BenchmarkReports.read(file)));
    }
    long elements = 0;
    for (Future<Integer> each : waiting) {
      elements += each.get();
    }
    workers.shutdown();
    if (elements == 0) {
      throw new IllegalStateException("nothing was read");
    }
  }

  private static ExportOrders orders(Path folder) {
    return new ExportOrders(
        List.of(folder),
        Optional.empty(),
        folder,
        Set.of(ExportOrders.Format.CSV, ExportOrders.Format.JSON),
        Identification.FULL,
        Identification.READER_ONLY,
        Locale.ENGLISH,
        PageSize.A4,
        TemplateReader.standard(),
        false);
  }

  private static void export(Path reports, Path out, PrintStream told) {
    int code =
        Main.run(
            new String[] {
              "export", reports.toString(), "--out", out.toString(), "--format", "csv,json"
            },
            nowhere(),
            told);
    if (code != ExitCode.DONE) {
      throw new IllegalStateException("exit code " + code);
    }
  }

  private static PrintStream nowhere() {
    return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
