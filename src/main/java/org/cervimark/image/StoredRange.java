package org.cervimark.image;

/**
 * A range of stored pixel values, both ends included.
 *
 * @param low the lowest
 * @param high the highest
 */
public record StoredRange(int low, int high) {

  /** Refuses a range whose ends are exchanged. */
  public StoredRange {
    if (low > high) {
      throw new IllegalArgumentException("range from " + low + " to " + high);
    }
  }

  /** Whether a value lies in it. */
  public boolean contains(int stored) {
    return stored >= low && stored <= high;
  }
}
