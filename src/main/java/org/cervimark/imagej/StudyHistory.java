package org.cervimark.imagej;

import java.util.List;
import java.util.Optional;
import org.cervimark.reading.RevisionHistory;
import org.cervimark.reading.RevisionMerge;
import org.cervimark.reading.StudyReport;

/**
 * What is saved of a study, as a reader looks at it: its revisions, whether the newest can be
 * signed, and what two people saved at once. A snapshot without widgets.
 */
final class StudyHistory {

  /** Whether the newest revision can be signed, else why not. */
  enum Signing {
    /** It can. */
    POSSIBLE,
    /** Nothing is saved. */
    NOTHING,
    /** Marks are not saved; a signature would not cover them. */
    UNSAVED,
    /** Two revisions stand side by side. */
    CONFLICT,
    /** Somebody has saved since the study was opened: it is not what the reader sees. */
    UNSEEN,
    /** It is signed. */
    SIGNED
  }

  private final RevisionHistory history;
  private final Optional<StudyReport> seen;
  private final boolean modified;

  /**
   * A snapshot.
   *
   * @param history all that is stored of the study
   * @param seen the revision from which the viewer has its readings
   * @param modified whether the study has marks that are not saved
   */
  StudyHistory(RevisionHistory history, Optional<StudyReport> seen, boolean modified) {
    this.history = history;
    this.seen = seen;
    this.modified = modified;
  }

  /** All revisions, newest first. */
  List<RevisionHistory.Entry> entries() {
    return history.entries();
  }

  /** Whether a revision is one of several that stand side by side. */
  boolean isContested(StudyReport revision) {
    return history.heads().size() > 1 && history.heads().contains(revision);
  }

  /** Whether the newest revision can be signed, else why not. */
  Signing signing() {
    return unsettled()
        .orElseGet(() -> history.heads().get(0).isVerified() ? Signing.SIGNED : Signing.POSSIBLE);
  }

  /**
   * Why the newest revision is not all that there is to say of the study; empty if it is, so that
   * it can be signed or handed on.
   */
  Optional<Signing> unsettled() {
    if (modified) {
      return Optional.of(Signing.UNSAVED);
    }
    if (history.heads().isEmpty()) {
      return Optional.of(Signing.NOTHING);
    }
    if (history.heads().size() > 1) {
      return Optional.of(Signing.CONFLICT);
    }
    StudyReport head = history.heads().get(0);
    return seen.map(StudyReport::documentUid).equals(Optional.of(head.documentUid()))
        ? Optional.empty()
        : Optional.of(Signing.UNSEEN);
  }

  /** The newest revision, if there is one. */
  Optional<StudyReport> newest() {
    return history.heads().stream().findFirst();
  }

  /** Whether two revisions stand side by side. */
  boolean isConflict() {
    return history.heads().size() > 1;
  }

  /**
   * How to join two revisions that stand side by side; empty without them, and while marks are not
   * saved, which would be taken for a change of what is joined.
   */
  Optional<RevisionMerge> merge() {
    if (!isConflict() || modified) {
      return Optional.empty();
    }
    StudyReport one = history.heads().get(0);
    StudyReport other = history.heads().get(1);
    return Optional.of(new RevisionMerge(history.commonAncestor(one, other), one, other));
  }
}
