package org.cervimark.imagej;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cervimark.landmark.Placement;
import org.cervimark.reading.FreeMark;
import org.cervimark.reading.Reading;
import org.cervimark.reading.RevisionMerge;
import org.cervimark.reading.RevisionMerge.Side;
import org.cervimark.reading.RevisionMerge.Subject;
import org.cervimark.reading.StudyReport;

/**
 * What a reader decides before two revisions become one: for each conflict one side, at first that
 * of the later revision. Without widgets.
 */
final class MergeChoice {

  private final RevisionMerge merge;
  private final Map<Subject, Side> choices = new LinkedHashMap<>();

  MergeChoice(RevisionMerge merge) {
    this.merge = merge;
    merge.conflicts().forEach(c -> choices.put(c.subject(), newer()));
  }

  /** The joining to decide. */
  RevisionMerge merge() {
    return merge;
  }

  /** The side that was saved later. */
  Side newer() {
    return merge.other().savedAt().isAfter(merge.one().savedAt()) ? Side.OTHER : Side.ONE;
  }

  /** The revision of a side. */
  StudyReport revision(Side side) {
    return side == Side.ONE ? merge.one() : merge.other();
  }

  /** The side that counts for a conflict. */
  Side chosen(Subject subject) {
    return Objects.requireNonNull(choices.get(subject));
  }

  /** Decides a conflict. */
  void choose(Subject subject, Side side) {
    if (choices.replace(subject, side) == null) {
      throw new IllegalArgumentException("no conflict: " + subject);
    }
  }

  /**
   * What is in conflict, by names for macros: a landmark by its id, and where it is in conflict on
   * several images with the image as well.
   */
  Map<String, Subject> named() {
    Map<String, Subject> named = new LinkedHashMap<>();
    for (Subject subject : choices.keySet()) {
      boolean once =
          choices.keySet().stream().filter(s -> s.name().equals(subject.name())).count() == 1;
      named.put(once ? subject.name() : subject.name() + "@" + subject.place(), subject);
    }
    return named;
  }

  /** What was decided, for each conflict. */
  Map<Subject, Side> choices() {
    return Map.copyOf(choices);
  }

  /** All conflicts, in the order of images and landmarks. */
  List<RevisionMerge.Conflict> conflicts() {
    return merge.conflicts();
  }

  /** How a side placed a landmark; empty if it does not have it. */
  Optional<Placement> placement(RevisionMerge.OfLandmark subject, Side side) {
    return revision(side)
        .reading(subject.image())
        .flatMap(r -> r.landmarks().find(subject.landmark()));
  }

  /** A free mark of a side; empty if it does not have it. */
  Optional<FreeMark> mark(RevisionMerge.OfMark subject, Side side) {
    return revision(side).reading(subject.image()).stream()
        .flatMap(r -> r.marks().stream())
        .filter(m -> m.uid().equals(subject.uid()))
        .findFirst();
  }

  /** The reading of a side whose view, protocol, scale and orientation are in conflict. */
  Optional<Reading> reading(RevisionMerge.OfSettings subject, Side side) {
    return revision(side).reading(subject.image());
  }
}
