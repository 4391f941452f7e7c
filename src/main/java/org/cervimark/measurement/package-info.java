/**
 * Measurements as data: the catalogue, the expression language of its formulas, and evaluation to a
 * value or a reason. Start with {@link org.cervimark.measurement.Catalogue}, {@link
 * org.cervimark.measurement.Measurement} and {@link org.cervimark.measurement.Outcome}.
 */
@org.jspecify.annotations.NullMarked
package org.cervimark.measurement;
