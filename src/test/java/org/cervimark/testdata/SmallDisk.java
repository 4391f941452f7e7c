package org.cervimark.testdata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A disk of its own in memory, small, or not to be written; gone when closed. */
public final class SmallDisk implements AutoCloseable {

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /**
   * Mounts a disk; skips the test where that is not allowed.
   *
   * @param folder an empty folder
   * @param size such as {@code 64k}
   */
  public static SmallDisk at(Path folder, String size) {
    Assumptions.assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=" + size, "none", folder.toString()) == 0,
        "SKIPPED: only root may mount a small disk; run the tests as root");
    return new SmallDisk(folder);
  }

  /** Where it is. */
  public Path folder() {
    return folder;
  }

  /** Changes its size. */
  public void resize(String size) {
    remount("size=" + size);
  }

  /** From now on it can only be read. */
  public void protect() {
    remount("ro");
  }

  private void remount(String option) {
    if (run("mount", "-o", "remount," + option, folder.toString()) != 0) {
      throw new IllegalStateException("cannot be mounted anew: " + option);
    }
  }

  @Override
  public void close() {
    run("umount", folder.toString());
  }

  private static int run(String... words) {
    List<String> command = new ArrayList<>(List.of(words));
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    } catch (IOException e) {
      return -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }
}
