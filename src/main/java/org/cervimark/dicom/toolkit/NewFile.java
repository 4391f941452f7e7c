package org.cervimark.dicom.toolkit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Files that appear under their name complete or not at all, and replace nothing. */
final class NewFile {

  /** What writes the contents. */
  @FunctionalInterface
  interface Contents {
    void writeTo(OutputStream out) throws IOException;
  }

  private static final String PREFIX = ".cervimark-";
  private static final String SUFFIX = ".part";

  private NewFile() {}

  /** Whether a file is one that was being written when the program or the computer stopped. */
  static boolean isUnfinished(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
  }

  /**
   * Writes beside the target, forces the bytes to the device, and gives them the target's name in
   * one step.
   *
   * @throws FileAlreadyExistsException if there is a file of that name
   */
  static void write(Path target, Contents contents) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new NoSuchFileException(String.valueOf(folder));
    }
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    // Not Files.createTempFile, whose files nobody but their owner may read.
    Path temporary = folder.resolve(PREFIX + UUID.randomUUID() + SUFFIX);
    try {
      try (FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
        OutputStream out = Channels.newOutputStream(channel);
        contents.writeTo(out);
        out.flush();
        channel.force(true);
      }
      reveal(temporary, target);
    } finally {
      Files.deleteIfExists(temporary);
    }
    forceEntry(folder);
  }

  // A hard link never replaces what is there; an atomic move does on some systems.
  private static void reveal(Path temporary, Path target) throws IOException {
    try {
      Files.createLink(target, temporary);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      moveOverReservation(temporary, target);
    }
  }

  // For file systems without links: the name is taken first by an empty file of ours, so that the
  // move replaces nothing of anybody's.
  private static void moveOverReservation(Path temporary, Path target) throws IOException {
    Files.createFile(target);
    boolean moved = false;
    try {
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      moved = true;
    } finally {
      if (!moved) {
        Files.deleteIfExists(target);
      }
    }
  }

  // Systems on which a folder cannot be opened keep its entries safe by themselves.
  private static void forceEntry(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      return;
    }
  }
}
