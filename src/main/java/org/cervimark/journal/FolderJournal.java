package org.cervimark.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.cervimark.image.ImageReference;
import org.cervimark.reading.Draft;
import org.cervimark.reading.Journal;
import org.cervimark.reading.JournalException;

/**
 * A journal in a folder. Each session has a file of its own, so that several programs share the
 * folder without meeting; a file that a living program writes is locked by it and offered to nobody
 * else. File names hold the number of the process and random digits, and nothing of the patient.
 */
public final class FolderJournal implements Journal {

  /** The name that the folder has beside the user's settings. */
  public static final String NAME = "journal";

  private static final String SUFFIX = ".journal";
  private static final long OWN = ProcessHandle.current().pid();

  private final Path folder;
  private final Clock clock;

  /** A journal in a folder, which is made when something is written. */
  public FolderJournal(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** The folder. */
  Path folder() {
    return folder;
  }

  @Override
  public Page page(ImageReference image, Draft base) {
    return new JournalPage(this, image, base, clock);
  }

  @Override
  public List<Kept> kept(String studyInstanceUid) throws JournalException {
    List<Kept> kept = new ArrayList<>();
    for (Kept each : files().keySet()) {
      if (each.image().studyInstanceUid().equals(studyInstanceUid)) {
        kept.add(each);
      }
    }
    kept.sort(Comparator.comparing(Kept::changedAt));
    return kept;
  }

  @Override
  public void discard(Kept kept) throws JournalException {
    Map<Kept, Path> files = files();
    Path file = files.get(kept);
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new JournalException(file, e);
      }
    }
  }

  /** A name that no other file has; the folder is there afterwards. */
  Path newFile() throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
    }
    return folder.resolve(OWN + "-" + UUID.randomUUID() + SUFFIX);
  }

  /**
   * Takes the lock of a file of ours, waiting for the moment in which another program asks whether
   * anybody has it; on systems without locks there is none to take.
   */
  static void lock(FileChannel channel) {
    try {
      channel.lock();
    } catch (IOException e) {
      return;
    }
  }

  private Map<Kept, Path> files() throws JournalException {
    Map<Kept, Path> found = new HashMap<>();
    for (Path file : list()) {
      if (!isOwn(file)) {
        try {
          unlocked(file).ifPresent(kept -> found.put(kept, file));
        } catch (NoSuchFileException e) {
          // Another program has just finished with it, so that it offers nothing.
          found.values().remove(file);
        } catch (IOException e) {
          throw new JournalException(file, e);
        }
      }
    }
    return found;
  }

  private List<Path> list() throws JournalException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList();
    } catch (IOException e) {
      throw new JournalException(folder, e);
    }
  }

  /**
   * Whether a file belongs to this process. Such a file is never opened a second time, because
   * closing it would release its lock. An earlier process may have had our number.
   */
  private static boolean isOwn(Path file) {
    if (!String.valueOf(file.getFileName()).startsWith(OWN + "-")) {
      return false;
    }
    Optional<Instant> started = ProcessHandle.current().info().startInstant();
    try {
      return started.isEmpty()
          || !Files.getLastModifiedTime(file).toInstant().isBefore(started.get());
    } catch (IOException e) {
      return true;
    }
  }

  /**
   * What a file keeps if no living program writes it. The lock is a shared one, and asked for by
   * one thread at a time: programs that look at the same moment must not take each other for the
   * one that writes.
   */
  private static synchronized Optional<Kept> unlocked(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      try (FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
        if (lock == null) {
          return Optional.empty();
        }
      } catch (OverlappingFileLockException e) {
        // This very process has it open, under whatever name.
        return Optional.empty();
      } catch (IOException e) {
        // A file system without locks: nobody can hold one.
        return JournalRecords.read(Files.readAllBytes(file));
      }
    }
    return JournalRecords.read(Files.readAllBytes(file));
  }
}
