package org.cervimark.dicom.sr;

import org.cervimark.image.ImageReference;

/**
 * What tells the images of a study apart.
 *
 * @param sopInstanceUid SOP Instance UID
 * @param frame frame number from 1
 */
public record ImageKey(String sopInstanceUid, int frame) {

  /** The key of an image. */
  public static ImageKey of(ImageReference image) {
    return new ImageKey(image.sopInstanceUid(), image.frame());
  }
}
