package org.cervimark.dicom.media;

/** Watches a scan and may stop it. Called on the thread that scans. */
public interface ScanWatch {

  /** Watches nothing and never stops. */
  ScanWatch NONE =
      new ScanWatch() {
        @Override
        public void progress(int done, int total) {
          // Nobody looks.
        }

        @Override
        public boolean isCancelled() {
          return false;
        }
      };

  /**
   * Tells how far the scan is.
   *
   * @param done files looked at
   * @param total files to look at; 0 while they are still being listed, {@code done} then counts
   *     those found
   */
  void progress(int done, int total);

  /** Whether the scan shall stop; asked between files. */
  boolean isCancelled();
}
