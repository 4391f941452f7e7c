package org.cervimark.dicom.toolkit;

/**
 * Makes the toolkit fit for use. {@link DataSetReader} and {@link DataSetWriter} call {@link
 * #start()} themselves; code that builds or decodes data sets by other ways calls it first.
 *
 * <p>Each repair first looks whether its defect is there, so that the same code runs on a toolkit
 * without it.
 */
public final class Toolkit {

  private Toolkit() {}

  /** Repairs what must be repaired before the first use; later calls return at once. */
  public static void start() {
    Started.now();
  }

  /** Loaded once by the virtual machine, which makes the start thread-safe without a flag. */
  private static final class Started {
    static {
      LogRepair.apply();
      CharacterSetRepair.apply();
      ImageIoRepair.apply();
    }

    private static void now() {
      // Being called is all it takes.
    }
  }
}
