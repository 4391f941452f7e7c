package org.cervimark.dicom.sr;

import java.util.List;
import java.util.Set;
import org.cervimark.anatomy.LandmarkId;
import org.cervimark.dicom.module.ImageBounds;
import org.cervimark.graphic.Graphic;
import org.cervimark.reading.Reading;

/**
 * An image on which a value rests; a value over several films has several.
 *
 * @param reading its reading
 * @param citation the image as items refer to it
 * @param context what else is known of it
 * @param graphics what the value draws on it, within its bounds
 * @param used the landmarks of it on which the value depends
 */
record MeasuredImage(
    Reading reading,
    ObjectCitation citation,
    ImageContext context,
    List<Graphic> graphics,
    Set<LandmarkId> used) {

  MeasuredImage {
    graphics = new ImageBounds(reading.columns(), reading.rows()).clip(graphics);
    used = Set.copyOf(used);
  }
}
