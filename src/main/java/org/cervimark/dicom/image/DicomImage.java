package org.cervimark.dicom.image;

import java.nio.file.Path;
import org.cervimark.image.GreyScale;
import org.cervimark.image.Radiograph;
import org.cervimark.image.StoredPixels;

/**
 * One frame of an image file with its pixels.
 *
 * @param file where it was read from
 * @param radiograph what the header says
 * @param pixels the stored pixel values
 * @param greyScale how they become grey
 */
public record DicomImage(
    Path file, Radiograph radiograph, StoredPixels pixels, GreyScale greyScale) {}
