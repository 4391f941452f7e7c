package org.cervimark.imagej;

import org.cervimark.image.ImagePoint;

/**
 * The part of an image that is seen when it is not shown whole.
 *
 * @param centre the position in the middle
 * @param magnification screen pixels for each image column
 */
record Part(ImagePoint centre, double magnification) {}
