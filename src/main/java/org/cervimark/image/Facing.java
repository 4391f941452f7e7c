package org.cervimark.image;

/** The edge of the displayed lateral image toward which the patient looks. */
public enum Facing {
  /** The patient looks to the left edge. */
  LEFT,
  /** The patient looks to the right edge. */
  RIGHT
}
