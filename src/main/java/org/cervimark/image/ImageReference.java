package org.cervimark.image;

/**
 * Which image, and which frame of it, in the terms of PS3.3 10.3.
 *
 * @param studyInstanceUid Study Instance UID (0020,000D)
 * @param seriesInstanceUid Series Instance UID (0020,000E)
 * @param sopClassUid SOP Class UID (0008,0016)
 * @param sopInstanceUid SOP Instance UID (0008,0018)
 * @param frame frame number from 1
 */
public record ImageReference(
    String studyInstanceUid,
    String seriesInstanceUid,
    String sopClassUid,
    String sopInstanceUid,
    int frame) {

  /** Refuses empty UIDs and frame numbers below 1. */
  public ImageReference {
    if (studyInstanceUid.isEmpty()
        || seriesInstanceUid.isEmpty()
        || sopClassUid.isEmpty()
        || sopInstanceUid.isEmpty()) {
      throw new IllegalArgumentException("an image is named by four UIDs, none of them empty");
    }
    if (frame < 1) {
      throw new IllegalArgumentException("frames count from 1: " + frame);
    }
  }
}
