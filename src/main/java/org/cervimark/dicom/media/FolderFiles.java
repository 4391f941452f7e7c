package org.cervimark.dicom.media;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.DicomMessages;

/**
 * The files of a folder and the folders below it, links followed, in the order of their names. A
 * file or folder that several links lead to is listed once.
 *
 * @param readable the regular files
 * @param denied files and folders that could not be looked at
 */
record FolderFiles(List<Path> readable, List<Path> denied) {

  /** How many files are found between two reports of progress. */
  private static final int STRIDE = 256;

  /**
   * Lists a folder; of a file, the file itself.
   *
   * @throws DicomException if the folder itself cannot be listed
   */
  static FolderFiles below(Path folder) throws DicomException {
    try {
      return below(folder, ScanWatch.NONE);
    } catch (ScanCancelledException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Lists a folder while somebody watches.
   *
   * @throws DicomException if the folder itself cannot be listed
   * @throws ScanCancelledException if the watcher stops it
   */
  static FolderFiles below(Path folder, ScanWatch watch)
      throws DicomException, ScanCancelledException {
    Visitor visitor = new Visitor(folder, watch);
    try {
      Files.walkFileTree(
          folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
    } catch (IOException e) {
      throw new DicomException(DicomMessages.text("read.denied", folder), e);
    }
    if (watch.isCancelled()) {
      throw new ScanCancelledException();
    }
    List<Path> files = visitor.files();
    files.sort(Comparator.naturalOrder());
    return new FolderFiles(files, visitor.denied);
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {

    private final Path root;
    private final ScanWatch watch;
    private final Set<Object> visited = new HashSet<>();
    private final Map<Object, Path> links = new LinkedHashMap<>();
    private final List<Path> readable = new ArrayList<>();
    private final List<Path> denied = new ArrayList<>();

    Visitor(Path root, ScanWatch watch) {
      this.root = root;
      this.watch = watch;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (watch.isCancelled()) {
        return FileVisitResult.TERMINATE;
      }
      return isNew(attributes) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()) {
        if (attributes.fileKey() != null && Files.isSymbolicLink(file)) {
          links.putIfAbsent(attributes.fileKey(), file);
          return FileVisitResult.CONTINUE;
        }
        if (attributes.fileKey() != null) {
          visited.add(attributes.fileKey());
        }
        readable.add(file);
        if (readable.size() % STRIDE == 0) {
          watch.progress(readable.size(), 0);
          if (watch.isCancelled()) {
            return FileVisitResult.TERMINATE;
          }
        }
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException cause) throws IOException {
      if (file.equals(root)) {
        throw cause;
      }
      if (!(cause instanceof FileSystemLoopException)) {
        denied.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    /** All files; of those that links lead to only the ones not met otherwise. */
    List<Path> files() {
      List<Path> files = new ArrayList<>(readable);
      links.forEach(
          (key, link) -> {
            if (!visited.contains(key)) {
              files.add(link);
            }
          });
      return files;
    }

    /** Systems without file keys cannot tell; what is listed twice there is only slower. */
    private boolean isNew(BasicFileAttributes attributes) {
      return attributes.fileKey() == null || visited.add(attributes.fileKey());
    }
  }
}
