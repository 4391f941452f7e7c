/**
 * Points, lines, fits and angles of the plane. No units, no anatomy, no pixels; imports nothing of
 * ours. Start with {@link org.cervimark.geometry.Point2} and {@link org.cervimark.geometry.Line2}.
 */
@org.jspecify.annotations.NullMarked
package org.cervimark.geometry;
