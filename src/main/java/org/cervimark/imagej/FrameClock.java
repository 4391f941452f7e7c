package org.cervimark.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cervimark.image.FrameTimes;

/**
 * Which frame of a film is due at which time; after the last frame comes the first.
 *
 * @param times when each frame is shown
 * @param length the time from the first frame to the first again, milliseconds
 */
record FrameClock(FrameTimes times, double length) {

  /** Milliseconds for each frame of a film that does not say how fast it runs. */
  static final double USUAL_STEP = 1000.0 / 15;

  /**
   * The clock of a film.
   *
   * @param stated the times that the header states, if it states any
   * @param frames how many frames there are, at least 1
   */
  static FrameClock of(Optional<FrameTimes> stated, int frames) {
    FrameTimes times =
        stated
            .filter(t -> t.starts().size() == frames && t.meanStep() > 0)
            .orElseGet(() -> steady(frames));
    double last = times.starts().get(frames - 1);
    return new FrameClock(times, last + (frames == 1 ? USUAL_STEP : times.meanStep()));
  }

  private static FrameTimes steady(int frames) {
    List<Double> starts = new ArrayList<>();
    for (int i = 0; i < frames; i++) {
      starts.add(i * USUAL_STEP);
    }
    return new FrameTimes(starts);
  }

  /**
   * The frame that is due, from 1.
   *
   * @param begun the frame from which on the film runs, from 1
   * @param elapsed milliseconds since then, not negative
   */
  int due(int begun, double elapsed) {
    double at = (times.starts().get(begun - 1) + elapsed) % length;
    int due = 1;
    while (due < times.starts().size() && times.starts().get(due) <= at) {
      due++;
    }
    return due;
  }
}
