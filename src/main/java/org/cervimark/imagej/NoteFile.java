package org.cervimark.imagej;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a note as UTF-8 text or as PDF, whole or not at all. */
final class NoteFile {

  private NoteFile() {}

  /**
   * Writes a note, replacing what the file held.
   *
   * @throws IOException if it could not be written; the file is then as it was before
   */
  static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes a note as PDF, replacing what the file held.
   *
   * @throws IOException if it could not be written; the file is then as it was before
   */
  static void write(Path file, byte[] contents) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("not a file: " + file);
    }
    Path temporary = Files.createTempFile(folder, ".cervimark", ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(contents);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
