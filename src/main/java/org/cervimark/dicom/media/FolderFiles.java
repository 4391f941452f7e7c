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
import java.util.List;
import org.cervimark.dicom.DicomException;
import org.cervimark.dicom.DicomMessages;

/**
 * The files of a folder and the folders below it, links followed, in the order of their names.
 *
 * @param readable the regular files
 * @param denied files and folders that could not be looked at
 */
record FolderFiles(List<Path> readable, List<Path> denied) {

  /**
   * Lists a folder; of a file, the file itself.
   *
   * @throws DicomException if the folder itself cannot be listed
   */
  static FolderFiles below(Path folder) throws DicomException {
    List<Path> readable = new ArrayList<>();
    List<Path> denied = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile()) {
                readable.add(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException cause)
                throws IOException {
              if (file.equals(folder)) {
                throw cause;
              }
              if (!(cause instanceof FileSystemLoopException)) {
                denied.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new DicomException(DicomMessages.text("read.denied", folder), e);
    }
    readable.sort(Comparator.naturalOrder());
    return new FolderFiles(readable, denied);
  }
}
