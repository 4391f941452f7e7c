package org.cervimark.image;

/**
 * Which modality values are of interest and how they spread between black and white (PS3.3 C.11.2):
 * a window or the table of a VOI LUT Sequence.
 */
public sealed interface Voi permits Window, VoiTable {

  /** What a modality value becomes, from 0, the lowest presentation value, to 1, the highest. */
  double share(double modalityValue);

  /** What the header says it is good for, possibly empty. */
  String explanation();
}
