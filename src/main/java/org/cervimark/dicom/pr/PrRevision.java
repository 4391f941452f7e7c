package org.cervimark.dicom.pr;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.cervimark.dicom.module.DerivedSeries;
import org.cervimark.dicom.module.Installation;
import org.cervimark.graphic.Graphic;
import org.cervimark.image.PersonName;
import org.cervimark.reading.MeasuredValue;
import org.cervimark.reading.Reading;

/**
 * All that goes into one presentation state.
 *
 * @param reading what it shows
 * @param filmValues the values over several films that use this one, with their lines on it
 * @param reader who read it
 * @param series the series it belongs to
 * @param instance which object of the series it is; its class is not looked at
 * @param multiFrame whether the image has several frames
 * @param header the header of the image
 * @param installation who writes it
 */
public record PrRevision(
    Reading reading,
    Map<MeasuredValue, List<Graphic>> filmValues,
    PersonName reader,
    DerivedSeries series,
    DerivedSeries.Instance instance,
    boolean multiFrame,
    Attributes header,
    Installation installation) {

  /** Copies the values in their order. */
  public PrRevision {
    filmValues = Collections.unmodifiableMap(new LinkedHashMap<>(filmValues));
  }
}
