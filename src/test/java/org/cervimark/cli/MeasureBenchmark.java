package org.cervimark.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.cervimark.dicom.toolkit.BenchmarkFilms;
import org.cervimark.report.Phantoms;

/**
 * Times the measuring of many films from a table of landmarks beside merely opening and reading
 * them and the table, in the same run and with as many threads, and looks at what the heap holds.
 */
final class MeasureBenchmark {

  private static final int WARM_UPS = 4;
  private static final int LINES_PER_LOOK = 1000;

  private final Path folder;

  MeasureBenchmark(Path folder) {
    this.folder = folder;
  }

  /** Runs it with some numbers of films, the greatest last. */
  void run(List<Integer> counts) throws Exception {
    int most = counts.get(counts.size() - 1);
    Path films = Files.createDirectories(folder.resolve("films"));
    BenchmarkFilms.write(Phantoms.LATERAL, films, most);
    List<Path> all = files(films);
    say(
        "%,d films, %,d landmarks on each",
        most, Files.readAllLines(Phantoms.table(Phantoms.LATERAL)).size() - 1);
    Path few = table(counts.get(0));
    for (int pass = 1; pass <= WARM_UPS; pass++) {
      measure(all.subList(0, counts.get(0)), few, nowhere());
      readHeaders(all.subList(0, counts.get(0)), few);
    }
    for (int count : counts) {
      ratios(all.subList(0, count), table(count));
    }
    memory(all, table(most));
  }

  private static void ratios(List<Path> films, Path table) throws Exception {
    Stopwatch headers = Stopwatch.of(() -> readHeaders(films, table));
    Stopwatch whole = Stopwatch.of(() -> readWhole(films, table));
    Stopwatch measuring = Stopwatch.of(() -> measure(films, table, nowhere()));
    say(
        "%,d films: reading their headers %.1f s (processors %.1f s), opening and reading them"
            + " %.1f s (%.1f s), measuring %.1f s (%.1f s, %.2f ms each), ratio to headers %.2f"
            + " (%.2f), to files %.2f (%.2f)",
        films.size(),
        headers.seconds(),
        headers.busy(),
        whole.seconds(),
        whole.busy(),
        measuring.seconds(),
        measuring.busy(),
        1e3 * measuring.busy() / films.size(),
        measuring.seconds() / headers.seconds(),
        measuring.busy() / headers.busy(),
        measuring.seconds() / whole.seconds(),
        measuring.busy() / whole.busy());
  }

  /** What is alive when so many films have been measured. */
  private static void memory(List<Path> films, Path table) {
    LiveHeap heap = new LiveHeap(LINES_PER_LOOK);
    measure(films, table, heap.stream());
    StringBuilder line = new StringBuilder("live heap while measuring:");
    for (LiveHeap.Sample sample : heap.samples()) {
      line.append(
          String.format(Locale.ROOT, " %,d: %.1f MB;", sample.line(), sample.bytes() / 1e6));
    }
    say("%s", line);
  }

  private static void readHeaders(List<Path> films, Path table) throws Exception {
    inParallel(films, table, BenchmarkFilms::read);
  }

  private static void readWhole(List<Path> films, Path table) throws Exception {
    inParallel(films, table, film -> Files.readAllBytes(film).length + BenchmarkFilms.read(film));
  }

  /** Something that is done with a file. */
  @FunctionalInterface
  private interface Use {
    int of(Path file) throws Exception;
  }

  private static void inParallel(List<Path> films, Path table, Use use) throws Exception {
    long bytes = Files.readString(table).length();
    ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    List<Future<Integer>> waiting = new ArrayList<>();
    for (Path film : films) {
      waiting.add(workers.submit(() -> use.of(film)));
    }
    for (Future<Integer> each : waiting) {
      bytes += each.get();
    }
    workers.shutdown();
    if (bytes == 0) {
      throw new IllegalStateException("nothing was read");
    }
  }

  /** The data go nowhere; a line of them is told for each film. */
  private static void measure(List<Path> films, Path table, PrintStream data) {
    List<String> words = new ArrayList<>(List.of("measure"));
    films.forEach(film -> words.add(film.toString()));
    words.addAll(List.of("--landmarks", table.toString(), "--json"));
    int code = Main.run(words.toArray(String[]::new), data, nowhere());
    if (code != ExitCode.DONE) {
      throw new IllegalStateException("exit code " + code);
    }
  }

  private Path table(int count) throws IOException {
    Path table = folder.resolve(count + ".csv");
    if (Files.exists(table)) {
      return table;
    }
    List<String> rows = Files.readAllLines(Phantoms.table(Phantoms.LATERAL));
    try (var out = Files.newBufferedWriter(table)) {
      out.write(rows.get(0) + "\n");
      for (int i = 0; i < count; i++) {
        for (String row : rows.subList(1, rows.size())) {
          out.write(BenchmarkFilms.name(i) + row.substring(row.indexOf(',')) + "\n");
        }
      }
    }
    return table;
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
}
