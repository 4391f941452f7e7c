package org.cervimark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.media.FolderWalk;
import org.cervimark.dicom.media.ReportStore;
import org.cervimark.dicom.media.StudyFile;
import org.cervimark.dicom.media.StudyFolder;
import org.cervimark.measurement.Catalogue;

/**
 * One export: reads every file below the paths in parallel, and writes what came of them in the
 * order of their names. Only a few files are held at a time, however many there are.
 */
final class ExportRun {

  static final int FILES_PER_REPORT = 500;

  /**
   * Where reports are looked for.
   *
   * @param root the file or folder
   * @param onlyReport the report that counts, if not all
   * @param onlyStudy the study that counts, if not all
   */
  private record Source(Path root, Optional<Path> onlyReport, Optional<String> onlyStudy) {

    ExportPiece filtered(ExportPiece piece, ExportPiece.Maker maker) {
      boolean counts =
          onlyReport.map(piece.file()::equals).orElse(true)
              && onlyStudy
                  .map(s -> piece.revision().map(r -> r.study().equals(s)).orElse(true))
                  .orElse(true);
      return counts ? piece : maker.withoutReport(piece);
    }
  }

  /** The newest revision of a lineage. */
  private record Newest(Path file, ExportPiece.Revision revision) {}

  private final Catalogue catalogue;
  private final ExportOrders orders;
  private final Console console;
  private final ExportPiece.Maker maker;
  private final Map<String, Newest> newest = new LinkedHashMap<>();
  private final Map<String, Path> images = new HashMap<>();

  /** With a store: the studies of the images, and the reports found so far. */
  private final Set<String> studies = new LinkedHashSet<>();

  private final Set<String> documents = new HashSet<>();
  private int files;
  private int reports;
  private int failures;

  ExportRun(Catalogue catalogue, ExportOrders orders, Console console) {
    this.catalogue = catalogue;
    this.orders = orders;
    this.console = console;
    this.maker = new ExportPiece.Maker(catalogue, orders);
  }

  /**
   * Does it.
   *
   * @return the exit code
   * @throws OutputException if the results cannot be written
   */
  int run() throws OutputException, InputException {
    prepareFolder();
    try {
      try (ExportTables tables =
          new ExportTables(orders.folder(), maker.names(), maker.headers(), orders.fingerprint())) {
        if (tables.isResumed()) {
          console.tell(
              "export.resumed", orders.folder().toString(), Integer.toString(tables.alreadyDone()));
        }
        readAll(tables);
        if (reports == 0 && !tables.isResumed()) {
          console.tell("export.none", orders.paths().get(0).toString());
          failures++;
        }
        boolean complete = true;
        if (orders.hasDocuments()) {
          complete = documents(tables);
        }
        tables.finish(orders.force());
        console.tell(
            "export.done",
            orders.folder().toString(),
            Integer.toString(files),
            Integer.toString(reports),
            Integer.toString(failures));
        if (!complete) {
          return ExitCode.OUTPUT_FAILED;
        }
      }
    } catch (IOException e) {
      console.say(OutputFailure.sentence(orders.folder(), e, console.wording()));
      throw new OutputException(
          console.wording().get("export.stopped", orders.folder().toString()), e);
    }
    return failures > 0 ? ExitCode.INPUT_FAILED : ExitCode.DONE;
  }

  private void prepareFolder() throws OutputException {
    Path folder = orders.folder();
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new OutputException(console.wording().get("output.notAFolder", folder.toString()));
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new OutputException(OutputFailure.sentence(folder, e, console.wording()), e);
    }
    for (String name : maker.names()) {
      Path target = orders.folder().resolve(name);
      if (Files.exists(target) && !orders.force()) {
        throw new OutputException(console.wording().get("output.exists", target.toString()));
      }
    }
  }

  private void readAll(ExportTables tables) throws IOException, InputException {
    try (Workers workers = new Workers("export")) {
      for (Path path : orders.paths()) {
        Optional<Source> source = source(path);
        if (source.isPresent()) {
          read(source.get(), workers, tables);
        }
      }
      if (orders.store().isPresent()) {
        for (String study : List.copyOf(studies)) {
          Optional<Source> kept = kept(orders.store().get(), study);
          if (kept.isPresent()) {
            read(kept.get(), workers, tables);
          }
        }
      }
    }
  }

  private void read(Source source, Workers workers, ExportTables tables)
      throws IOException, InputException {
    Deque<Future<ExportPiece>> ahead = new ArrayDeque<>();
    FolderWalk walk = new FolderWalk(source.root());
    while (walk.hasNext()) {
      Path file = walk.next();
      if (isToRead(file, tables)) {
        ahead.add(workers.start(() -> source.filtered(maker.of(file), maker)));
      }
      if (ahead.size() >= workers.ahead()) {
        take(ahead.remove(), source, tables);
      }
      walk.takeProblems().forEach(this::fail);
    }
    walk.takeProblems().forEach(this::fail);
    while (!ahead.isEmpty()) {
      take(ahead.remove(), source, tables);
    }
  }

  /** Where a store keeps the results of a study, if it has some. */
  private static Optional<Source> kept(ReportStore store, String study) {
    try {
      Path folder = store.folderOf(study);
      return Files.isDirectory(folder)
          ? Optional.of(new Source(folder, Optional.empty(), Optional.of(study)))
          : Optional.empty();
    } catch (DicomException e) {
      // A study whose UID cannot name a folder has none in any store.
      return Optional.empty();
    }
  }

  /**
   * Where a path is looked for: a folder with all below it; for an image its folder, of which the
   * reports of its study count; for a report its folder, where its images may lie.
   */
  private Optional<Source> source(Path path) {
    if (Files.isDirectory(path)) {
      return Optional.of(new Source(path, Optional.empty(), Optional.empty()));
    }
    try {
      if (!Files.exists(path)) {
        fail(console.wording().get("export.missing", path.toString()));
        return Optional.empty();
      }
      Path folder = SavedReports.folderOf(path);
      StudyFile file = StudyFile.read(path, catalogue);
      if (file.report().isPresent()) {
        return Optional.of(new Source(folder, Optional.of(path), Optional.empty()));
      }
      if (file.image().isPresent()) {
        String study = DicomImages.readHeader(path).reference().studyInstanceUid();
        return Optional.of(new Source(folder, Optional.empty(), Optional.of(study)));
      }
      fail(console.wording().get("saved.none", path.toString()));
    } catch (DicomException e) {
      fail(String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  /** Results of this export may lie below the paths that are read; what is done stays done. */
  private boolean isToRead(Path file, ExportTables tables) {
    boolean ours =
        file.toAbsolutePath().normalize().startsWith(orders.folder().toAbsolutePath().normalize());
    // Images tell which studies to look for in a store.
    boolean always = orders.hasDocuments() || orders.store().isPresent();
    return !ours && (always || !tables.isDone(file.toString()));
  }

  private void take(Future<ExportPiece> future, Source source, ExportTables tables)
      throws IOException, InputException {
    ExportPiece piece = withoutCopies(Workers.result(future, console), source);
    files++;
    piece.problems().forEach(console::say);
    failures += piece.failed() ? 1 : 0;
    piece.revision().ifPresent(revision -> count(piece.file(), revision));
    if (orders.needsPictures()) {
      piece.image().ifPresent(uid -> images.putIfAbsent(uid, piece.file()));
    }
    if (!tables.isDone(piece.file().toString())) {
      tables.add(piece.file(), piece.rows());
    }
    if (files % FILES_PER_REPORT == 0) {
      console.tell(
          "export.progress",
          Integer.toString(files),
          Integer.toString(reports),
          Integer.toString(failures));
    }
  }

  /** With a store, a report may lie in it and with its images too; it counts once. */
  private ExportPiece withoutCopies(ExportPiece piece, Source source) {
    if (orders.store().isEmpty()) {
      return piece;
    }
    piece
        .imageStudy()
        .filter(study -> source.onlyReport().isEmpty())
        .filter(study -> source.onlyStudy().map(study::equals).orElse(true))
        .ifPresent(studies::add);
    boolean isCopy =
        piece.revision().isPresent() && !documents.add(piece.revision().get().documentUid());
    return isCopy ? maker.withoutReport(piece) : piece;
  }

  private void count(Path file, ExportPiece.Revision revision) {
    reports++;
    if (orders.hasDocuments()) {
      newest.merge(
          revision.lineage(),
          new Newest(file, revision),
          (one, other) -> one.revision().number() >= other.revision().number() ? one : other);
    }
  }

  private boolean documents(ExportTables tables) throws IOException {
    ExportDocuments documents =
        new ExportDocuments(catalogue, orders, console, images, tables.isResumed());
    boolean complete = true;
    for (Newest each : newest.values()) {
      String mark = "document " + each.revision().documentUid();
      if (!tables.isDone(mark)) {
        boolean written = documents.write(each.file());
        complete &= written;
        if (written) {
          tables.mark(mark);
        }
      }
    }
    return complete;
  }

  private void fail(StudyFolder.Problem problem) {
    fail(problem.sentence());
  }

  private void fail(String sentence) {
    console.say(sentence);
    failures++;
  }
}
