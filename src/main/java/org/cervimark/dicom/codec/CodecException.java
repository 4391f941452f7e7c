package org.cervimark.dicom.codec;

/**
 * A frame's code stream is malformed, or does not belong to the image that its header describes.
 * The message says what is wrong with it, for developers.
 */
public final class CodecException extends Exception {

  private static final long serialVersionUID = 1L;

  /** With what is wrong. */
  public CodecException(String message) {
    super(message);
  }

  /** With what is wrong and what lies behind it. */
  public CodecException(String message, Throwable cause) {
    super(message, cause);
  }
}
