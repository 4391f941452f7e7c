/**
 * Deterministic generator of the synthetic cervical radiographs in {@code test-images/}.
 *
 * <p>The package is an independent witness: it uses nothing but the JDK, writes DICOM with its own
 * small writer and computes the true measurement values with its own vector arithmetic. It must not
 * import classes of the product, nor a DICOM toolkit.
 *
 * <p>Lengths are millimetres of the spacing stated in the image header, angles are degrees. Lateral
 * images are built in the frame (anterior, superior), frontal images in (patient left, superior),
 * transverse images in (patient left, anterior); {@link org.cervimark.phantom.Film} is the only
 * place that knows pixels.
 */
package org.cervimark.phantom;
