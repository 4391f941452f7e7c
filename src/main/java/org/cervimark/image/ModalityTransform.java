package org.cervimark.image;

/**
 * From stored values to modality values, the first step of the grey-scale pipeline (PS3.3 C.11.1):
 * a rescale or the table of a Modality LUT Sequence.
 */
public sealed interface ModalityTransform permits Rescale, LookupTable {

  /** The modality value of a stored value. */
  double modalityValue(int stored);
}
