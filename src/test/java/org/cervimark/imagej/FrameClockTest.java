package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.cervimark.image.FrameTimes;
import org.junit.jupiter.api.Test;

/** Which frame is due, by hand. */
class FrameClockTest {

  @Test
  void framesAreDueAtTheirTimesAndBeginAnew() {
    FrameClock clock =
        FrameClock.of(Optional.of(new FrameTimes(List.of(0.0, 100.0, 150.0, 300.0))), 4);
    assertEquals(400, clock.length());
    assertEquals(1, clock.due(1, 0));
    assertEquals(1, clock.due(1, 99));
    assertEquals(2, clock.due(1, 100));
    assertEquals(3, clock.due(1, 299));
    assertEquals(4, clock.due(1, 399));
    assertEquals(1, clock.due(1, 400));
    assertEquals(2, clock.due(1, 4100));
    assertEquals(3, clock.due(3, 0));
    assertEquals(4, clock.due(3, 150));
    assertEquals(1, clock.due(3, 250));
  }

  @Test
  void aFilmWithoutUsableTimesRunsAtTheUsualSpeed() {
    List<Optional<FrameTimes>> unusable =
        List.of(
            Optional.empty(),
            Optional.of(new FrameTimes(List.of(0.0, 0.0, 0.0))),
            Optional.of(new FrameTimes(List.of(0.0, 10.0))));
    for (Optional<FrameTimes> stated : unusable) {
      FrameClock clock = FrameClock.of(stated, 3);
      assertEquals(200, clock.length(), 1e-9);
      assertEquals(2, clock.due(1, 67));
    }
  }
}
