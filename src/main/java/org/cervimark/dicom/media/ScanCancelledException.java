package org.cervimark.dicom.media;

/** A scan was stopped by the one who watches it. */
final class ScanCancelledException extends Exception {

  private static final long serialVersionUID = 1L;

  ScanCancelledException() {
    super("the scan was cancelled");
  }
}
