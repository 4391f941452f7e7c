package org.cervimark.imagej;

import java.util.Optional;
import org.cervimark.reading.FreeMark;

/** What the left button of the mouse does on the image while the landmark tool is in use. */
enum PointerJob {
  /** Places and moves landmarks. */
  LANDMARKS(Optional.empty()),
  /** Changes brightness and contrast. */
  WINDOW(Optional.empty()),
  /** Draws an angle at a corner. */
  ANGLE(Optional.of(FreeMark.Kind.ANGLE)),
  /** Draws the angle between two lines. */
  COBB(Optional.of(FreeMark.Kind.COBB)),
  /** Draws a distance. */
  DISTANCE(Optional.of(FreeMark.Kind.DISTANCE)),
  /** Writes a note beside a place. */
  NOTE(Optional.of(FreeMark.Kind.NOTE)),
  /** Marks both ends of an object of known length. */
  CALIBRATE(Optional.of(FreeMark.Kind.DISTANCE));

  private final Optional<FreeMark.Kind> draws;

  PointerJob(Optional<FreeMark.Kind> draws) {
    this.draws = draws;
  }

  /** What it draws beside the protocol, if anything. */
  Optional<FreeMark.Kind> draws() {
    return draws;
  }
}
