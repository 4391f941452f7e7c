package org.cervimark.anatomy;

/** The anatomical plane that a radiograph shows, and with it the two axes of the patient frame. */
public enum Projection {
  /** Sagittal plane: {@code u} = anterior, {@code v} = superior. */
  LATERAL,
  /** Coronal plane: {@code u} = the patient's left, {@code v} = superior. */
  FRONTAL,
  /** Transverse plane: {@code u} = the patient's left, {@code v} = anterior. */
  TRANSVERSE
}
