package org.cervimark.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who changed what in a study, and when: the chain of its revisions, told from their contents. */
public final class RevisionHistory {

  /**
   * One revision and what it changed.
   *
   * @param report the revision
   * @param forerunner the revision with which it is compared; empty for a first one, and for one
   *     whose forerunner is not at hand
   * @param differences what it changed, for each image on which it changed something
   * @param removed the readings of the forerunner that it leaves out
   * @param remarksChanged whether it says something else of the study
   */
  public record Entry(
      StudyReport report,
      Optional<StudyReport> forerunner,
      List<ReadingDifference> differences,
      List<Reading> removed,
      boolean remarksChanged) {

    /** Copies the lists. */
    public Entry {
      differences = List.copyOf(differences);
      removed = List.copyOf(removed);
    }

    /** Whether it joins what several people saved at once. */
    public boolean isMerge() {
      return report.predecessors().size() > 1;
    }

    /** Whether it changes nothing but says who answers for it. */
    public boolean isSignature() {
      return report.isVerified() && differences.isEmpty() && removed.isEmpty() && !remarksChanged;
    }
  }

  private final List<Entry> entries;
  private final List<StudyReport> heads;

  private RevisionHistory(List<Entry> entries, List<StudyReport> heads) {
    this.entries = List.copyOf(entries);
    this.heads = List.copyOf(heads);
  }

  /**
   * The history of a study.
   *
   * @param revisions all its revisions, newest first, none before one that replaces it
   */
  public static RevisionHistory of(List<StudyReport> revisions) {
    Map<String, StudyReport> byUid = new HashMap<>();
    revisions.forEach(r -> byUid.putIfAbsent(r.documentUid(), r));
    Set<String> replaced = new HashSet<>();
    revisions.forEach(r -> replaced.addAll(r.predecessors()));
    List<Entry> entries = new ArrayList<>();
    for (StudyReport revision : revisions) {
      Optional<StudyReport> forerunner =
          revision.predecessors().stream()
              .map(uid -> Optional.ofNullable(byUid.get(uid)))
              .flatMap(Optional::stream)
              .findFirst();
      entries.add(entry(revision, forerunner));
    }
    return new RevisionHistory(
        entries, revisions.stream().filter(r -> !replaced.contains(r.documentUid())).toList());
  }

  /** All revisions, newest first. */
  public List<Entry> entries() {
    return entries;
  }

  /** The revisions that none replaces, newest first; more than one is a conflict. */
  public List<StudyReport> heads() {
    return heads;
  }

  /**
   * The newest revision from which two others both come, if it is at hand.
   *
   * @param one a revision of this history
   * @param other another one
   */
  public Optional<StudyReport> commonAncestor(StudyReport one, StudyReport other) {
    Set<String> line = ancestry(one);
    Set<String> otherLine = ancestry(other);
    return entries.stream()
        .map(Entry::report)
        .filter(r -> line.contains(r.documentUid()) && otherLine.contains(r.documentUid()))
        .findFirst();
  }

  /** Whether a revision comes from another one, over any number of steps, or is it. */
  public boolean isForerunner(StudyReport early, StudyReport late) {
    return ancestry(late).contains(early.documentUid());
  }

  /** A revision and all that it comes from. */
  private Set<String> ancestry(StudyReport revision) {
    Map<String, StudyReport> byUid = new HashMap<>();
    entries.forEach(e -> byUid.put(e.report().documentUid(), e.report()));
    Set<String> found = new HashSet<>();
    List<String> open = new ArrayList<>(List.of(revision.documentUid()));
    while (!open.isEmpty()) {
      String uid = open.remove(open.size() - 1);
      StudyReport report = byUid.get(uid);
      if (found.add(uid) && report != null) {
        open.addAll(report.predecessors());
      }
    }
    return found;
  }

  private static Entry entry(StudyReport revision, Optional<StudyReport> forerunner) {
    List<ReadingDifference> differences =
        revision.readings().stream()
            .map(r -> ReadingDifference.between(forerunner.flatMap(f -> f.reading(r.image())), r))
            .filter(d -> !d.isEmpty())
            .toList();
    List<Reading> removed =
        forerunner.map(StudyReport::readings).orElse(List.of()).stream()
            .filter(r -> revision.reading(r.image()).isEmpty())
            .toList();
    StudyRemarks before = forerunner.map(StudyReport::remarks).orElse(StudyRemarks.NONE);
    return new Entry(
        revision, forerunner, differences, removed, !before.equals(revision.remarks()));
  }
}
