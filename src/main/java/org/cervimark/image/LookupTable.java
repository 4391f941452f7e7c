package org.cervimark.image;

/**
 * A look-up table as DICOM describes them (PS3.3 C.11.1.1): inputs below the first mapped value get
 * the first entry, inputs beyond the last mapped value the last.
 *
 * @param first the input that gets the first entry
 * @param entries the outputs, from 0 to {@code 2^bits - 1}; shared, not copied, and must not be
 *     changed
 * @param bits bits of an output, 1 to 16
 */
@SuppressWarnings("ArrayRecordComponent")
public record LookupTable(int first, int[] entries, int bits) implements ModalityTransform {

  /** Refuses tables without entries and entries that have not the bits. */
  public LookupTable {
    if (entries.length == 0 || bits < 1 || bits > 16) {
      throw new IllegalArgumentException(entries.length + " entries of " + bits + " bits");
    }
    for (int entry : entries) {
      if (entry < 0 || entry >> bits != 0) {
        throw new IllegalArgumentException("entry " + entry + " has more than " + bits + " bits");
      }
    }
  }

  /** The output for an input, which is rounded to a whole number first. */
  public int at(double input) {
    double index = Math.rint(input) - first;
    return entries[(int) Math.max(0, Math.min(entries.length - 1, index))];
  }

  /** The output for an input as a share of the largest output that the bits allow, 0 to 1. */
  public double share(double input) {
    return at(input) / (double) largest();
  }

  /** The largest output that the bits allow. */
  public int largest() {
    return (1 << bits) - 1;
  }

  @Override
  public double modalityValue(int stored) {
    return at(stored);
  }
}
