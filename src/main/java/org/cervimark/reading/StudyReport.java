package org.cervimark.reading;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.cervimark.image.ImageReference;
import org.cervimark.image.Patient;
import org.cervimark.image.PersonName;
import org.cervimark.image.Study;

/**
 * One saved revision: all readings of a study, who saved them and when. Each revision is complete;
 * it replaces its predecessor without touching it.
 *
 * @param studyInstanceUid the study
 * @param patient the patient, as the images name them
 * @param study date, time and description of the study
 * @param lineage Series Instance UID shared by all revisions of one lineage
 * @param documentUid SOP Instance UID of this revision
 * @param revision number of this revision in its lineage, from 1
 * @param predecessor document UID of the revision it replaces
 * @param savedAt when it was saved, local time
 * @param reader who saved it
 * @param catalogueVersion version of the catalogue in force
 * @param readings one for each image read
 */
public record StudyReport(
    String studyInstanceUid,
    Patient patient,
    Study study,
    String lineage,
    String documentUid,
    int revision,
    Optional<String> predecessor,
    LocalDateTime savedAt,
    PersonName reader,
    String catalogueVersion,
    List<Reading> readings) {

  /** Copies the list and refuses revision numbers below 1. */
  public StudyReport {
    readings = List.copyOf(readings);
    if (revision < 1) {
      throw new IllegalArgumentException("revisions count from 1: " + revision);
    }
  }

  /** The reading of an image, if this revision has one. */
  public Optional<Reading> reading(ImageReference image) {
    return readings.stream()
        .filter(
            r ->
                r.image().sopInstanceUid().equals(image.sopInstanceUid())
                    && r.image().frame() == image.frame())
        .findFirst();
  }
}
