package org.cervimark.measurement.expression;

import org.cervimark.geometry.Point2;
import org.cervimark.graphic.Graphic;

/**
 * A straight line to draw, in the patient plane.
 *
 * @param from one end
 * @param to the other end
 * @param role what the line means
 */
public record Stroke(Point2 from, Point2 to, Graphic.Role role) {}
