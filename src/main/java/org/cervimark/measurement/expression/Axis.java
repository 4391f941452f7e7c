package org.cervimark.measurement.expression;

import org.cervimark.geometry.Angles;
import org.cervimark.geometry.Point2;

/** The sense in which a line is meant to run. */
enum Axis {
  /** Toward anterior (lateral view) or the patient's left (frontal and transverse views). */
  FORWARD,
  /** Toward superior (lateral and frontal views) or anterior (transverse view). */
  UPWARD;

  /**
   * By how much a vector is turned anticlockwise out of this axis, degrees in (-180, 180].
   *
   * <p>For FORWARD this is the elevation, for UPWARD the inclination with its sign changed.
   */
  double deviation(Point2 vector) {
    return this == FORWARD
        ? Angles.elevation(vector)
        : Angles.normalise(-Angles.inclination(vector));
  }
}
