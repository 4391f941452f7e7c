package org.cervimark.dicom.toolkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/** Files that appear under their name complete or not at all, and replace nothing. */
final class NewFile {

  /** What writes the contents. */
  @FunctionalInterface
  interface Contents {
    void writeTo(OutputStream out) throws IOException;
  }

  private static final String PREFIX = ".cervimark-";
  private static final String SUFFIX = ".part";

  /** Nothing of ours takes that long to write. */
  private static final Duration ABANDONED = Duration.ofHours(1);

  private NewFile() {}

  /** Whether a file is one that was being written when the program or the computer stopped. */
  static boolean isUnfinished(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
  }

  /**
   * Writes beside the target, forces the bytes to the device, reads them back, and gives them the
   * target's name in one step. What earlier programs left unfinished in the folder is removed.
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
    sweep(folder);
    // Not Files.createTempFile, whose files nobody but their owner may read.
    Path temporary = folder.resolve(PREFIX + UUID.randomUUID() + SUFFIX);
    try {
      CRC32C written = new CRC32C();
      try (FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
        OutputStream out = new CheckedOutputStream(Channels.newOutputStream(channel), written);
        contents.writeTo(out);
        out.flush();
        channel.force(true);
      }
      if (checksum(temporary) != written.getValue()) {
        throw new IOException("the device does not give back what was written to it: " + target);
      }
      reveal(temporary, target);
    } finally {
      Files.deleteIfExists(temporary);
    }
    forceEntry(folder);
  }

  private static long checksum(Path file) throws IOException {
    CRC32C found = new CRC32C();
    try (InputStream in = new CheckedInputStream(Files.newInputStream(file), found)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return found.getValue();
  }

  /** Removes what was being written when a program was killed; what is new may still be written. */
  private static void sweep(Path folder) throws IOException {
    Instant old = Instant.now().minus(ABANDONED);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
      for (Path file : files) {
        if (isUnfinished(file) && Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    } catch (NoSuchFileException e) {
      // Another program swept at the same moment, or the folder is gone, which writing will find.
      return;
    }
  }

  // A hard link never replaces what is there; an atomic move does on some systems.
  private static void reveal(Path temporary, Path target) throws IOException {
    try {
      Files.createLink(target, temporary);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      // For file systems without links. Where the name is taken meanwhile, this refuses too.
      Files.move(temporary, target);
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
