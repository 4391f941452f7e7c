package org.cervimark.dicom.sr;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A reference from a content item to an image (PS3.3 C.18.4).
 *
 * @param sopClassUid Referenced SOP Class UID (0008,1150)
 * @param sopInstanceUid Referenced SOP Instance UID (0008,1155)
 * @param frame Referenced Frame Number (0008,1160); present for multi-frame images only
 * @param presentation SOP Instance UID of the presentation state that shows the image, if one is
 *     named
 */
record ObjectCitation(
    String sopClassUid, String sopInstanceUid, OptionalInt frame, Optional<String> presentation) {

  /** Refuses empty UIDs and frame numbers below 1. */
  ObjectCitation {
    if (sopClassUid.isEmpty() || sopInstanceUid.isEmpty()) {
      throw new IllegalArgumentException("a reference names class and instance");
    }
    if (frame.isPresent() && frame.getAsInt() < 1) {
      throw new IllegalArgumentException("frames count from 1: " + frame.getAsInt());
    }
  }

  /** The same reference without the presentation state. */
  ObjectCitation plain() {
    return new ObjectCitation(sopClassUid, sopInstanceUid, frame, Optional.empty());
  }

  /** The same reference shown by a presentation state. */
  ObjectCitation shownBy(String presentationUid) {
    return new ObjectCitation(sopClassUid, sopInstanceUid, frame, Optional.of(presentationUid));
  }

  /** The same reference shown by a presentation state, if there is one. */
  ObjectCitation shownBy(Optional<String> presentationUid) {
    return presentationUid.map(this::shownBy).orElse(plain());
  }

  /** The image and frame that are named. */
  ImageKey key() {
    return new ImageKey(sopInstanceUid, frame.orElse(1));
  }
}
