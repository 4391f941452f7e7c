package org.cervimark.reading;

import java.io.IOException;
import java.nio.file.Path;

/** The journal cannot be kept or read; the shells find the sentence for it. */
public final class JournalException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Path place;

  /**
   * With its place.
   *
   * @param place the file or folder concerned
   */
  public JournalException(Path place, IOException cause) {
    super(place + ": " + cause, cause);
    this.place = place;
  }

  /** The file or folder concerned. */
  public Path place() {
    return place;
  }
}
