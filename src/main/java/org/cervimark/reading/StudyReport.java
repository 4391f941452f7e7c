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
 * @param predecessors document UIDs of the revisions it replaces, the first its own forerunner;
 *     more than one where it joins what two people saved at once
 * @param savedAt when it was saved, local time
 * @param reader who saved it
 * @param catalogueVersion version of the catalogue in force
 * @param readings one for each image read
 * @param filmValues the values over several films
 * @param remarks what the reader says of the study
 * @param verification who answers for this revision, if anybody has signed it
 */
public record StudyReport(
    String studyInstanceUid,
    Patient patient,
    Study study,
    String lineage,
    String documentUid,
    int revision,
    List<String> predecessors,
    LocalDateTime savedAt,
    PersonName reader,
    String catalogueVersion,
    List<Reading> readings,
    List<MeasuredValue> filmValues,
    StudyRemarks remarks,
    Optional<Verification> verification) {

  /** Copies the lists and refuses revision numbers below 1. */
  public StudyReport {
    predecessors = List.copyOf(predecessors);
    readings = List.copyOf(readings);
    filmValues = List.copyOf(filmValues);
    if (revision < 1) {
      throw new IllegalArgumentException("revisions count from 1: " + revision);
    }
  }

  /** Document UID of the revision it replaces; of several the first. */
  public Optional<String> predecessor() {
    return predecessors.stream().findFirst();
  }

  /** The same revision with other content, as it would be saved. */
  public StudyReport with(List<Reading> otherReadings, StudyRemarks otherRemarks) {
    return new StudyReport(
        studyInstanceUid,
        patient,
        study,
        lineage,
        documentUid,
        revision,
        predecessors,
        savedAt,
        reader,
        catalogueVersion,
        otherReadings,
        filmValues,
        otherRemarks,
        verification);
  }

  /** Whether somebody has signed it. */
  public boolean isVerified() {
    return verification.isPresent();
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
