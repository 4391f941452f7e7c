package org.cervimark.dicom.sr;

import java.util.List;
import java.util.Map;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.cervimark.dicom.module.DerivedSeries;
import org.cervimark.dicom.module.Installation;
import org.cervimark.reading.StudyReport;

/**
 * All that goes into one revision of a report.
 *
 * @param report what it says
 * @param series the series it belongs to; its UID is the report's lineage
 * @param predecessors the revisions it replaces; none for the first one
 * @param images what must be known of each image that is read
 * @param header the header of an image of the study, from which patient and study are copied
 * @param installation who writes it
 */
public record SrRevision(
    StudyReport report,
    DerivedSeries series,
    List<SrDocument> predecessors,
    Map<ImageKey, ImageContext> images,
    Attributes header,
    Installation installation) {

  /** Copies the collections and refuses a report of another series. */
  public SrRevision {
    predecessors = List.copyOf(predecessors);
    images = Map.copyOf(images);
    if (!series.uid().equals(report.lineage())) {
      throw new IllegalArgumentException("a lineage is a series: " + report.lineage());
    }
  }
}
