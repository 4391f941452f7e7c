package org.cervimark.dicom;

/**
 * A DICOM file or folder could not be read or written. The message is one sentence for people that
 * names the file, the cause and the remedy, and holds no patient data.
 */
public final class DicomException extends Exception {

  private static final long serialVersionUID = 1L;

  /** With the sentence for people. */
  public DicomException(String message) {
    super(message);
  }

  /** With the sentence for people and what lies behind it. */
  public DicomException(String message, Throwable cause) {
    super(message, cause);
  }
}
