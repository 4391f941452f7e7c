/**
 * What is known of a radiograph besides what is marked on it: identity, size, scale with its
 * provenance, orientation, and the one bridge between image and patient coordinates. Start with
 * {@link org.cervimark.image.Radiograph}, {@link org.cervimark.image.ImagePoint} and {@link
 * org.cervimark.image.PatientFrame}.
 */
@org.jspecify.annotations.NullMarked
package org.cervimark.image;
