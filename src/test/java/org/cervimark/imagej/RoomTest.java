package org.cervimark.imagej;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the panels leave to the film. */
class RoomTest {

  /** Small pictures with their margins, and the edge between film and panel. */
  private static final int AROUND = 24 + 13;

  @ParameterizedTest
  @CsvSource({"780, 500", "1024, 700", "1280, 650", "1440, 820", "1720, 1000", "3840, 2100"})
  void theFilmHasHalfOfTheWindowAtLeast(int width, int height) {
    Room room = Room.in(width, height);
    assertTrue(
        width - room.side() - room.picture() - AROUND >= width / 2, () -> room + " of " + width);
  }

  @ParameterizedTest
  @CsvSource({"780, 500", "1024, 700", "1280, 650", "1440, 820", "1720, 1000"})
  void aLargerWindowShowsNoLess(int width, int height) {
    Room room = Room.in(width, height);
    Room larger = Room.in(width * 5 / 4, height * 5 / 4);
    assertTrue(larger.side() >= room.side() && larger.picture() >= room.picture());
    assertTrue((larger.keys() || !room.keys()) && (larger.schematic() || !room.schematic()));
    assertTrue(room.schematic() || !room.keys(), "keys stand beside the schematic");
  }
}
