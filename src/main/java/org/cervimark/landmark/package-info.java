/**
 * Landmarks as a reader placed them: where, how well seen, by whom. Start with {@link
 * org.cervimark.landmark.Placement} and {@link org.cervimark.landmark.LandmarkSet}.
 */
@org.jspecify.annotations.NullMarked
package org.cervimark.landmark;
