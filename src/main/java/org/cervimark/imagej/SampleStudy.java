package org.cervimark.imagej;

import ij.ImageJ;
import java.awt.GraphicsEnvironment;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.cervimark.dicom.DicomException;
import org.cervimark.reading.StoreException;
import org.cervimark.report.TableException;

/**
 * Shows the main job on the sample study, a copy of {@code test-images/hong} made under {@code
 * target}: in ImageJ where there is a display, else as text ({@link SampleReading}). Ends when
 * ImageJ is closed.
 */
public final class SampleStudy {

  private static final Path SAMPLE = Path.of("test-images", "hong");
  private static final Path COPY = Path.of("target", "sample-study");

  private SampleStudy() {}

  /** Opens the sample study; takes no arguments. */
  public static void main(String[] args)
      throws IOException, InterruptedException, DicomException, StoreException, TableException {
    Path study = workingCopy(SAMPLE, COPY);
    if (GraphicsEnvironment.isHeadless()) {
      PrintStream out =
          new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
      out.print(new SampleReading(study, Locale.getDefault()).run());
      out.flush();
      return;
    }
    CountDownLatch closed = new CountDownLatch(1);
    ImageJ host = new ImageJ();
    host.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosed(WindowEvent e) {
            closed.countDown();
          }
        });
    StudyOpener.standard().openTelling(study);
    closed.await();
  }

  /** Makes a fresh copy of a folder of the sample images. */
  static Path workingCopy(Path source, Path target) throws IOException {
    if (!Files.isDirectory(source)) {
      throw new IOException(
          source + " does not exist; run this in the folder of the project's sources.");
    }
    if (Files.exists(target)) {
      Files.walkFileTree(target, new Deletion());
    }
    try (var files = Files.walk(source)) {
      for (Path file : files.toList()) {
        Path copy = target.resolve(source.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
    return target;
  }

  /** Deletes a folder with everything in it. */
  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException problem) throws IOException {
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
