package org.cervimark.dicom.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.aoju.bus.image.Tag;
import org.cervimark.dicom.toolkit.Elements;
import org.cervimark.image.FrameTimes;

/** Reads how fast a film runs (PS3.3 C.7.6.5). */
final class FrameTimeRules {

  private static final double SECOND = 1000;

  private FrameTimeRules() {}

  static Optional<FrameTimes> times(Elements elements, int frames) {
    return vector(elements, frames)
        .or(() -> steady(elements.number(Tag.FrameTime), frames))
        .or(() -> steady(period(elements.number(Tag.CineRate)), frames))
        .or(() -> steady(period(elements.number(Tag.RecommendedDisplayFrameRate)), frames));
  }

  /** The vector holds the time from the frame before; the first is that of the first frame, 0. */
  private static Optional<FrameTimes> vector(Elements elements, int frames) {
    Optional<List<Double>> steps = elements.numbers(Tag.FrameTimeVector);
    if (steps.isEmpty()
        || steps.get().size() != frames
        || steps.get().stream().anyMatch(step -> step < 0)) {
      return Optional.empty();
    }
    List<Double> starts = new ArrayList<>();
    double time = 0;
    for (int i = 0; i < frames; i++) {
      time += i == 0 ? 0 : steps.get().get(i);
      starts.add(time);
    }
    return Optional.of(new FrameTimes(starts));
  }

  private static Optional<FrameTimes> steady(OptionalDouble step, int frames) {
    if (step.isEmpty() || !(step.getAsDouble() > 0)) {
      return Optional.empty();
    }
    List<Double> starts = new ArrayList<>();
    for (int i = 0; i < frames; i++) {
      starts.add(i * step.getAsDouble());
    }
    return Optional.of(new FrameTimes(starts));
  }

  private static OptionalDouble period(OptionalDouble rate) {
    return rate.isPresent() && rate.getAsDouble() > 0
        ? OptionalDouble.of(SECOND / rate.getAsDouble())
        : OptionalDouble.empty();
  }
}
