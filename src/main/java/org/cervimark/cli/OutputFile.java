package org.cervimark.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.UUID;
import org.cervimark.report.Wording;

/**
 * A file that appears under its name complete or not at all. An existing file is replaced only on
 * request, and a DICOM file never: it might be an original.
 */
final class OutputFile {

  /** What writes the contents. */
  @FunctionalInterface
  interface Contents {
    void writeTo(OutputStream out) throws IOException;
  }

  private static final byte[] DICOM_PREFIX = {'D', 'I', 'C', 'M'};
  private static final int PREAMBLE = 128;

  private final Path target;
  private final boolean replace;
  private final Wording wording;

  /**
   * A file to write.
   *
   * @param replace whether an existing file that is not DICOM may be replaced
   */
  OutputFile(Path target, boolean replace, Wording wording) {
    this.target = target;
    this.replace = replace;
    this.wording = wording;
  }

  /**
   * Refuses at once what {@link #write} would refuse after the work is done.
   *
   * @throws OutputException if the file exists and may not be replaced, or its folder is missing
   */
  void check() throws OutputException {
    try {
      refuseExisting();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /**
   * Writes the file.
   *
   * @throws OutputException if it could not be written; the old file, if any, is as it was
   */
  void write(Contents contents) throws OutputException {
    try {
      refuseExisting();
      Path folder = target.toAbsolutePath().getParent();
      Path temporary = target.resolveSibling(".cervimark-" + UUID.randomUUID() + ".part");
      if (folder == null || !Files.isDirectory(folder)) {
        throw new NoSuchFileException(target.toString());
      }
      try {
        try (FileChannel channel =
            FileChannel.open(temporary, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
          OutputStream out = Channels.newOutputStream(channel);
          contents.writeTo(out);
          out.flush();
          channel.force(true);
        }
        if (replace) {
          Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } else {
          Files.move(temporary, target);
        }
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private void refuseExisting() throws IOException, OutputException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new NoSuchFileException(target.toString());
    }
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!replace) {
      throw new FileAlreadyExistsException(target.toString());
    }
    if (!Files.isRegularFile(target)) {
      throw new OutputException(wording.get("output.notAFile", target.toString()));
    }
    if (isDicom(target)) {
      throw new OutputException(wording.get("output.dicom", target.toString()));
    }
  }

  private static boolean isDicom(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(PREAMBLE + DICOM_PREFIX.length);
      return start.length == PREAMBLE + DICOM_PREFIX.length
          && Arrays.equals(start, PREAMBLE, start.length, DICOM_PREFIX, 0, DICOM_PREFIX.length);
    }
  }

  private OutputException failure(IOException cause) {
    return new OutputException(OutputFailure.sentence(target, cause, wording), cause);
  }
}
