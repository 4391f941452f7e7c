package org.cervimark.image;

import java.util.List;

/**
 * When the frames of a film are shown.
 *
 * @param starts for each frame the time since the first one, milliseconds, not falling
 */
public record FrameTimes(List<Double> starts) {

  /** Copies the list and refuses times that run backward. */
  public FrameTimes {
    starts = List.copyOf(starts);
    for (int i = 1; i < starts.size(); i++) {
      if (!(starts.get(i) >= starts.get(i - 1))) {
        throw new IllegalArgumentException("times run backward at frame " + (i + 1));
      }
    }
  }

  /** The mean time from frame to frame in milliseconds; 0 for a single frame. */
  public double meanStep() {
    return starts.size() < 2 ? 0 : starts.get(starts.size() - 1) / (starts.size() - 1);
  }
}
