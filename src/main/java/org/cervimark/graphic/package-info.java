/**
 * The shapes a measurement draws, in the vocabulary of the DICOM Graphic Annotation module (PS3.3
 * C.10.5): screen overlay, presentation state, report and structured report render the same shapes.
 * Start with {@link org.cervimark.graphic.Graphic}.
 */
@org.jspecify.annotations.NullMarked
package org.cervimark.graphic;
