package org.cervimark.measurement.expression;

import org.cervimark.geometry.Line2;
import org.cervimark.geometry.Point2;

/** A line with the stretch of it that its landmarks span: from the line's origin to its end. */
record Span(Line2 line, double length) {

  static Span between(Point2 from, Point2 to) {
    return new Span(Line2.through(from, to), from.distanceTo(to));
  }

  Point2 start() {
    return line.origin();
  }

  Point2 end() {
    return line.at(length);
  }
}
