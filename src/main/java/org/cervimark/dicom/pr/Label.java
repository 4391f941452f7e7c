package org.cervimark.dicom.pr;

import org.cervimark.image.ImagePoint;

/**
 * A text on the image.
 *
 * @param text what it says
 * @param box where it stands
 * @param anchor what it belongs to
 * @param far whether it stands so far from its anchor that a line must join them
 */
record Label(String text, Box box, ImagePoint anchor, boolean far) {}
