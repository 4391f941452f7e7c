package org.cervimark.dicom.codec;

/**
 * A frame's code stream is malformed, or does not belong to the image that its header describes.
 * The message says what is wrong with it, for developers.
 */
public final class CodecException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean unsupported;

  private CodecException(String message, boolean unsupported) {
    super(message);
    this.unsupported = unsupported;
  }

  /** With what is wrong. */
  public CodecException(String message) {
    this(message, false);
  }

  /** With what is wrong and what lies behind it. */
  public CodecException(String message, Throwable cause) {
    super(message, cause);
    unsupported = false;
  }

  /** For data that may be in order, but use a part of their standard that is not supported. */
  static CodecException unsupported(String message) {
    return new CodecException(message, true);
  }

  /** Whether the data may be in order. */
  public boolean unsupported() {
    return unsupported;
  }
}
