package org.cervimark.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.cervimark.report.Wording;

/** Why something could not be written, and what to do about it, in one sentence. */
final class OutputFailure {

  /** With less room than this a disk is full: no file of ours is smaller. */
  private static final long LEAST_ROOM = 4096;

  private OutputFailure() {}

  /**
   * The sentence.
   *
   * @param target the file or folder that was to be written
   * @param cause what the system said
   */
  static String sentence(Path target, IOException cause, Wording wording) {
    Path there = nearestThere(target.toAbsolutePath().normalize());
    boolean below = !there.equals(target.toAbsolutePath().normalize());
    if (below && !Files.isDirectory(there)) {
      return wording.get("output.blocked", target.toString(), there.toString());
    }
    String key = "output.device";
    if (cause instanceof FileAlreadyExistsException) {
      key = "output.exists";
    } else if (cause instanceof NoSuchFileException) {
      key = "output.folder";
    } else if (isReadOnly(there)) {
      key = "output.readonly";
    } else if (cause instanceof AccessDeniedException) {
      key = "output.denied";
    } else if (isFull(there)) {
      key = "output.full";
    }
    return wording.get(key, target.toString());
  }

  private static Path nearestThere(Path path) {
    Path there = path;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there;
  }

  private static boolean isReadOnly(Path there) {
    try {
      return Files.getFileStore(there).isReadOnly();
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isFull(Path there) {
    try {
      FileStore store = Files.getFileStore(there);
      return store.getTotalSpace() > 0 && store.getUsableSpace() < LEAST_ROOM;
    } catch (IOException e) {
      return false;
    }
  }
}
