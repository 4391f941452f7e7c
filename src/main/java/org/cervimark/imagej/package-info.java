/**
 * CerviMark inside ImageJ: plugin commands, the viewer window, the landmark tool, the overlay and
 * the panels. The only package that sees {@code ij} and Swing. State lives in {@link
 * org.cervimark.reading.ReadingSession}; what is seen here is a projection of it.
 *
 * <p>Start with {@link org.cervimark.imagej.ViewerModel} (what is open, without widgets), {@link
 * org.cervimark.imagej.Marking} (what a click or a key does to the session) and {@link
 * org.cervimark.imagej.ViewerWindow}.
 */
@org.jspecify.annotations.NullMarked
package org.cervimark.imagej;
