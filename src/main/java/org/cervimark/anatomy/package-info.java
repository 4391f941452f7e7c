/**
 * What is named in a neck: projections, views and the landmark dictionary with its definitions.
 * Start with {@link org.cervimark.anatomy.Landmark} and {@link
 * org.cervimark.anatomy.LandmarkDictionary}.
 */
@org.jspecify.annotations.NullMarked
package org.cervimark.anatomy;
