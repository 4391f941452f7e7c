package org.cervimark.reading;

import java.util.List;
import java.util.Optional;

/**
 * What the reader says of a study in free words. None of it names the patient.
 *
 * @param findings what was seen, one paragraph each
 * @param plan what is to be done
 * @param timePoint the moment of the treatment
 */
public record StudyRemarks(
    List<String> findings, Optional<String> plan, Optional<TimePoint> timePoint) {

  /** Nothing said. */
  public static final StudyRemarks NONE =
      new StudyRemarks(List.of(), Optional.empty(), Optional.empty());

  /** Strips the texts and leaves empty ones out. */
  public StudyRemarks {
    findings = findings.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    plan = plan.map(String::strip).filter(text -> !text.isEmpty());
  }
}
