package org.cervimark.image;

/** Where the patient orientation that a reading uses comes from. */
public enum OrientationSource {
  /** Patient Orientation (0020,0020) of the image. */
  HEADER,
  /** All anterior and posterior landmark pairs agree. */
  LANDMARKS,
  /** The reader confirmed it, on frontal films against the side marker. */
  READER
}
