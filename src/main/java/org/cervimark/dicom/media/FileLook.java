package org.cervimark.dicom.media;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aoju.bus.image.Tag;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.DicomMessages;
import org.cervimark.dicom.foreign.ForeignObjects;
import org.cervimark.dicom.image.DicomImages;
import org.cervimark.dicom.media.StudyFolder.ForeignEntry;
import org.cervimark.dicom.media.StudyFolder.ImageEntry;
import org.cervimark.dicom.media.StudyFolder.Problem;
import org.cervimark.dicom.media.StudyFolder.ReportEntry;
import org.cervimark.dicom.media.StudyFolder.SeriesFacts;
import org.cervimark.dicom.sr.SrDocument;
import org.cervimark.dicom.sr.SrReader;
import org.cervimark.dicom.toolkit.DataSetReader;
import org.cervimark.dicom.toolkit.DicomFile;
import org.cervimark.dicom.toolkit.Elements;
import org.cervimark.dicom.toolkit.ToolkitCall;

/** Looks at single files, several at a time; of each no more is kept than is shown in a list. */
final class FileLook {

  /** More do not make a disc faster. */
  private static final int MOST_THREADS = 4;

  /** How many files are looked at between two reports of progress. */
  private static final int BATCH = 64;

  /** An image with what its place in the order depends on besides its entry. */
  record Found(ImageEntry entry, String studyDateTime) {}

  /** What one file holds, possibly nothing of ours. */
  record Finding(
      Optional<Found> image,
      Optional<ReportEntry> report,
      Optional<ForeignEntry> foreign,
      List<Problem> problems) {

    static final Finding NOTHING = problem(List.of());

    static Finding problem(List<Problem> problems) {
      return new Finding(Optional.empty(), Optional.empty(), Optional.empty(), problems);
    }
  }

  private final SrReader reader;

  FileLook(SrReader reader) {
    this.reader = reader;
  }

  /** Looks at files and answers in their order. */
  List<Finding> all(List<Path> files, ScanWatch watch) throws ScanCancelledException {
    List<Finding> findings = new ArrayList<>();
    int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, 1 + files.size() / 8));
    try {
      for (int start = 0; start < files.size(); start += BATCH) {
        watch.progress(start, files.size());
        if (watch.isCancelled()) {
          throw new ScanCancelledException();
        }
        List<Future<Finding>> batch = new ArrayList<>();
        for (Path file : files.subList(start, Math.min(start + BATCH, files.size()))) {
          batch.add(pool.submit(() -> at(file)));
        }
        for (Future<Finding> future : batch) {
          findings.add(result(future));
        }
      }
      watch.progress(files.size(), files.size());
      return findings;
    } finally {
      pool.shutdownNow();
    }
  }

  private static Finding result(Future<Finding> future) throws ScanCancelledException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ScanCancelledException();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private Finding at(Path file) {
    try {
      return ToolkitCall.reading(file, () -> look(file));
    } catch (DicomException e) {
      return Finding.problem(List.of(new Problem(file, sentence(file, e))));
    }
  }

  private Finding look(Path file) throws DicomException {
    if (!DataSetReader.looksLikeDicom(file)) {
      return Finding.NOTHING;
    }
    DicomFile dicom = DataSetReader.readHeader(file);
    Elements elements = new Elements(dicom.dataSet());
    if (elements.has(Tag.Rows)) {
      return new Finding(
          Optional.of(image(dicom, elements)), Optional.empty(), Optional.empty(), List.of());
    }
    Optional<SrDocument> document = reader.read(dicom);
    return new Finding(
        Optional.empty(),
        document.map(d -> new ReportEntry(file, d.report())),
        document.isPresent() ? Optional.empty() : foreign(dicom),
        document
            .map(d -> d.notices().stream().map(n -> new Problem(file, n)).toList())
            .orElse(List.of()));
  }

  /**
   * The marks of another program; an object of another kind or one that cannot be read has none.
   */
  private static Optional<ForeignEntry> foreign(DicomFile dicom) {
    try {
      return ForeignObjects.read(dicom).map(layer -> new ForeignEntry(dicom.path(), layer));
    } catch (DicomException e) {
      return Optional.empty();
    }
  }

  private static Found image(DicomFile dicom, Elements elements) throws DicomException {
    return new Found(
        new ImageEntry(
            dicom.path(),
            DicomImages.header(dicom),
            new SeriesFacts(
                elements.integer(Tag.SeriesNumber),
                elements.text(Tag.SeriesDescription).orElse("")),
            elements.integer(Tag.InstanceNumber)),
        elements.text(Tag.StudyDate).orElse("") + elements.text(Tag.StudyTime).orElse(""));
  }

  /** Whether a file begins as DICOM files do. */
  boolean isDicom(Path file) throws DicomException {
    return DataSetReader.looksLikeDicom(file);
  }

  /** The message of a problem. */
  static String sentence(Path file, DicomException e) {
    return e.getMessage() == null ? DicomMessages.text("read.damaged", file) : e.getMessage();
  }
}
