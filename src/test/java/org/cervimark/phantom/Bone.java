package org.cervimark.phantom;

/**
 * How a bone fills its outline, as lengths of compact bone that the ray meets.
 *
 * @param core path through the middle, mm
 * @param rounding depth over which the path rises from the edge to the core, mm
 * @param rim additional path at the cortical edge, mm
 * @param cortex thickness of the cortical edge, mm
 * @param grain relative depth of the trabecular pattern
 */
record Bone(double core, double rounding, double rim, double cortex, double grain) {

  /** Path at a depth inside the outline, before the trabecular pattern. */
  double path(double depth, double rimWeight) {
    double body = core;
    if (depth < rounding) {
      double u = 1 - depth / rounding;
      body = core * Math.sqrt(1 - u * u);
    }
    double t = depth / cortex;
    double edge = t < 1 ? Math.sqrt(t * (2 - t)) : 1 / (1 + 1.2 * (t - 1) * (t - 1));
    return body + rim * rimWeight * edge;
  }

  Bone times(double factor) {
    return new Bone(core * factor, rounding, rim * factor, cortex, grain);
  }
}
