package org.cervimark.reading;

import java.util.List;
import java.util.Optional;

/**
 * What is to be saved of a study.
 *
 * @param studyInstanceUid the study
 * @param readings the readings that are new or changed; those of other images are carried over
 * @param remarks what the reader says of the study; empty to keep what is said
 * @param base document UID of the revision on which the changes rest; empty for the newest one
 */
public record RevisionDraft(
    String studyInstanceUid,
    List<Reading> readings,
    Optional<StudyRemarks> remarks,
    Optional<String> base) {

  /** Copies the list. */
  public RevisionDraft {
    readings = List.copyOf(readings);
  }

  /** One reading, on top of whatever is saved. */
  public static RevisionDraft of(Reading reading) {
    return new RevisionDraft(
        reading.image().studyInstanceUid(), List.of(reading), Optional.empty(), Optional.empty());
  }

  /** The same on top of a revision. */
  public RevisionDraft basedOn(String documentUid) {
    return new RevisionDraft(studyInstanceUid, readings, remarks, Optional.of(documentUid));
  }

  /** The same with remarks. */
  public RevisionDraft saying(StudyRemarks others) {
    return new RevisionDraft(studyInstanceUid, readings, Optional.of(others), base);
  }
}
