/**
 * The language of the catalogue's formulas: from text to a typed tree, and from placed landmarks to
 * a value in the patient plane and the strokes that show how it came about. Knows no images, no
 * patients and no outcomes. Start with {@link org.cervimark.measurement.expression.Expression}; the
 * language is described in {@code LANGUAGE.md} beside the catalogue.
 */
@org.jspecify.annotations.NullMarked
package org.cervimark.measurement.expression;
