package org.cervimark.dicom.module;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Properties;

/**
 * A properties file of the program's own, which is there as a whole or not at all, whenever the
 * program or the computer stops.
 */
final class PropertiesFile {

  private PropertiesFile() {}

  /** What a file says. */
  static Properties load(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }

  /** Writes a file in place of what was there. */
  static void replace(Path file, Properties properties, String comment) throws IOException {
    Path partial = written(file, properties, comment);
    try {
      Files.move(
          partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  /** Makes a file. Where another program makes it at the same moment, the first one's counts. */
  static void create(Path file, Properties properties, String comment) throws IOException {
    Path partial = written(file, properties, comment);
    try {
      Files.createLink(file, partial);
    } catch (UnsupportedOperationException e) {
      Files.move(partial, file);
    } catch (FileAlreadyExistsException e) {
      // The other program's file counts.
      return;
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  /** The properties on the device, beside the file that they will be. */
  private static Path written(Path file, Properties properties, String comment) throws IOException {
    StringWriter text = new StringWriter();
    properties.store(text, comment);
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path partial = Files.createTempFile(folder, String.valueOf(file.getFileName()), ".part");
    boolean complete = false;
    try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.toString());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
      complete = true;
    } finally {
      if (!complete) {
        Files.deleteIfExists(partial);
      }
    }
    return partial;
  }
}
